package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way through the diagrams, walked on a bare engine with stand-ins for the beans. */
class DiagramWalkTests {

    private static final List<String> FIRST = List.of(
            "weighValues",
            "rateCapabilities",
            "voteMaturity",
            "chooseBenefits",
            "chooseUseCases",
            "answerChecklist",
            "decideComponents");
    private static final List<List<String>> CONTRIBUTIONS = List.of(
            List.of("weighValues", "agreeValues"),
            List.of("rateCapabilities", "agreeCapabilities"),
            List.of("voteMaturity", "agreeMaturity"),
            List.of("estimateBenefits", "buildBusinessCase"),
            List.of("agreeUseCases", "planFirstWave"),
            List.of("answerChecklist", "agreeContent"),
            List.of("reviewArchitecture", "agreeArchitecture"));
    private static Stand stand;

    @BeforeAll
    static void build() {
        stand = new Stand();
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    private static String launchAtGate(int gate) {
        return stand.launchAt(BypassRules.camel(BypassRules.ORDER.get(gate)) + "Gate");
    }

    private static void launchAtStage(int stage) {
        stand.launchAt(BypassRules.camel(BypassRules.ORDER.get(stage)) + "Stage");
    }

    @Test
    void sevenPassedGatesCompleteTheProgram() {
        String journey = stand.launch();
        for (int stage = 0; stage < 7; stage++) {
            assertThat(stand.open()).containsExactly(FIRST.get(stage));
            stand.workThroughStage();
            stand.decide("PASS");
        }
        assertThat(stand.isRunning()).isFalse();
        assertThat(stand.ends(journey)).containsExactly("programCompleted");
        assertThat(stand.answers.told).contains("complete");
        assertThat(stand.answers.told.stream().filter(told -> told.startsWith("open ")))
                .containsExactlyElementsOf(
                        BypassRules.ORDER.stream().map(stage -> "open " + stage).toList());
    }

    static Stream<Arguments> everyWayBack() {
        return IntStream.range(0, 7)
                .boxed()
                .flatMap(gate -> IntStream.rangeClosed(0, gate).mapToObj(to -> Arguments.of(gate, to)));
    }

    @ParameterizedTest(name = "from gate {0} to stage {1}")
    @MethodSource
    void everyWayBack(int gate, int to) {
        launchAtGate(gate);
        stand.answers.recycleTo = BypassRules.ORDER.get(to);
        stand.decide("RECYCLE");
        assertThat(stand.open()).containsExactly(FIRST.get(to));
    }

    static Stream<Integer> everyGate() {
        return IntStream.range(0, 7).boxed();
    }

    @ParameterizedTest
    @MethodSource("everyGate")
    void everyGateCanStopTheProgram(int gate) {
        String journey = launchAtGate(gate);
        stand.decide("KILL");
        assertThat(stand.isRunning()).isFalse();
        assertThat(stand.ends(journey)).containsExactly("programStopped");
        assertThat(stand.answers.told).contains("killed");
    }

    @ParameterizedTest
    @MethodSource("everyGate")
    void contributionsRemindEscalateAndClose(int stage) {
        launchAtStage(stage);
        String contribution = CONTRIBUTIONS.get(stage).get(0);
        if (!stand.open().contains(contribution)) {
            stand.handIn(FIRST.get(stage));
        }
        stand.fireTimers();
        assertThat(stand.open()).containsExactly(contribution);
        assertThat(stand.answers.told).contains("remind " + contribution, "escalate " + contribution);
        stand.wake("contributions.Closed");
        assertThat(stand.open()).contains(CONTRIBUTIONS.get(stage).get(1)).doesNotContain(contribution);
    }

    @Test
    void aSmallProgramNeedsNoOwnersOfTheFiveCs() {
        launchAtStage(5);
        stand.answers.owners = "NONE";
        stand.handIn("answerChecklist");
        assertThat(stand.open()).containsExactly("agreeOperatingModel");
    }

    @Test
    void aHeldProgramIsMeasuredAgainOnItsDateOrWhenResumed() {
        launchAtGate(0);
        stand.decide("HOLD");
        assertThat(stand.open()).isEmpty();
        stand.fireTimers();
        assertThat(stand.open()).containsExactly("submitForDecision");
        stand.decide("HOLD");
        stand.wake("gate.Resumed");
        assertThat(stand.open()).containsExactly("submitForDecision");
    }

    @Test
    void questionsAreAnsweredAndTheReviewGoesOn() {
        launchAtGate(0);
        stand.decide("MORE_INFORMATION");
        assertThat(stand.open()).containsExactly("answerQuestions");
        stand.answers.submission = "READY";
        stand.handIn("answerQuestions");
        assertThat(stand.open()).containsExactly("decideGate");
    }

    @Test
    void aReviewRemindsEveryDayAndEscalatesOnce() {
        launchAtGate(0);
        stand.handIn("submitForDecision");
        stand.fireTimers();
        stand.fireTimers();
        assertThat(stand.open()).containsExactly("decideGate");
        assertThat(stand.answers.told).contains("escalate decideGate");
        assertThat(stand.answers.told.stream().filter("remind decideGate"::equals))
                .hasSize(2);
        assertThat(stand.answers.told.stream().filter("escalate decideGate"::equals))
                .hasSize(1);
    }

    @Test
    void aReviewCanBeTakenBackDecidedAtOnceOrGoOnWithTheNextPerson() {
        launchAtGate(0);
        stand.handIn("submitForDecision");
        stand.wake("gate.Retracted");
        assertThat(stand.open()).containsExactly("submitForDecision");
        stand.handIn("submitForDecision");
        stand.answers.rounds = 2;
        stand.handIn("decideGate");
        assertThat(stand.open()).containsExactly("decideGate");
        stand.answers.outcomes.add("PASS");
        stand.wake("sitting.Decided");
        assertThat(stand.open()).containsExactly("rateCapabilities");
    }

    @Test
    void theManagerCanStopAProgramAnywhere() {
        String journey = launchAtGate(2);
        stand.wake("program.Stopped");
        assertThat(stand.isRunning()).isFalse();
        assertThat(stand.ends(journey)).containsExactly("programStoppedByManager");
    }

    @Test
    void aPromiseIsKeptOnlyWhenItsProofIsConfirmed() {
        String promise = stand.promise();
        assertThat(stand.open()).containsExactly("fulfilCondition");
        stand.fire("conditionReminder");
        assertThat(stand.answers.told).containsExactly("remind fulfilCondition");
        stand.handIn("fulfilCondition");
        assertThat(stand.open()).containsExactly("confirmCondition");
        stand.answers.outcomes.add("OPEN");
        stand.handIn("confirmCondition");
        assertThat(stand.open()).containsExactly("fulfilCondition");
        stand.handIn("fulfilCondition");
        stand.answers.outcomes.add("KEPT");
        stand.handIn("confirmCondition");
        assertThat(stand.open()).isEmpty();
        assertThat(stand.ends(promise)).contains("conditionKept");
    }

    @Test
    void aBenefitIsReportedConfirmedAndMeasuredUntilItsLastQuarter() {
        String benefit = stand.benefit();
        assertThat(stand.open()).isEmpty();
        next("DUE");
        assertThat(stand.open()).containsExactly("reportBenefit");
        stand.handIn("reportBenefit");
        assertThat(stand.open()).containsExactly("confirmBenefit");
        stand.answers.outcomes.add("RETURNED");
        stand.handIn("confirmBenefit");
        assertThat(stand.open()).containsExactly("reportBenefit");
        stand.handIn("reportBenefit");
        stand.answers.outcomes.addAll(List.of("CONFIRMED", "WITHIN", "NEXT"));
        stand.handIn("confirmBenefit");
        assertThat(stand.open()).isEmpty();
        next("DUE");
        stand.handIn("reportBenefit");
        stand.answers.outcomes.addAll(List.of("CONFIRMED", "WITHIN", "LAST"));
        stand.handIn("confirmBenefit");
        assertThat(stand.ends(benefit)).containsExactly("benefitTracked");
        assertThat(stand.isRunning()).isFalse();
    }

    @Test
    void aDriftBeyondTheBandIsAcceptedCorrectedOrOpensTheGateAgain() {
        for (String way : List.of("ACCEPTED", "REOPENED")) {
            String benefit = stand.benefit();
            next("DUE");
            stand.handIn("reportBenefit");
            stand.answers.outcomes.addAll(List.of("CONFIRMED", "BEYOND"));
            stand.handIn("confirmBenefit");
            assertThat(stand.open()).containsExactly("resolveDrift");
            stand.answers.outcomes.add("CORRECT");
            stand.handIn("resolveDrift");
            assertThat(stand.open()).containsExactly("correctForecast");
            stand.handIn("correctForecast");
            assertThat(stand.open()).containsExactly("resolveDrift");
            stand.answers.outcomes.addAll(List.of(way, "LAST"));
            stand.handIn("resolveDrift");
            assertThat(stand.ends(benefit)).containsExactly("benefitTracked");
            assertThat(stand.answers.told.contains("reopen")).isEqualTo(way.equals("REOPENED"));
        }
    }

    @Test
    void aQuarterNobodyReportsOrConfirmsGivesWayToTheNextAndALineNobodyPlansEnds() {
        String benefit = stand.benefit();
        next("DUE");
        stand.answers.outcomes.add("NEXT");
        stand.fire("reportOverrun");
        assertThat(stand.answers.told).containsExactly("missed");
        assertThat(stand.open()).isEmpty();
        next("DUE");
        stand.handIn("reportBenefit");
        stand.answers.outcomes.add("LAST");
        stand.fire("confirmOverrun");
        assertThat(stand.ends(benefit)).containsExactly("benefitUnreported");
        String dropped = stand.benefit();
        next("OVER");
        assertThat(stand.ends(dropped)).containsExactly("benefitDropped");
    }

    private static void next(String checkpoint) {
        stand.answers.outcomes.add(checkpoint);
        stand.fire("awaitQuarter");
    }

    @Test
    void anOverduePromiseGetsMoreTimeIsLetGoOrOpensTheGateAgain() {
        for (String way : List.of("WAIVED", "REOPENED")) {
            String promise = stand.promise();
            stand.fire("conditionOverdue");
            assertThat(stand.answers.told).contains("escalate fulfilCondition");
            assertThat(stand.open()).containsExactly("resolveOverdueCondition");
            stand.answers.outcomes.add("EXTENDED");
            stand.handIn("resolveOverdueCondition");
            assertThat(stand.open()).containsExactly("fulfilCondition");
            stand.fire("conditionOverdue");
            stand.answers.outcomes.add(way);
            stand.handIn("resolveOverdueCondition");
            assertThat(stand.open()).isEmpty();
            assertThat(stand.ends(promise)).contains(way.equals("WAIVED") ? "conditionWaived" : "gateReopened");
            assertThat(stand.answers.told.contains("reopen")).isEqualTo(way.equals("REOPENED"));
        }
    }
}
