package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.TimeSpent;
import org.waymark.process.WorkItem;
import org.waymark.program.Minutes;
import org.waymark.stage.Ask;
import org.waymark.stage.Stages;

/** The minutes promised at launch are kept, measured on the open form, and shown to whoever spent and whoever promised them. */
class MinutesTests extends House {

    @Autowired
    Minutes minutes;

    @Autowired
    TimeSpent time;

    @Autowired
    Stages stages;

    @Test
    void whatWasPromisedIsKeptAndWhatItTookIsShown() throws Exception {
        String code = launch();
        assertThat(minutes.promised(code))
                .containsEntry("submitForDecision", 10)
                .containsEntry("decideGate", 5);
        for (Ask ask : stages.inOrder().stream()
                .flatMap(stage -> stage.asks().stream())
                .toList()) {
            assertThat(minutes.promised(code)).containsEntry(ask.task(), ask.minutes());
        }
        WorkItem task = items.open(code, "weighValues").stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        Browsing service = Browsing.as(port, "service");
        assertThat(service.get("/tasks/" + task.task() + "/work").body()).contains("data-version");
        ago(task, 100);
        assertThat(service.form("/my-work/" + task.task(), "/tasks/" + task.task() + "/here", "")
                        .statusCode())
                .isEqualTo(204);
        ago(task, 4000);
        service.form("/my-work/" + task.task(), "/tasks/" + task.task() + "/here", "");
        assertThat(time.of("service").get(task.task()).seconds()).isBetween(100L, 110L);
        assertThat(Browsing.as(port, "sales")
                        .form("/my-work", "/tasks/" + task.task() + "/here", "")
                        .statusCode())
                .as("nobody counts time on another's task")
                .isGreaterThanOrEqualTo(400);

        hands.type(task, story(code));
        work.complete(task.task(), "service");
        int promised = minutes.promised(code).get("weighValues");
        assertThat(minutes.lines(code)).containsExactly(new Minutes.Line("weighValues", promised, 1, 2));
        assertThat(service.get("/my-work").body()).contains("2 of " + promised);
        String own = "2 of " + promised + " promised minutes, in one task";
        assertThat(service.get("/programs/" + code).body()).contains("Weighing the values", own);
        assertThat(Browsing.as(port, "manager").get("/programs/" + code).body()).contains(own);
        assertThat(Browsing.as(port, "sales").get("/programs/" + code).body())
                .contains("Weighing the values")
                .doesNotContain(own);
    }

    private void ago(WorkItem task, int seconds) {
        jdbc.sql("update work_time set seen = seen - ? where task = ?")
                .params(seconds, task.task())
                .update();
    }
}
