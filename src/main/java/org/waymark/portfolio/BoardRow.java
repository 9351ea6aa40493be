package org.waymark.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the board shows of one program, from the row it keeps; what depends on today is worked out by whoever looks. */
record BoardRow(
        String program,
        long version,
        String name,
        String state,
        String stage,
        String currency,
        String risk,
        int teamSize,
        @Nullable String sponsorName,
        @Nullable String managerName,
        String marks,
        int passed,
        @Nullable OffsetDateTime inStage,
        Plan plan,
        String holders,
        @Nullable OffsetDateTime heldSince,
        int conditions,
        @Nullable LocalDate conditionDue,
        @Nullable OffsetDateTime decidedAt,
        @Nullable BigDecimal investment,
        @Nullable BigDecimal npv,
        @Nullable BigDecimal npvCash,
        @Nullable BigDecimal agreement,
        @Nullable BigDecimal overlap,
        @Nullable BigDecimal recall,
        String askedDays,
        String answeredDays) {

    static final String COLUMNS = RowColumns.of(BoardRow.class);

    boolean isRunning() {
        return state.equals("RUNNING");
    }

    /** How many people were asked for something on that day or later, or still are. */
    int asked(LocalDate from) {
        return since(askedDays, from);
    }

    /** How many people acted on that day or later. */
    int answered(LocalDate from) {
        return since(answeredDays, from);
    }

    private static int since(String days, LocalDate from) {
        return days.isEmpty()
                ? 0
                : (int) Arrays.stream(days.split(","))
                        .filter(day -> Integer.parseInt(day) >= from.toEpochDay())
                        .count();
    }

    List<String> holderNames() {
        return holders.isEmpty() ? List.of() : List.of(holders.split("\n"));
    }

    List<StageMark> line() {
        return StageMark.line(marks);
    }
}
