package org.waymark.model.usecases;

import org.jspecify.annotations.Nullable;

/** What was decided about one use case, why, and which two functions it ties together. */
record Choice(
        String useCase,
        Decision decision,
        @Nullable String reason,
        @Nullable String asking,
        @Nullable String accepting) {

    boolean now() {
        return decision == Decision.NOW;
    }

    @Nullable
    String function(Side side) {
        return side == Side.ASKING ? asking : accepting;
    }
}
