package org.waymark.portfolio;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.program.StageState;
import org.waymark.stakeholder.Part;
import org.waymark.web.TaskNames;

/** What the board's row of a program says about whom it may need: due work, promises, questions, empty places. */
record Pressing(
        String program,
        long version,
        String stage,
        int place,
        String depth,
        OffsetDateTime launchedAt,
        @Nullable String manager,
        String parts,
        String marks,
        Plan plan,
        int openTasks,
        @Nullable OffsetDateTime dueAt,
        @Nullable String dueTask,
        @Nullable String dueKey,
        @Nullable String duePerson,
        @Nullable String dueName,
        int dueGiven,
        int dueMissing,
        @Nullable LocalDate conditionDue,
        @Nullable String conditionText,
        @Nullable String conditionOwner,
        @Nullable String conditionStage,
        @Nullable Long noteId,
        @Nullable String noteName,
        @Nullable String noteWords,
        @Nullable LocalDate noteUntil,
        @Nullable String gone,
        @Nullable String goneName,
        @Nullable OffsetDateTime decidedAt,
        @Nullable Integer splits) {

    static final String COLUMNS = RowColumns.of(Pressing.class);

    /** The task that is due next, in the reader's words. */
    @Nullable
    String dueCalled() {
        String named = dueTask;
        return named == null ? null : dueKey == null ? named : TaskNames.of(dueKey, named);
    }

    List<Part> heldParts() {
        return parts.isEmpty()
                ? List.of()
                : Arrays.stream(parts.split(",")).map(Part::valueOf).toList();
    }

    List<StageState> states() {
        List<StageMark> line = StageMark.line(marks);
        return IntStream.range(0, line.size())
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
}
