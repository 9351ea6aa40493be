package org.waymark.gate;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Somebody separation of duties bars from a gate, who is to decide there all the same; it stands for ever. */
public record Exemption(
        long id,
        String program,
        String stage,
        int round,
        String person,
        Bar bar,
        String reason,
        String askedBy,
        OffsetDateTime askedAt,
        State state,
        @Nullable String settledBy,
        @Nullable OffsetDateTime settledAt) {

    /** How far it has come. */
    public enum State {
        ASKED,
        CONFIRMED,
        DECLINED
    }

    /** Why somebody may not decide at a gate. */
    public enum Bar {
        MANAGER,
        SUBMITTED,
        AGREED,
        DEPUTY
    }

    /** Whether it lets the person decide in this round of the stage. */
    public boolean holds(int round) {
        return state == State.CONFIRMED && this.round == round;
    }
}
