package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No way leads around a gate, a review or an agreement. */
class NoBypassTests {

    private static final Path PROCESSES = ProcessContractTests.PROCESSES;

    @Test
    void noStageIsReachedAndNoProgramCompletesWithoutEveryGateBefore() {
        assertThat(BypassRules.journey(PROCESSES.resolve("journey.bpmn"))).isEmpty();
    }

    @Test
    void noGateIsPassedWithoutReviewAndDecision() {
        assertThat(BypassRules.gate(PROCESSES.resolve("gate.bpmn"))).isEmpty();
    }

    @Test
    void noPromiseEndsWithoutItsProofOrADecision() {
        assertThat(BypassRules.condition(PROCESSES.resolve("condition.bpmn"))).isEmpty();
    }

    @Test
    void noBenefitEndsUnmeasuredAndNoDriftPassesUndecided() {
        assertThat(BypassRules.benefit(PROCESSES.resolve("benefit.bpmn"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"values", "capabilities", "maturity", "roi", "use-cases", "operating-model", "architecture"})
    void noStageEndsWithoutItsAgreement(String stage) {
        assertThat(BypassRules.stage(PROCESSES.resolve("stages/" + stage + ".bpmn")))
                .isEmpty();
    }
}
