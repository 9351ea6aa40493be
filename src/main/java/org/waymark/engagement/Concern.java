package org.waymark.engagement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An objection with an owner, an answer and a date: OPEN, ANSWERED, and SETTLED once whoever raised it says so. */
public record Concern(
        long id,
        String program,
        @Nullable String stage,
        String words,
        String raisedBy,
        OffsetDateTime raisedAt,
        String owner,
        LocalDate due,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable OffsetDateTime answeredAt,
        String state,
        @Nullable String verdict,
        @Nullable OffsetDateTime settledAt) {

    public boolean isOpen() {
        return state.equals("OPEN");
    }

    public boolean isAnswered() {
        return state.equals("ANSWERED");
    }

    public boolean isSettled() {
        return state.equals("SETTLED");
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }
}
