package org.waymark.promise;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One promise made with a conditional go: OPEN, then MET, WAIVED, REOPENED or, when the program ends, WITHDRAWN. */
public record Condition(
        long id,
        String program,
        String stage,
        int sitting,
        String text,
        String owner,
        LocalDate due,
        @Nullable String criterion,
        @Nullable String proof,
        String state,
        @Nullable String given,
        @Nullable String givenBy,
        @Nullable OffsetDateTime givenAt,
        @Nullable String answer,
        @Nullable String words,
        @Nullable String settledBy,
        @Nullable OffsetDateTime settledAt) {

    /** Whether the owner has shown a proof that nobody has looked at yet. */
    public boolean waitsForConfirmation() {
        return state.equals("OPEN") && givenAt != null;
    }
}
