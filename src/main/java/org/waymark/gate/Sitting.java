package org.waymark.gate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One review of one gate, from the first measuring to the decision. */
public record Sitting(
        long id,
        String program,
        String stage,
        int round,
        int number,
        String instance,
        State state,
        OffsetDateTime openedAt,
        @Nullable String submittedBy,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime convenedAt,
        @Nullable OffsetDateTime decideBy,
        int quorum,
        boolean inSequence,
        @Nullable String chair,
        @Nullable String routeReason,
        @Nullable Decision recommendation,
        @Nullable String rule,
        @Nullable Decision decision,
        @Nullable String reason,
        @Nullable String recycleTo,
        @Nullable LocalDate holdUntil,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String minimums,
        boolean votesOpen) {

    /** How far a review has come. */
    public enum State {
        MEASURED,
        SUBMITTED,
        CONVENED,
        CLOSED,
        RETRACTED
    }

    /** Everybody whose vote made the decision. */
    List<String> deciders() {
        return deciders(decidedBy);
    }

    static List<String> deciders(@Nullable String stored) {
        return stored == null ? List.of() : List.of(stored.split(","));
    }

    /** Whether others may read the votes: when it is closed, or as they are cast where its route says so. */
    boolean showsVotes() {
        return state == State.CLOSED || (votesOpen && state == State.CONVENED);
    }

    boolean open() {
        return state != State.CLOSED && state != State.RETRACTED;
    }

    /** How many of each part have to say go before it is a go. */
    Map<String, Integer> least() {
        return minimums == null || minimums.isBlank()
                ? Map.of()
                : Stream.of(minimums.split(","))
                        .map(one -> one.split("="))
                        .collect(Collectors.toMap(one -> one[0], one -> Integer.valueOf(one[1])));
    }
}
