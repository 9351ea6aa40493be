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
        NOT_APPLICABLE
    }

    boolean given() {
        return state != null;
    }

    boolean applies() {
        return state != State.NOT_APPLICABLE;
    }

    boolean owned() {
        return owner != null && !owner.isBlank();
    }
}
