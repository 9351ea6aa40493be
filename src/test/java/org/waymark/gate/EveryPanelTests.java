package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sequence of votes there is, for panels of one to five, under every number needed, with and without a veto. */
class EveryPanelTests {

    private static final Decision[] ALL = Decision.values();

    /** What the rules say in plain steps: a state, or the way a program goes. */
    private static String specified(List<Decision> votes, int panel, int needed, boolean veto) {
        Map<Outcome, Integer> tally = new EnumMap<>(Outcome.class);
        for (int i = 0; i < votes.size(); i++) {
            Outcome vote = votes.get(i).outcome();
            int left = panel - i - 1;
            if (veto && i == panel - 1 && vote != Outcome.PASS) {
                return i + ":" + vote;
            }
            tally.merge(vote, 1, Integer::sum);
            boolean vetoOut = veto && left > 0;
            for (Map.Entry<Outcome, Integer> kind : tally.entrySet()) {
                if (kind.getValue() >= needed && !(kind.getKey() == Outcome.PASS && vetoOut)) {
                    return i + ":" + kind.getKey();
                }
            }
            if (vote == Outcome.MORE_INFORMATION) {
                return i + ":MORE_INFORMATION";
            }
            int best = tally.values().stream().max(Integer::compare).orElse(0);
            if (left == 0 || best + left < needed) {
                return i + ":CHAIR";
            }
        }
        return "OPEN";
    }

    private static String counted(List<Decision> votes, int panel, int needed, boolean veto) {
        List<Count.Ballot> cast = new ArrayList<>();
        for (int i = 0; i < votes.size(); i++) {
            boolean holder = veto && i == panel - 1;
            cast.add(new Count.Ballot("p" + i, verdict(votes.get(i)), votes.get(i), holder, false));
            int left = panel - cast.size();
            Count count = Count.of(cast, left, veto && left > 0 ? 1 : 0, needed);
            if (count.state() == Count.State.DECIDED) {
                Resolution resolution = Resolution.of(count, List.of("values", "roi"));
                assertThat(resolution.decision().outcome())
                        .isEqualTo(count.outcome().orElseThrow());
                return i + ":" + resolution.decision().outcome();
            }
            if (count.state() == Count.State.CHAIR) {
                return i + ":CHAIR";
            }
        }
        return "OPEN";
    }

    private static Verdict verdict(Decision decision) {
        LocalDate day = LocalDate.of(2028, 2, 29);
        return new Verdict(
                decision,
                "Because",
                List.of(),
                List.of(new Verdict.Promise("Promise", "somebody", day, null, null)),
                "values",
                day,
                List.of(new Verdict.Ask("somebody", "What?")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void everySequenceOfVotesEndsAsSpecified(int panel) {
        int sequences = (int) Math.pow(ALL.length, panel);
        for (int number = 0; number < sequences; number++) {
            Decision[] votes = new Decision[panel];
            for (int i = 0, rest = number; i < panel; i++, rest /= ALL.length) {
                votes[i] = ALL[rest % ALL.length];
            }
            for (int needed = 1; needed <= panel; needed++) {
                for (boolean veto : new boolean[] {false, true}) {
                    String counted = counted(Arrays.asList(votes), panel, needed, veto);
                    if (!counted.equals(specified(Arrays.asList(votes), panel, needed, veto))
                            || counted.equals("OPEN")) {
                        throw new AssertionError(
                                "%s, %d needed, veto %s: %s".formatted(Arrays.toString(votes), needed, veto, counted));
                    }
                }
            }
        }
    }

    @Test
    void aPartThatHasToAgreeKeepsTheOthersFromPassing() throws Exception {
        try (GateHouse house = new GateHouse()) {
            house.route.put("panel", "SPONSOR,FINANCE/1");
            house.route.put("quorum", 1);
            Sitting sitting = house.called();
            assertThat(sitting.least()).containsExactly(Map.entry("FINANCE", 1));
            house.decide.submit(house.task("decideGate", "sponsor"), verdict(Decision.GO));
            assertThat(house.votes.count(sitting).state()).isEqualTo(Count.State.OPEN);
            house.decide.submit(house.task("decideGate", "finance"), verdict(Decision.GO));
            assertThat(house.votes.count(sitting).outcome()).contains(Outcome.PASS);
        }
    }

    @Test
    void aPartWithAVetoStopsTheOthersAtOnce() throws Exception {
        try (GateHouse house = new GateHouse()) {
            house.route.put("panel", "SPONSOR,FINANCE!");
            house.route.put("quorum", 2);
            Sitting sitting = house.called();
            house.decide.submit(house.task("decideGate", "finance"), verdict(Decision.RECYCLE));
            assertThat(house.votes.count(sitting).outcome()).contains(Outcome.RECYCLE);
        }
    }

    @Test
    void theTableSaysWhoHoldsAVetoAndWhoHasToAgree() {
        Route route = Route.of(Map.of("panel", "SPONSOR, FINANCE!, LEGAL/2", "quorum", 2));
        assertThat(route.panel()).containsExactly("SPONSOR", "FINANCE", "LEGAL");
        assertThat(route.veto()).containsExactly("FINANCE");
        assertThat(route.kept()).isEqualTo("LEGAL=2");
    }
}
