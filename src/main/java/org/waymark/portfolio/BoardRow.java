package org.waymark.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.program.StageState;
import org.waymark.stakeholder.Part;
import org.waymark.web.TaskNames;

/** One program as the board keeps it; what depends on today is worked out by whoever looks. */
record BoardRow(
        String program,
        long version,
        String name,
        String state,
        String stage,
        String depth,
        String currency,
        String risk,
        OffsetDateTime launchedAt,
        @Nullable String sponsor,
        @Nullable String sponsorName,
        @Nullable String manager,
        @Nullable String managerName,
        int teamSize,
        String parts,
        String marks,
        int passed,
        int place,
        @Nullable OffsetDateTime inStage,
        @Nullable LocalDate nextGate,
        @Nullable LocalDate firstGate,
        @Nullable LocalDate lateAfter,
        String holders,
        int holderCount,
        @Nullable OffsetDateTime heldSince,
        int openTasks,
        @Nullable OffsetDateTime dueAt,
        @Nullable String dueTask,
        @Nullable String dueKey,
        @Nullable String duePerson,
        @Nullable String dueName,
        int dueGiven,
        int dueMissing,
        int conditions,
        @Nullable LocalDate conditionDue,
        @Nullable String conditionText,
        @Nullable String conditionOwner,
        @Nullable String conditionStage,
        int notes,
        @Nullable Long noteId,
        @Nullable String noteName,
        @Nullable String noteWords,
        @Nullable LocalDate noteUntil,
        @Nullable String gone,
        @Nullable String goneName,
        @Nullable OffsetDateTime decidedAt,
        @Nullable BigDecimal investment,
        @Nullable BigDecimal npv,
        @Nullable BigDecimal npvCash,
        @Nullable BigDecimal agreement,
        @Nullable BigDecimal overlap,
        @Nullable BigDecimal recall,
        @Nullable Integer splits,
        String askedDays,
        String answeredDays) {

    /** The columns of the table, as a statement asks for them. */
    static final String COLUMNS = Arrays.stream(BoardRow.class.getRecordComponents())
            .map(one -> "r." + one.getName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(", "));

    /** One stage of the line. */
    record Mark(
            String stage,
            String state,
            int round,
            int percentDone,
            int conditions,
            @Nullable LocalDate planned,
            @Nullable LocalDate firstPlanned) {}

    /** The task that is due next, in the reader's words. */
    @Nullable
    String dueCalled() {
        String named = dueTask;
        return named == null ? null : dueKey == null ? named : TaskNames.of(dueKey, named);
    }

    boolean isRunning() {
        return state.equals("RUNNING");
    }

    boolean isLate(LocalDate today) {
        return lateAfter != null && lateAfter.isBefore(today);
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

    List<Part> heldParts() {
        return parts.isEmpty()
                ? List.of()
                : Arrays.stream(parts.split(",")).map(Part::valueOf).toList();
    }

    List<Mark> line() {
        return Arrays.stream(marks.split(";"))
                .map(one -> one.split("\\|", -1))
                .map(one -> new Mark(
                        one[0],
                        one[1],
                        Integer.parseInt(one[2]),
                        Integer.parseInt(one[3]),
                        Integer.parseInt(one[4]),
                        day(one[5]),
                        day(one[6])))
                .toList();
    }

    List<StageState> states() {
        List<Mark> line = line();
        return java.util.stream.IntStream.range(0, line.size())
                .mapToObj(at -> new StageState(
                        program,
                        line.get(at).stage(),
                        at + 1,
                        line.get(at).state(),
                        line.get(at).round(),
                        null,
                        null,
                        null,
                        0,
                        0,
                        line.get(at).planned(),
                        line.get(at).firstPlanned(),
                        null,
                        null))
                .toList();
    }

    /** A day as the row writes it, 2026-11-23; a board reads hundreds, and the general reader takes ten times as long. */
    private static @Nullable LocalDate day(String text) {
        return text.isEmpty()
                ? null
                : LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10));
    }
}
