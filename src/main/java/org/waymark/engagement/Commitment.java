package org.waymark.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something a person stands for, wherever it comes from: a task, a promise, a concern, a pledge, a gate to decide. */
public record Commitment(
        Kind kind,
        String program,
        @Nullable String stage,
        String words,
        @Nullable LocalDate due,
        String href) {

    /** Where it comes from. */
    public enum Kind {
        TASK,
        CONDITION,
        CONCERN,
        PLEDGE,
        GATE
    }

    public boolean isLate(LocalDate today) {
        return due != null && due.isBefore(today);
    }
}
