package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.ledger.Entry;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** Whole journeys through the real engine: every gate, sent back, stopped, conditional, timers, messages, rollback. */
class JourneyTests extends House {

    private static final List<String> STAGES =
            List.of("values", "capabilities", "maturity", "roi", "use-cases", "operating-model", "architecture");

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void engine() {
        init(engine);
    }

    @Test
    void aProgramTravelsFromLaunchThroughSevenGatesToItsEnd() {
        String code = launch();
        ProcessInstance journey = journey(code);
        BpmnAwareTests.assertThat(journey).isStarted().hasBusinessKey(code);
        play(story(code), item -> true);
        BpmnAwareTests.assertThat(journey)
                .isEnded()
                .hasPassedInOrder("valuesStage", "valuesGate", "maturityGate", "architectureGate", "completeProgram");
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        assertThat(STAGES).allSatisfy(stage -> assertThat(state(code, stage)).isEqualTo("PASSED"));
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("DECIDED"))
                .hasSize(7);
        assertThat(ledger.verify(code).whole()).isTrue();
        assertThat(items.open(code)).isEmpty();
    }

    @Test
    void everyGateCanSendBackToItsOwnStageAndPassWithConditions() {
        String code = launch();
        for (String stage : STAGES) {
            playTo(code, stage, "decideGate");
            play(story(code).decides(stage, back(stage)), item -> item.taskKey().equals("decideGate"));
            jobs.settle(code);
            assertThat(programs.stage(code, stage).round()).as(stage).isEqualTo(2);
            assertThat(state(code, stage)).isEqualTo("OPEN");
            playTo(code, stage, "decideGate");
            play(
                    story(code).decides(stage, conditional()),
                    item -> item.taskKey().equals("decideGate"));
            assertThat(programs.stage(code, stage).decision()).as(stage).isEqualTo("CONDITIONAL_GO");
        }
        jobs.settle(code);
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
    }

    @Test
    void everyLaterGateCanSendBackToAnEarlierStageAndLaterStagesAreAheadAgain() {
        String code = launch();
        for (int i = 1; i < STAGES.size(); i++) {
            String stage = STAGES.get(i);
            String earlier = STAGES.get(i - 1);
            playTo(code, stage, "decideGate");
            play(
                    story(code).decides(stage, back(earlier)),
                    item -> item.taskKey().equals("decideGate"));
            jobs.settle(code);
            assertThat(state(code, earlier)).as(stage).isEqualTo("OPEN");
            assertThat(state(code, stage)).isEqualTo("AHEAD");
            assertThat(programs.get(code).stage()).isEqualTo(earlier);
            playTo(code, stage, "decideGate");
            play(story(code), item -> item.taskKey().equals("decideGate"));
        }
        jobs.settle(code);
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"values", "capabilities", "maturity", "roi", "use-cases", "operating-model", "architecture"})
    void everyGateCanStopTheProgram(String stage) {
        String code = launch();
        ProcessInstance journey = journey(code);
        playTo(code, stage, "decideGate");
        play(
                story(code).decides(stage, decision("KILL")),
                item -> item.taskKey().equals("decideGate"));
        BpmnAwareTests.assertThat(journey).isEnded().hasPassed("programStopped").hasNotPassed("completeProgram");
        assertThat(programs.get(code).state()).isEqualTo("STOPPED");
        assertThat(state(code, stage)).isEqualTo("STOPPED");
    }

    @Test
    void theManagerStopsAProgramWithAReasonAndEverythingOpenGoes() {
        String code = launch();
        ProcessInstance journey = journey(code);
        assertThatThrownBy(() -> programs.stop(code, " ", "manager")).isInstanceOf(Refusal.class);
        programs.stop(code, "The strategy has moved.", "manager");
        BpmnAwareTests.assertThat(journey).isEnded().hasPassed("programStoppedByManager");
        assertThat(items.open(code)).isEmpty();
        assertThat(programs.get(code).stopReason()).isEqualTo("The strategy has moved.");
    }

    @Test
    void aRoundIsClosedEarlyByTheManagerOnlyWithAReason() {
        String code = launch();
        WorkItem first = open(code, "weighValues");
        assertThatThrownBy(() -> contributions.close(code, "values", "late", "manager"))
                .isInstanceOf(Refusal.class);
        hands.handIn(first, story(code));
        assertThatThrownBy(() -> contributions.close(code, "values", "", "manager"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("reason"));
        assertThatThrownBy(() -> contributions.close(code, "values", "late", "service"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
        contributions.close(code, "values", "Two are on leave.", "manager");
        assertThat(items.open(code)).extracting(WorkItem::taskKey).containsExactly("agreeValues");
        assertThat(ledger.of(code)).extracting(Entry::kind).contains("CLOSED");
    }

    @Test
    void remindersAndEscalationsFireOncePerSlot() {
        String code = launch();
        int waiting = items.open(code, "weighValues").size();
        fire(code, "weighValuesReminder");
        assertThat(notices(code, "REMINDER")).isEqualTo(waiting);
        fire(code, "weighValuesOverdue");
        assertThat(notices(code, "ESCALATION")).isEqualTo(waiting);
        playTo(code, "values", "decideGate");
        fire(code, "decisionReminder");
        fire(code, "decisionOverdue");
        assertThat(items.open(code, "decideGate")).hasSize(1);
    }

    @Test
    void aFailureAfterTheDecisionLeavesNeitherDecisionNorMovedToken() {
        String code = launch();
        playTo(code, "values", "decideGate");
        WorkItem decision = open(code, "decideGate");
        hands.type(decision, story(code));
        int entries = ledger.of(code).size();
        transaction.executeWithoutResult(status -> {
            work.complete(decision.task(), "sponsor");
            status.setRollbackOnly();
        });
        assertThat(state(code, "values")).isEqualTo("AT_GATE");
        assertThat(ledger.of(code)).hasSize(entries);
        assertThat(items.open(code, "decideGate")).hasSize(1);
        work.complete(decision.task(), "sponsor");
        assertThat(state(code, "values")).isEqualTo("PASSED");
    }

    @Test
    void noStageOpensBeforeEveryEarlierGateIsPassedWhateverMovesTheToken() {
        String code = launch();
        assertThatThrownBy(() -> programs.open(code, "maturity"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("program.gate-not-passed"));
    }

    @Test
    void theDemoTellsSevenDifferentStories() {
        assertThat(programs.get("MERIDIAN").state()).isEqualTo("COMPLETED");
        assertThat(programs.get("TIDAL").state()).isEqualTo("STOPPED");
        assertThat(items.open("ATLAS", "decideGate"))
                .extracting(WorkItem::assignee)
                .containsExactly("sponsor");
        assertThat(items.open("NORTHSTAR", "voteMaturity"))
                .extracting(WorkItem::assignee)
                .containsExactly("service");
        assertThat(programs.stage("LANTERN", "capabilities").round()).isEqualTo(2);
        assertThat(programs.stage("HARBOUR", "values").decision()).isEqualTo("CONDITIONAL_GO");
        assertThat(programs.get("CEDAR").depth()).isEqualTo("LITE");
        assertThat(ledger.programs())
                .allSatisfy(code -> assertThat(ledger.verify(code).whole()).isTrue());
    }
}
