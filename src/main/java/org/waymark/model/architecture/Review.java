package org.waymark.model.architecture;

import org.jspecify.annotations.Nullable;

/** A business owner's verdict on one component. */
record Review(
        String component,
        String person,
        Verdict verdict,
        @Nullable String reason) {

    boolean objects() {
        return verdict == Verdict.OBJECT;
    }
}
