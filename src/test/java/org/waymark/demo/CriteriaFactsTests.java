package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.stage.Fact;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;

/** Every criterion that ships asks for a fact that its stage really states, and every review measured it. */
class CriteriaFactsTests extends House {

    @Autowired
    Stages stages;

    @Test
    void everyCriterionAsksForAFactItsStageStates() {
        assertThat(stages.ids()).hasSize(7);
        for (StageModel model : stages.inOrder()) {
            List<String> stated =
                    model.facts("MERIDIAN").stream().map(Fact::name).toList();
            List<String> asked = jdbc.sql("select fact from gate_criterion where stage = :stage")
                    .param("stage", model.stage())
                    .query(String.class)
                    .list();
            assertThat(asked).as(model.stage()).isNotEmpty();
            assertThat(stated).as(model.stage()).containsAll(asked);
        }
        assertThat(jdbc.sql("select count(*) from gate_finding where measured is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
