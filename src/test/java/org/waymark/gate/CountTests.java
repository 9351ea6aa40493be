package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.waymark.promise.Promise;

class CountTests {

    private static final List<String> STAGES = List.of("values", "capabilities", "maturity", "roi");

    private static Count.Ballot vote(Decision decision) {
        return vote("p" + decision, decision, false, false);
    }

    private static Count.Ballot vote(String person, Decision decision, boolean veto, boolean chair) {
        List<Promise> promises = decision == Decision.CONDITIONAL_GO
                ? List.of(new Promise("Promise of " + person, person, LocalDate.of(2026, 3, 1), "x", null))
                : List.of();
        return new Count.Ballot(
                person,
                new Verdict(decision, "Because " + person, List.of(), promises, null, null, List.of()),
                decision,
                veto,
                chair);
    }

    @Test
    void aSingleSponsorDecides() {
        for (Decision decision : Decision.values()) {
            Count count = Count.of(List.of(vote(decision)), 0, 0, 1);
            assertThat(count.state()).isEqualTo(Count.State.DECIDED);
            assertThat(count.outcome()).contains(decision.outcome());
        }
    }

    @Test
    void goAndGoWithConditionsAreOneWayOnAndTheConditionsStand() {
        Count count = Count.of(List.of(vote(Decision.GO), vote(Decision.CONDITIONAL_GO)), 1, 0, 2);
        assertThat(count.outcome()).contains(Outcome.PASS);
        Resolution resolution = Resolution.of(count, STAGES);
        assertThat(resolution.decision()).isEqualTo(Decision.CONDITIONAL_GO);
        assertThat(resolution.conditions()).hasSize(1);
    }

    @Test
    void conditionsLeftInTheFormOfAPlainGoAreNone() {
        Verdict leftOver = new Verdict(
                Decision.GO,
                null,
                List.of(),
                List.of(new Promise("x", "y", LocalDate.of(2026, 3, 1), null, null)),
                null,
                null,
                List.of());
        Count count = Count.of(List.of(new Count.Ballot("a", leftOver, Decision.GO, false, false)), 0, 0, 1);
        assertThat(Resolution.of(count, STAGES).decision()).isEqualTo(Decision.GO);
    }

    @Test
    void theVoteOfAHolderOfAVetoAgainstItWinsAtOnce() {
        Count count =
                Count.of(List.of(vote("a", Decision.GO, false, false), vote("b", Decision.KILL, true, false)), 3, 0, 3);
        assertThat(count.outcome()).contains(Outcome.KILL);
    }

    @Test
    void thereIsNoGoWithoutTheHolderOfAVeto() {
        Count count = Count.of(List.of(vote(Decision.GO), vote(Decision.GO)), 1, 1, 2);
        assertThat(count.state()).isEqualTo(Count.State.OPEN);
    }

    @Test
    void aQuestionPausesTheReview() {
        Count count = Count.of(List.of(vote(Decision.MORE_INFORMATION)), 4, 0, 3);
        assertThat(count.outcome()).contains(Outcome.MORE_INFORMATION);
    }

    @Test
    void whenNothingCanReachItsNumberTheChairIsCalled() {
        Count count = Count.of(List.of(vote(Decision.GO), vote(Decision.KILL)), 0, 0, 2);
        assertThat(count.state()).isEqualTo(Count.State.CHAIR);
        Count chaired =
                Count.of(List.of(vote("a", Decision.GO, false, true), vote("b", Decision.KILL, false, false)), 0, 0, 2);
        assertThat(chaired.outcome()).contains(Outcome.PASS);
        assertThat(chaired.counted()).extracting(Count.Ballot::person).containsExactly("a");
    }

    @Test
    void theEarliestStageAndTheLatestDateWin() {
        Count back =
                Count.of(List.of(sendBack("a", "roi"), sendBack("b", "values"), sendBack("c", "maturity")), 0, 0, 3);
        assertThat(Resolution.of(back, STAGES).recycleTo()).isEqualTo("values");
        Count hold =
                Count.of(List.of(hold("a", LocalDate.of(2026, 5, 1)), hold("b", LocalDate.of(2026, 9, 1))), 0, 0, 2);
        assertThat(Resolution.of(hold, STAGES).holdUntil()).isEqualTo(LocalDate.of(2026, 9, 1));
    }

    private static Count.Ballot sendBack(String person, String to) {
        Verdict verdict = new Verdict(Decision.RECYCLE, "r", List.of(), List.of(), to, null, List.of());
        return new Count.Ballot(person, verdict, Decision.RECYCLE, false, false);
    }

    private static Count.Ballot hold(String person, LocalDate until) {
        Verdict verdict = new Verdict(Decision.HOLD, "r", List.of(), List.of(), null, until, List.of());
        return new Count.Ballot(person, verdict, Decision.HOLD, false, false);
    }

    /** Votes come one by one; the review ends in exactly one way, with enough votes for it, whatever the order. */
    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void everyPanelEndsInOneDecisionOrWithTheChair(
            @ForAll("panels") List<Decision> panel, @ForAll @IntRange(min = 1, max = 5) int wanted) {
        int quorum = Math.min(wanted, panel.size());
        List<Count.Ballot> cast = new ArrayList<>();
        for (int i = 0; i < panel.size(); i++) {
            cast.add(vote("p" + i, panel.get(i), false, false));
            Count count = Count.of(cast, panel.size() - cast.size(), 0, quorum);
            if (count.state() == Count.State.DECIDED) {
                Outcome outcome = count.outcome().orElseThrow();
                assertThat(outcome == Outcome.MORE_INFORMATION
                                || count.counted().size() >= quorum)
                        .isTrue();
                assertThat(count.counted()).allMatch(ballot -> ballot.decision().outcome() == outcome);
                return;
            }
            if (count.state() == Count.State.CHAIR) {
                assertThat(best(cast) + panel.size() - cast.size()).isLessThan(quorum);
                return;
            }
        }
        throw new AssertionError("Every vote is in and the review is still open");
    }

    private static int best(List<Count.Ballot> cast) {
        return Set.of(Outcome.values()).stream()
                .mapToInt(outcome -> (int) cast.stream()
                        .filter(ballot -> ballot.decision().outcome() == outcome)
                        .count())
                .max()
                .orElse(0);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void theOrderOfTheVotesChangesNothing(
            @ForAll("panels") List<Decision> panel, @ForAll @IntRange(min = 1, max = 5) int quorum) {
        List<Count.Ballot> cast = new ArrayList<>();
        panel.forEach(decision -> cast.add(vote("p" + cast.size(), decision, cast.isEmpty(), false)));
        Count one = Count.of(cast, 0, 0, quorum);
        List<Count.Ballot> turned = new ArrayList<>(cast);
        java.util.Collections.reverse(turned);
        Count other = Count.of(turned, 0, 0, quorum);
        assertThat(other.state()).isEqualTo(one.state());
        assertThat(other.outcome()).isEqualTo(one.outcome());
        assertThat(one.outcome().equals(Optional.empty())).isEqualTo(one.state() == Count.State.CHAIR);
    }

    @Provide
    Arbitrary<List<Decision>> panels() {
        return Arbitraries.of(Decision.values()).list().ofMinSize(1).ofMaxSize(5);
    }
}
