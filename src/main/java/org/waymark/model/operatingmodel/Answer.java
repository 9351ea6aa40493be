package org.waymark.model.operatingmodel;

import org.jspecify.annotations.Nullable;

/** How far one statement is true here, who owns it, what shows it, or why it does not apply. */
record Answer(
        @Nullable State state,
        @Nullable String owner,
        @Nullable String evidence,
        @Nullable String reason) {

    static final Answer NONE = new Answer(null, null, null, null);

    enum State {
        NOT_STARTED,
        SOME_TEAMS,
        STANDARD,
        NOT_APPLICABLE,
        CANNOT_JUDGE
    }

    /** Somebody has said something, and be it that they cannot judge. */
    boolean said() {
        return state != null;
    }

    /** Somebody has said how far it is true. */
    boolean given() {
        return state != null && state != State.CANNOT_JUDGE;
    }

    boolean applies() {
        return state != State.NOT_APPLICABLE;
    }

    boolean owned() {
        return owner != null && !owner.isBlank();
    }

    boolean shown() {
        return evidence != null && !evidence.isBlank();
    }
}
