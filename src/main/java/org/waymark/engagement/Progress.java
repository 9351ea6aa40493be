package org.waymark.engagement;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gates passed of all gates; exit criteria met of all, as each gate's newest review found them; and the money finance
 * has confirmed beside what is now expected of the benefits, in the program's currency (dcfts.md 4.2).
 */
public record Progress(
        int gatesPassed,
        int gates,
        int criteriaMet,
        int criteria,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal confirmed,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal expected,

        int daysLate,
        List<Warning> warnings) {

    static final int LATE_DAYS = 14;

    /** One gate: where its stage stands, when it was first planned and now is, and what its newest review found. */
    record Gate(
            String program,
            String stage,
            String state,
            @Nullable LocalDate planned,
            @Nullable LocalDate firstPlanned,
            int met,
            int found,
            int criteria) {

        /** What a review found counts while the stage stands behind it; a stage that is open again starts anew. */
        boolean counts() {
            return found > 0 && List.of("PASSED", "AT_GATE", "ON_HOLD").contains(state);
        }

        boolean ahead() {
            return !List.of("PASSED", "STOPPED").contains(state);
        }

        /** Calendar days beyond the first plan, by today or by the plan as it stands, whichever is later. */
        int daysLate(LocalDate today) {
            LocalDate first = firstPlanned;
            LocalDate now = planned;
            if (first == null) {
                return 0;
            }
            LocalDate ends = now == null || now.isBefore(today) ? today : now;
            return (int) Math.max(0, ChronoUnit.DAYS.between(first, ends));
        }
    }

    /** Warns of a gate late by more than two weeks while somebody holds it; what is on hold is late on purpose. */
    static Progress of(
            List<Gate> gates, Map<String, String> figures, List<String> holders, boolean running, LocalDate today) {
        Gate next = gates.stream().filter(Gate::ahead).findFirst().orElse(null);
        int late = running && next != null ? next.daysLate(today) : 0;
        boolean warn = late > LATE_DAYS && next != null && !next.state().equals("ON_HOLD") && !holders.isEmpty();
        return new Progress(
                (int) gates.stream()
                        .filter(gate -> gate.state().equals("PASSED"))
                        .count(),
                gates.size(),
                gates.stream().filter(Gate::counts).mapToInt(Gate::met).sum(),
                gates.stream()
                        .mapToInt(gate -> gate.counts() ? gate.found() : gate.criteria())
                        .sum(),
                money(figures, "benefitsConfirmed"),
                money(figures, "benefitsExpected"),
                late,
                next != null && warn
                        ? List.of(new Warning("progress", "late", List.of(next.stage(), late), holders))
                        : List.of());
    }

    private static @Nullable BigDecimal money(Map<String, String> figures, String name) {
        String figure = figures.get(name);
        return figure == null ? null : new BigDecimal(figure);
    }
}
