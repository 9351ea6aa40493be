package org.waymark.model.operatingmodel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How we will run it: who may decide what, whether the people suffice, and why we agree although something is open. */
record OperatingAgreement(
        @Nullable String decisionRights,
        @Nullable Capacity capacity,
        @Nullable String reason) {

    static final OperatingAgreement NONE = new OperatingAgreement(null, null, null);

    Capacity check() {
        return Objects.requireNonNullElse(capacity, Capacity.NONE);
    }

    boolean rightsWritten() {
        return decisionRights != null && !decisionRights.isBlank();
    }
}
