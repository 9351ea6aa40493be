package org.waymark.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A panel of the organisation's own, for one gate or every gate, one depth or all, one size of investment or any. */
public record OwnRoute(
        long id,
        @Nullable String stage,
        @Nullable String depth,
        @Nullable String investmentBand,
        String panel,
        int quorum,
        boolean inSequence,
        boolean votesOpen,
        String reason) {

    /** Somebody on the panel: a part, a person or a group, and whether they vote, hold a veto or owe some voices. */
    public record Seat(String source, How how) {}

    /** What a seat weighs. */
    public enum How {
        VOTE(""),
        VETO("!"),
        ONE("/1"),
        TWO("/2"),
        THREE("/3");

        private final String mark;

        How(String mark) {
            this.mark = mark;
        }
    }

    OwnRoute numbered(long number) {
        return new OwnRoute(number, stage, depth, investmentBand, panel, quorum, inSequence, votesOpen, reason);
    }

    static String panel(List<Seat> seats) {
        List<String> tokens = new ArrayList<>();
        seats.forEach(seat -> tokens.add(seat.source() + seat.how().mark));
        return String.join(",", tokens);
    }

    boolean covers(String gate, String ofDepth, String band) {
        return (stage == null || stage.equals(gate))
                && (depth == null || depth.equals(ofDepth))
                && (investmentBand == null || investmentBand.equals(band));
    }

    /** How exactly it says which gates it means; the more exact one wins. */
    int exactness() {
        return (int)
                Stream.of(stage, depth, investmentBand).filter(Objects::nonNull).count();
    }

    /** The days to decide stay those of the shipped table, so that plans made before still hold. */
    public Route route(int days) {
        return Route.of(Map.of(
                "panel",
                panel,
                "quorum",
                quorum,
                "days",
                days,
                "order",
                inSequence ? "SEQUENTIAL" : "PARALLEL",
                "votes",
                votesOpen ? "OPEN" : "BLIND",
                "reason",
                reason));
    }

    /** Which gates it is for, as the log of changes keeps it. */
    String subject() {
        return Stream.of(stage, depth, investmentBand)
                .map(one -> one == null ? "*" : one)
                .reduce((first, second) -> first + "/" + second)
                .orElseThrow();
    }
}
