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
import org.waymark.promise.Promise;
import org.waymark.route.Route;

/** Every sequence of votes there is, for panels of one to five, under every number needed and every other rule. */
class EveryPanelTests {

    private static final Decision[] ALL = Decision.values();

    /** What else binds a panel besides the number of votes. */
    private enum Rule {
        /** So many votes of a kind, nothing else. */
        NUMBER,
        /** The last one on the panel holds a veto. */
        VETO,
        /** The last two belong to one part, and each of them has to say go. */
        EACH_OF_A_PART,
        /** One of the last two has to say go. */
        ONE_OF_A_PART;

        /** How many voices for a go the part owes on a panel of this size. */
        int voices(int panel) {
            return this == EACH_OF_A_PART ? Math.min(2, panel) : this == ONE_OF_A_PART ? 1 : 0;
        }

        boolean inPart(int person, int panel) {
            return voices(panel) > 0 && person >= panel - 2;
        }
    }

    /** What the rules say in plain steps: a state, or the way a program goes. */
    private static String specified(List<Decision> votes, int panel, int needed, Rule rule) {
        Map<Outcome, Integer> tally = new EnumMap<>(Outcome.class);
        int given = 0;
        for (int i = 0; i < votes.size(); i++) {
            Outcome vote = votes.get(i).outcome();
            int left = panel - i - 1;
            if (rule == Rule.VETO && i == panel - 1 && vote != Outcome.PASS) {
                return i + ":" + vote;
            }
            tally.merge(vote, 1, Integer::sum);
            given += rule.inPart(i, panel) && vote == Outcome.PASS ? 1 : 0;
            boolean owed = rule == Rule.VETO && left > 0 || given < rule.voices(panel);
            for (Map.Entry<Outcome, Integer> kind : tally.entrySet()) {
                if (kind.getValue() >= needed && !(kind.getKey() == Outcome.PASS && owed)) {
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

    private static String counted(List<Decision> votes, int panel, int needed, Rule rule) {
        List<Count.Ballot> cast = new ArrayList<>();
        int given = 0;
        for (int i = 0; i < votes.size(); i++) {
            boolean holder = rule == Rule.VETO && i == panel - 1;
            cast.add(new Count.Ballot("p" + i, verdict(votes.get(i)), votes.get(i), holder, false));
            given += rule.inPart(i, panel) && votes.get(i).passes() ? 1 : 0;
            int left = panel - cast.size();
            int owed = (rule == Rule.VETO && left > 0 ? 1 : 0) + Math.max(0, rule.voices(panel) - given);
            Count count = Count.of(cast, left, owed, needed);
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
                List.of(new Promise("Promise", "somebody", day, null, null)),
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
                for (Rule rule : Rule.values()) {
                    String counted = counted(Arrays.asList(votes), panel, needed, rule);
                    if (!counted.equals(specified(Arrays.asList(votes), panel, needed, rule))
                            || counted.equals("OPEN")) {
                        throw new AssertionError(
                                "%s, %d needed, %s: %s".formatted(Arrays.toString(votes), needed, rule, counted));
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
