package org.waymark.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.process.WorkItem;

/** The stall detector names the one thing that holds most others. */
class StallTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-25T10:00:00Z");
    private static final List<Stall.Step> STEPS = List.of(
            new Stall.Step("values", true, List.of("weighValues", "agreeValues")),
            new Stall.Step("capabilities", false, List.of("rateCapabilities", "agreeCapabilities")),
            new Stall.Step("maturity", false, List.of("voteMaturity", "agreeMaturity")),
            new Stall.Step("roi", false, List.of("chooseBenefits", "estimateBenefits", "buildBusinessCase")));

    @Test
    void whatComesFirstHoldsEverythingBehindIt() {
        Stall stall = Stall.of(
                        List.of(
                                item("1", "capabilities", "agreeCapabilities", "mona", 1),
                                item("2", "capabilities", "rateCapabilities", "sara", 3),
                                item("3", "capabilities", "rateCapabilities", "samir", 5)),
                        STEPS,
                        NOW)
                .orElseThrow();
        assertThat(stall.taskKey()).isEqualTo("rateCapabilities");
        assertThat(stall.people()).containsExactly("sara", "samir");
        assertThat(stall.gates()).isEqualTo(3);
        assertThat(stall.tasks()).isEqualTo(1 + 2 + 3);
        assertThat(stall.late()).isFalse();
    }

    @Test
    void aPromiseOfAPassedStageHoldsNobodyAndAReopenedGateEverybody() {
        WorkItem promise = item("1", "values", "fulfilCondition", "sara", -9);
        assertThat(Stall.of(List.of(promise), STEPS, NOW)).isEmpty();
        WorkItem vote = item("2", "capabilities", "voteMaturity", "samir", 1);
        assertThat(Stall.of(List.of(vote), STEPS, NOW)).isEmpty();
        Stall again = Stall.of(
                        List.of(
                                item("3", "capabilities", "rateCapabilities", "sara", -2),
                                item("4", "values", "decideGate", "simone", -1)),
                        STEPS,
                        NOW)
                .orElseThrow();
        assertThat(again.taskKey()).isEqualTo("decideGate");
        assertThat(again.gates()).isEqualTo(4);
        assertThat(again.tasks()).isEqualTo(7);
        assertThat(again.late()).isTrue();
    }

    @Test
    void ofTwoThatHoldTheSameTheMoreOverdueIsNamed() {
        List<Stall.Step> parallel =
                List.of(new Stall.Step("operating-model", false, List.of("agreeContent", "agreeCampaign")));
        Stall stall = Stall.of(
                        List.of(
                                item("1", "operating-model", "agreeCampaign", "ada", 4),
                                item("2", "operating-model", "agreeContent", "bo", 2)),
                        parallel,
                        NOW)
                .orElseThrow();
        assertThat(stall.taskKey()).isEqualTo("agreeContent");
        assertThat(Stall.of(
                                List.of(
                                        item("1", "operating-model", "agreeCampaign", "ada", -4),
                                        item("2", "operating-model", "decideGate", "bo", 2)),
                                parallel,
                                NOW)
                        .orElseThrow()
                        .people())
                .containsExactly("ada");
    }

    private static WorkItem item(String task, String stage, String key, String person, int dueInDays) {
        return new WorkItem(
                task,
                key,
                key + " · ATLAS",
                "ATLAS",
                stage,
                "instance",
                person,
                NOW.minusDays(3),
                NOW.plusDays(dueInDays),
                "OPEN",
                null,
                null);
    }
}
