package org.waymark.process;

import java.time.OffsetDateTime;
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

    private static final int LONGEST = 80;

    WorkItem with(@Nullable String assignee, @Nullable OffsetDateTime due) {
        return new WorkItem(
                task, taskKey, name, program, stage, instance, assignee, created, due, state, ended, endedBy);
    }

    /** The same, told apart from others of its kind; cut where a list of tasks would not show more. */
    WorkItem about(String which) {
        if (which.isBlank()) {
            return this;
        }
        String tail = which.length() <= LONGEST
                ? which
                : which.substring(0, LONGEST - 1).strip() + "…";
        return new WorkItem(
                task,
                taskKey,
                name + " · " + tail,
                program,
                stage,
                instance,
                assignee,
                created,
                due,
                state,
                ended,
                endedBy);
    }

    /** What the task is called in the reader's words. */
    public String called() {
        return TaskNames.of(taskKey, name);
    }

    public boolean isOpen() {
        return "OPEN".equals(state);
    }

    public boolean isOverdue(OffsetDateTime now) {
        return isOpen() && due != null && due.isBefore(now);
    }
}
