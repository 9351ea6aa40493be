package org.waymark.demo;

import java.time.LocalDate;
import java.util.List;
import org.waymark.program.Launch;

/** The program that tests launch: people of the demo in every seat, and whatever team a test needs. */
final class Launches {

    /** A program that asks three functions, and nobody else. */
    static final List<Launch.Seat> THREE = List.of(
            new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
            new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD"),
            new Launch.Seat("sales", "FN-SAL", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"));

    private Launches() {}

    static Launch of(String code, LocalDate begins, List<Launch.Seat> team) {
        return of(code, begins, team, "UNDER_1M");
    }

    static Launch of(String code, LocalDate begins, List<Launch.Seat> team, String investmentBand) {
        return new Launch(
                code,
                "Program " + code,
                "Answer everyone.",
                "sponsor",
                "manager",
                "finance",
                "architect",
                investmentBand,
                "MEDIUM",
                "EUR",
                begins,
                "",
                "",
                team);
    }
}
