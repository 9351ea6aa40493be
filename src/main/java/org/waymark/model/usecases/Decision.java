package org.waymark.model.usecases;

import java.util.Optional;

/** When a use case comes to life: now, next, later, or not at all. */
enum Decision {
    NOW,
    NEXT,
    LATER,
    NO;

    static Optional<Decision> read(String text) {
        for (Decision decision : values()) {
            if (decision.name().equals(text)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }

    /** Starting something and turning something down both deserve a sentence; waiting does not. */
    boolean needsReason() {
        return this == NOW || this == NO;
    }
}
