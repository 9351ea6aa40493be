package org.waymark.model.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.waymark.catalogue.UseCase;

class UseCaseRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Map<String, String> LEADS =
            Map.of("FN-SVC", "service", "FN-MKT", "marketing", "FN-PRD", "product");

    private static Optional<String> lead(String function) {
        return Optional.ofNullable(LEADS.get(function));
    }

    private static UseCase useCase(String effort, List<String> values, List<String> capabilities) {
        return new UseCase("UC-01", "", "", List.of("FN-SVC"), capabilities, "conversation", 1, effort, values);
    }

    private static Choice now(String id, String asking, String accepting) {
        return new Choice(id, Decision.NOW, "why", asking, accepting);
    }

    private static Agreement says(String id, Side side, String function, Answer answer) {
        return new Agreement(id, side, function, String.valueOf(LEADS.get(function)), answer, null);
    }

    @Test
    void scoreIsPointsTimesReadinessOverEffort() {
        Priority priority = Priority.of(
                useCase("M", List.of("VAL-05", "VAL-06", "VAL-09"), List.of("CAP-04", "CAP-13", "CAP-14", "CAP-29")),
                Map.of("VAL-05", new BigDecimal("30"), "VAL-06", new BigDecimal("16"), "VAL-01", new BigDecimal("54")),
                Set.of("CAP-13", "CAP-29", "CAP-01"));
        assertThat(priority.points()).isEqualByComparingTo("46");
        assertThat(priority.served()).containsExactly("VAL-05", "VAL-06");
        assertThat(priority.ready()).isEqualTo(2);
        assertThat(priority.score()).isEqualByComparingTo("11.5");
    }

    @Test
    void whatIsReadyGoesFirstAndEqualScoresFollowTheirPromise() {
        Priority ready = new Priority("UC-02", new BigDecimal(20), List.of(), 2, 2, Effort.S);
        Priority bigLater = new Priority("UC-09", new BigDecimal(80), List.of(), 0, 2, Effort.S);
        Priority smallLater = new Priority("UC-01", new BigDecimal(10), List.of(), 0, 2, Effort.S);
        assertThat(List.of(smallLater, bigLater, ready).stream().sorted(Priority.HIGHEST_FIRST))
                .containsExactly(ready, bigLater, smallLater);
    }

    @Property
    void scoreNeverLeavesItsBounds(
            @ForAll @IntRange(max = 100) int points,
            @ForAll @IntRange(min = 1, max = 6) int needed,
            @ForAll @IntRange(max = 6) int ready,
            @ForAll Effort effort) {
        Priority priority =
                new Priority("UC-01", new BigDecimal(points), List.of(), Math.min(ready, needed), needed, effort);
        assertThat(priority.score()).isBetween(BigDecimal.ZERO, priority.whenReady());
    }

    @Property
    void oneMoreReadyCapabilityNeverLowersTheScore(
            @ForAll @IntRange(max = 100) int points, @ForAll @IntRange(min = 1, max = 6) int needed) {
        BigDecimal before = BigDecimal.ZERO;
        for (int ready = 0; ready <= needed; ready++) {
            BigDecimal score =
                    new Priority("UC-01", new BigDecimal(points), List.of(), ready, needed, Effort.M).score();
            assertThat(score).isGreaterThanOrEqualTo(before);
            before = score;
        }
    }

    @Test
    void bothSidesSignAndOneNoIsEnough() {
        Choice choice = now("UC-01", "FN-MKT", "FN-SVC");
        Agreement asks = says("UC-01", Side.ASKING, "FN-MKT", Answer.YES);
        assertThat(Signatures.of(choice, List.of(asks)).state()).isEqualTo(Signatures.State.OPEN);
        assertThat(Signatures.of(choice, List.of(asks, says("UC-01", Side.ACCEPTING, "FN-SVC", Answer.YES_WHEN)))
                        .state())
                .isEqualTo(Signatures.State.SIGNED);
        assertThat(Signatures.of(choice, List.of(asks, says("UC-01", Side.ACCEPTING, "FN-SVC", Answer.NO)))
                        .state())
                .isEqualTo(Signatures.State.REFUSED);
    }

    @Test
    void anAnswerForAnotherTeamIsNoAnswer() {
        Choice movedOn = now("UC-01", "FN-MKT", "FN-PRD");
        List<Agreement> before = List.of(
                says("UC-01", Side.ASKING, "FN-MKT", Answer.YES), says("UC-01", Side.ACCEPTING, "FN-SVC", Answer.YES));
        assertThat(Signatures.of(movedOn, before).state()).isEqualTo(Signatures.State.OPEN);
    }

    @Test
    void fourAtOnceIsMoreThanALeaderCanCarry() {
        List<Choice> three = List.of(
                now("UC-01", "FN-MKT", "FN-SVC"), now("UC-02", "FN-SVC", "FN-SVC"), now("UC-03", "FN-PRD", "FN-SVC"));
        assertThat(Load.of(three, UseCaseRulesTests::lead).aboveLimit()).isEmpty();
        List<Choice> four = new java.util.ArrayList<>(three);
        four.add(now("UC-04", "FN-SVC", "FN-MKT"));
        assertThat(Load.of(four, UseCaseRulesTests::lead).aboveLimit()).containsExactly("service");
    }

    @Property
    void nobodyCarriesMoreThanThereIs(@ForAll @Size(max = 12) List<@IntRange(max = 2) Integer> who) {
        List<String> functions = List.of("FN-SVC", "FN-MKT", "FN-PRD");
        List<Choice> active = new java.util.ArrayList<>();
        for (int i = 0; i < who.size(); i++) {
            active.add(now("UC-" + i, functions.get(who.get(i)), functions.get((who.get(i) + i) % 3)));
        }
        Load load = Load.of(active, UseCaseRulesTests::lead);
        assertThat(load.perLeader().values())
                .allSatisfy(
                        carried -> assertThat(carried).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(active.size()));
    }

    @Test
    void theGateSeesWhatStandsAndWhatDoesNot() {
        List<Choice> choices = List.of(
                now("UC-01", "FN-MKT", "FN-SVC"),
                now("UC-09", "FN-PRD", "FN-PRD"),
                now("UC-22", "FN-MKT", "FN-PR"),
                new Choice("UC-05", Decision.LATER, null, "FN-SVC", "FN-PR"));
        List<Agreement> agreements = List.of(
                says("UC-01", Side.ASKING, "FN-MKT", Answer.YES),
                says("UC-01", Side.ACCEPTING, "FN-SVC", Answer.YES_WHEN),
                says("UC-09", Side.ASKING, "FN-PRD", Answer.YES));
        List<Planned> planned = List.of(
                new Planned("UC-01", TODAY.plusDays(90), "Coverage", true),
                new Planned("UC-09", TODAY.plusDays(91), "Decisions", true));
        Function<String, Optional<String>> leads = UseCaseRulesTests::lead;
        Beginning beginning = Beginning.of(choices, agreements, planned, leads, TODAY);
        assertThat(fact(beginning, "useCasesInFirstWave")).isEqualTo(2);
        assertThat(fact(beginning, "waveUseCasesUnsigned")).isEqualTo(1);
        assertThat(fact(beginning, "functionsBeyondMarketing")).isEqualTo(2);
        assertThat(fact(beginning, "quickWinsWithin90Days")).isEqualTo(1);
        assertThat(fact(beginning, "useCasesWithoutAcceptingTeam")).isEqualTo(1);
        assertThat(fact(beginning, "leadersAboveThree")).isZero();
    }

    private static int fact(Beginning beginning, String name) {
        return beginning.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .intValueExact();
    }
}
