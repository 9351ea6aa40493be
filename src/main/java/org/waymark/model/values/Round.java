package org.waymark.model.values;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One round; answered, concordance and overlap are known once it is closed. */
record Round(
        int round,
        String state,
        int asked,
        @Nullable Integer answered,
        @Nullable BigDecimal concordance,
        @Nullable BigDecimal topThreeOverlap) {

    static final int ENOUGH_TO_SHOW = 3;

    boolean open() {
        return state.equals("OPEN");
    }

    /** With fewer than three answers the sums would give somebody's own points away. */
    boolean enoughToShow() {
        return answered != null && answered >= ENOUGH_TO_SHOW;
    }

    BigDecimal answeredPercent() {
        return answered == null ? BigDecimal.ZERO : Weights.percent(answered, asked);
    }
}
