package org.waymark.model.capabilities;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One round of rating; what came of it is known once it is closed. */
record Round(
        int round,
        String state,
        int asked,
        @Nullable Integer answered,
        @Nullable BigDecimal recallMatch,
        @Nullable BigDecimal recallOverlap) {

    private static final int ENOUGH_TO_SHOW = 3;

    boolean open() {
        return state.equals("OPEN");
    }

    /** With fewer than three answers a spread would give somebody's own answer away. */
    boolean enoughToShow() {
        return answered != null && answered >= ENOUGH_TO_SHOW;
    }
}
