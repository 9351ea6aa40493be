package org.waymark.notification;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One thing a person was told: a task of theirs, a reminder, that somebody else is late, what a gate agreed. */
public record Notice(
        String slot,
        String person,
        String program,
        String stage,
        String taskKey,
        String kind,
        @Nullable String task,
        @Nullable String about,
        OffsetDateTime given,
        @Nullable String fate) {

    static final String ASSIGNED = "ASSIGNED";
    static final String REMINDER = "REMINDER";
    static final String ESCALATION = "ESCALATION";
    static final String PASSED = "PASSED";

    /** Something stays undone although the manager was told; only where a superior was named. */
    static final String SUPERIOR = "SUPERIOR";

    /** They meet on the next working day. */
    static final String MEETING = "MEETING";

    /** Their vote is asked for by a link of their own. */
    static final String BALLOT = "BALLOT";

    /** What tells somebody about standing in: that they were named, and that a seat waits. */
    static final String DEPUTY = "DEPUTY";

    /** Somebody named them in a comment. */
    static final String MENTIONED = "MENTIONED";

    boolean isForOwnTask() {
        return kind.equals(ASSIGNED) || kind.equals(REMINDER) || kind.equals(BALLOT);
    }
}
