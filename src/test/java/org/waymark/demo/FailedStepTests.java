package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.waymark.process.WorkItem;

/** A step that can never succeed is tried five times, then it waits where an administrator sees it, and goes on later. */
class FailedStepTests extends House {

    private static final String CODE = "FAILING";
    private static final int TRIES = 5;

    @Test
    void itIsTriedFiveTimesThenShownAndOnceMendedItGoesOnOnce() throws Exception {
        launchWithoutItsFirstStage();
        try {
            String step = step().getId();
            for (int left = TRIES - 1; left >= 0; left--) {
                assertThatThrownBy(() -> management.executeJob(step)).isInstanceOf(RuntimeException.class);
                assertThat(step().getRetries()).isEqualTo(left);
            }
            assertThat(management.createJobQuery().jobId(step).executable().count())
                    .as("nobody tries it for ever")
                    .isZero();
            assertThat(incidents()).isEqualTo(1);
            assertThat(Caller.of(port, "admin").get("/actuator/prometheus").body())
                    .containsPattern("waymark_engine_incidents\\{[^}]*} 1\\.0");

            rename("values-gone", "values");
            management.setJobRetries(step, 1);
            management.executeJob(step);
            jobs.settle(CODE);
        } finally {
            rename("values-gone", "values");
        }
        assertThat(incidents()).isZero();
        assertThat(items.open(CODE, "weighValues"))
                .extracting(WorkItem::assignee)
                .as("everybody is asked once")
                .contains("service", "product")
                .doesNotHaveDuplicates();
        assertThat(ledger.verify(CODE).whole()).isTrue();
    }

    private void launchWithoutItsFirstStage() {
        programs.launch(Launches.of(CODE, LocalDate.now(clock), Launches.THREE.subList(0, 2)), "manager");
        rename("values", "values-gone");
    }

    private void rename(String stage, String now) {
        jdbc.sql("update program_stage set stage = :now where program = :code and stage = :stage")
                .param("now", now)
                .param("code", CODE)
                .param("stage", stage)
                .update();
    }

    private Job step() {
        return management
                .createJobQuery()
                .processInstanceId(journey(CODE).getId())
                .messages()
                .singleResult();
    }

    private long incidents() {
        return runtime.createIncidentQuery()
                .processInstanceId(journey(CODE).getId())
                .count();
    }
}
