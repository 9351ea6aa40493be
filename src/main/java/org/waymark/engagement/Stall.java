package org.waymark.engagement;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.process.WorkItem;

/**
 * The one open thing that holds most others: the gates and later tasks that cannot come before it is done, who has it,
 * and since when (dcfts.md 4.4).
 */
public record Stall(
        String task,
        String taskKey,
        String what,
        String stage,
        List<String> people,
        OffsetDateTime since,
        @Nullable OffsetDateTime due,
        boolean late,
        int gates,
        int tasks) {

    private static final List<String> AT_THE_GATE = List.of("submitForDecision", "decideGate", "answerQuestions");

    /** One stage as the detector sees it: whether its gate is passed, and its tasks in the order they come. */
    record Step(String stage, boolean passed, List<String> tasks) {}

    /** The thing with most gates and then most tasks behind it; of several the one that is most overdue. */
    static Optional<Stall> of(List<WorkItem> open, List<Step> steps, OffsetDateTime now) {
        Map<String, List<WorkItem>> byTask = new LinkedHashMap<>();
        open.forEach(item -> byTask.computeIfAbsent(item.stage() + "/" + item.taskKey(), any -> new ArrayList<>())
                .add(item));
        return byTask.values().stream()
                .map(same -> behind(same, steps, now))
                .filter(stall -> stall.gates() > 0)
                .max(Comparator.comparingInt(Stall::gates)
                        .thenComparingInt(Stall::tasks)
                        .thenComparing(
                                stall -> Objects.requireNonNullElse(stall.due(), stall.since()),
                                Comparator.reverseOrder()));
    }

    static Stall behind(List<WorkItem> same, List<Step> steps, OffsetDateTime now) {
        WorkItem first = same.stream()
                .min(Comparator.comparing(item -> Objects.requireNonNullElse(item.due(), item.created())))
                .orElseThrow();
        int gates = 0;
        int tasks = 0;
        boolean reached = false;
        boolean gateTask = AT_THE_GATE.contains(first.taskKey());
        for (Step step : steps) {
            if (step.stage().equals(first.stage())) {
                int place = step.tasks().indexOf(first.taskKey());
                // a promise or a benefit of a stage that is passed holds nobody; its gate, once open again, does
                reached = gateTask || (place >= 0 && !step.passed());
                gates += reached ? 1 : 0;
                tasks += reached && !gateTask ? step.tasks().size() - place - 1 : 0;
            } else if (reached && !step.passed()) {
                gates++;
                tasks += step.tasks().size();
            }
        }
        return new Stall(
                first.task(),
                first.taskKey(),
                first.calledHere(),
                first.stage(),
                same.stream()
                        .map(WorkItem::assignee)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .distinct()
                        .toList(),
                first.created(),
                first.due(),
                first.isOverdue(now),
                gates,
                tasks);
    }
}
