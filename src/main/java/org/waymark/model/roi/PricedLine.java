package org.waymark.model.roi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stated line with its money: what it comes to as stated, what it comes to after the finance review, and whether it
 * counts. No amount = a figure is still missing or the formula has no answer.
 */
record PricedLine(
        String id,
        String template,
        String name,
        Kind kind,
        @Nullable BigDecimal stated,
        @Nullable Line line,
        State state,
        @Nullable Review review) {

    /** Why a line is in the sums or not. */
    enum State {
        COUNTED,
        COUNTED_KNOWINGLY,
        HYPOTHESIS,
        LEFT_OUT,
        REFUSED,
        INCOMPLETE
    }

    boolean counted() {
        return line != null && (state == State.COUNTED || state == State.COUNTED_KNOWINGLY);
    }

    /** Would count were it not for the review; so this is what finance has to look at. */
    boolean reviewable() {
        return counted() || state == State.REFUSED;
    }

    boolean reviewed() {
        return review != null && review.given();
    }

    boolean benefit() {
        return kind != Kind.COST;
    }
}
