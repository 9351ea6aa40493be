package org.waymark.process;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What somebody hands in: the task as it stands under the program's lock, and what they typed, if anything. */
record Handing(WorkItem item, @Nullable String draft) {

    /** The row that holds both. */
    record Joined(
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
            @Nullable String endedBy,
            @Nullable String draft) {

        Handing handing() {
            return new Handing(
                    new WorkItem(
                            task, taskKey, name, program, stage, instance, assignee, created, due, state, ended,
                            endedBy),
                    draft);
        }
    }
}
