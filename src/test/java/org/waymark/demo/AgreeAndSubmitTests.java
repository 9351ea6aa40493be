package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.WorkItem;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;

/** The manager agrees a stage and submits it in one act, when every criterion is met. */
class AgreeAndSubmitTests extends House {

    @Autowired
    Stages stages;

    @Test
    void agreeingAndSubmittingGoesStraightToTheSponsor() throws Exception {
        String code = agreed();
        WorkItem agreeing = open(code, "agreeValues");
        assertThat(Caller.of(port, "manager")
                        .post("/api/tasks/" + agreeing.task() + "/complete?submit=true", "")
                        .statusCode())
                .isEqualTo(204);
        jobs.settle(code);
        assertThat(items.open(code)).extracting(WorkItem::taskKey).containsExactly("decideGate");
        assertThat(jdbc.sql("select submitted_by from gate_sitting where program = :code")
                        .param("code", code)
                        .query(String.class)
                        .single())
                .isEqualTo("manager");
        // a repeated call hears the first answer
        assertThat(Caller.of(port, "manager")
                        .post("/api/tasks/" + agreeing.task() + "/complete?submit=true", "")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void agreeingAloneLeavesSubmittingToTheManager() throws Exception {
        String code = agreed();
        WorkItem agreeing = open(code, "agreeValues");
        // a wish taken back by pressing the other button counts no more
        work.submitStage(agreeing.task(), "manager", true);
        assertThat(Caller.of(port, "manager")
                        .post("/api/tasks/" + agreeing.task() + "/complete", "")
                        .statusCode())
                .isEqualTo(204);
        jobs.settle(code);
        assertThat(items.open(code)).extracting(WorkItem::taskKey).containsExactly("submitForDecision");
    }

    @Test
    void tasklistIsToldBeforehandAndTheFormOffersItOnlyWhenNothingIsMissing() throws Exception {
        String code = launch();
        playTo(code, "values", "agreeValues");
        WorkItem agreeing = open(code, "agreeValues");
        assertThat(form(agreeing)).contains("id=\"work-submit\"").doesNotContain("id=\"work-submit-stage\"");
        hands.type(agreeing, story(code));
        assertThat(form(agreeing)).contains("id=\"work-submit-stage\"", "Agree and submit for decision");
        work.submitStage(agreeing.task(), "manager", true);
        work.complete(agreeing.task(), "manager");
        jobs.settle(code);
        assertThat(items.open(code)).extracting(WorkItem::taskKey).containsExactly("decideGate");
    }

    @Test
    void nobodyElseIsOfferedIt() throws Exception {
        String code = launch();
        WorkItem mine = items.open(code, "weighValues").stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        hands.type(mine, story(code));
        assertThat(work.submittable(mine.task(), "service")).isFalse();
        assertThatThrownBy(() -> work.submitStage(mine.task(), "service", true)).isInstanceOf(Refusal.class);
        assertThat(Caller.of(port, "service")
                        .post("/api/tasks/" + mine.task() + "/complete?submit=true", "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(items.find(mine.task()).orElseThrow().isOpen()).isTrue();
        assertThatThrownBy(() -> work.submitStage(mine.task(), "manager", true)).isInstanceOf(Refusal.class);
        assertThat(Caller.of(port, "manager")
                        .post("/api/tasks/" + mine.task() + "/complete?submit=true", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyStageSaysWhichAgreementIsItsLast() {
        assertThat(stages.inOrder())
                .extracting(model -> model.agreeing().get(model.agreeing().size() - 1))
                .containsExactly(
                        "agreeValues",
                        "agreeCapabilities",
                        "agreeMaturity",
                        "buildBusinessCase",
                        "planFirstWave",
                        "agreeOperatingModel",
                        "agreeArchitecture");
        assertThat(stages.inOrder()).extracting(StageModel::contribution).doesNotHaveDuplicates();
    }

    private String agreed() {
        String code = launch();
        playTo(code, "values", "agreeValues");
        hands.type(open(code, "agreeValues"), story(code));
        return code;
    }

    private String form(WorkItem task) throws Exception {
        return Browsing.as(port, "manager")
                .get("/tasks/" + task.task() + "/work")
                .body();
    }
}
