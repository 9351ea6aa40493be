package org.waymark.gate;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How votes become one decision; the order in which they arrive changes nothing. */
record Count(State state, Optional<Outcome> outcome, List<Ballot> counted) {

    enum State {
        OPEN,
        CHAIR,
        DECIDED
    }

    /** One vote, and whether its owner holds a veto or speaks as the chair. */
    record Ballot(String person, Verdict verdict, Decision decision, boolean veto, boolean chair) {}

    /** The harder answer first, should two holders of a veto disagree at once. */
    private static final List<Outcome> BY_WEIGHT =
            List.of(Outcome.KILL, Outcome.RECYCLE, Outcome.HOLD, Outcome.MORE_INFORMATION);

    /**
     * Counts what was cast; {@code missing} people have not voted yet, and a go still owes {@code owed} voices: holders
     * of a veto who have not voted, and parts that have to say go so many times.
     */
    static Count of(List<Ballot> cast, int missing, int owed, int quorum) {
        Optional<Ballot> chair = cast.stream().filter(Ballot::chair).findFirst();
        if (chair.isPresent()) {
            return decided(chair.get().decision().outcome(), cast, chair.get());
        }
        Optional<Outcome> vetoed = BY_WEIGHT.stream()
                .filter(outcome -> cast.stream()
                        .anyMatch(ballot -> ballot.veto() && ballot.decision().outcome() == outcome))
                .findFirst();
        if (vetoed.isPresent()) {
            return decided(vetoed.get(), cast);
        }
        int needed = Math.max(1, Math.min(quorum, cast.size() + missing));
        Map<Outcome, Integer> votes = tally(cast);
        for (Outcome outcome : Outcome.values()) {
            boolean enough = votes.getOrDefault(outcome, 0) >= needed;
            if (enough && (outcome != Outcome.PASS || owed == 0)) {
                return decided(outcome, cast);
            }
        }
        if (votes.containsKey(Outcome.MORE_INFORMATION)) {
            return decided(Outcome.MORE_INFORMATION, cast);
        }
        int best = votes.values().stream().max(Comparator.naturalOrder()).orElse(0);
        boolean reachable = best + missing >= needed && missing > 0;
        return new Count(reachable ? State.OPEN : State.CHAIR, Optional.empty(), List.of());
    }

    private static Map<Outcome, Integer> tally(List<Ballot> cast) {
        Map<Outcome, Integer> votes = new EnumMap<>(Outcome.class);
        cast.forEach(ballot -> votes.merge(ballot.decision().outcome(), 1, Integer::sum));
        return votes;
    }

    private static Count decided(Outcome outcome, List<Ballot> cast) {
        List<Ballot> counted = cast.stream()
                .filter(ballot -> ballot.decision().outcome() == outcome)
                .toList();
        return new Count(State.DECIDED, Optional.of(outcome), counted);
    }

    private static Count decided(Outcome outcome, List<Ballot> cast, Ballot chair) {
        return new Count(State.DECIDED, Optional.of(outcome), List.of(chair));
    }
}
