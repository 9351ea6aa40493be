package org.waymark.model.roi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The finance partner's word on one line: taken as it is, at another amount, or not at all. */
record Review(
        @Nullable String id,
        @Nullable Verdict verdict,
        @Nullable BigDecimal amount,
        @Nullable String reason) {

    boolean given() {
        return verdict != null;
    }
}
