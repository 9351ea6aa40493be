package org.waymark.process;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.TaskNames;

/** One piece of work that waits for a person, or has been done: OPEN, DONE by somebody, or CLOSED without an answer. */
public record WorkItem(
        String task,
        String taskKey,
        String name,
        String program,
        String stage,
        String instance,
        @Nullable String assignee,
        OffsetDateTime created,
        @Nullable OffsetDateTime due,
        String state,
        @Nullable OffsetDateTime ended,
        @Nullable String endedBy) {

    /** The kinds of tasks in which a sponsor decides, wherever they come from. */
    public static final List<String> DECISIONS =
            List.of("decideGate", "confirmCondition", "resolveOverdueCondition", "resolveDrift");

    WorkItem with(@Nullable String assignee, @Nullable OffsetDateTime due) {
        return new WorkItem(
                task, taskKey, name, program, stage, instance, assignee, created, due, state, ended, endedBy);
    }

    WorkItem named(String name) {
        return new WorkItem(
                task, taskKey, name, program, stage, instance, assignee, created, due, state, ended, endedBy);
    }

    /** What the task is called in the reader's words. */
    public String called() {
        return TaskNames.of(taskKey, name);
    }

    /** The same on a page of its program. */
    public String calledHere() {
        return TaskNames.within(program, taskKey, name);
    }

    public boolean isOpen() {
        return "OPEN".equals(state);
    }

    public boolean isOverdue(OffsetDateTime now) {
        return isOpen() && due != null && due.isBefore(now);
    }
}
