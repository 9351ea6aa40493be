package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Notes;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** Two people at one agreement, one after the other: each sees the other's words, and nobody's are overwritten. */
class ChangingHandsTests extends House {

    @Autowired
    Notes notes;

    @Test
    void whatAGroupAgreesGoesAlongAndAnOldWindowIsToldSo() {
        String code = launch();
        playTo(code, "values", "agreeValues");
        WorkItem agreeing = open(code, "agreeValues");
        Work.Sheet first = work.open(agreeing.task(), "manager");
        long managers = work.save(agreeing.task(), "manager", said(first.work(), "Mona's words"), first.version())
                .version();

        notes.passOn(agreeing.task(), "manager", "product", "You know them better");

        Work.Sheet theirs = work.open(agreeing.task(), "product");
        assertThat(theirs.work().path("reason").asText())
                .as("the next one sees what was written")
                .isEqualTo("Mona's words");
        assertThatThrownBy(() -> work.save(agreeing.task(), "manager", said(first.work(), "Too late"), managers))
                .as("who has given it away hears who has it")
                .isInstanceOf(Refusal.class);
        work.save(agreeing.task(), "product", said(theirs.work(), "Petra's words"), theirs.version());

        notes.passOn(agreeing.task(), "product", "manager", "Yours again");

        assertThatThrownBy(() -> work.save(agreeing.task(), "manager", said(first.work(), "Too late"), managers))
                .as("the window that stayed open does not overwrite what was written meanwhile")
                .isInstanceOf(Refusal.class)
                .extracting(refused -> ((Refusal) refused).status())
                .isEqualTo(409);
        Work.Sheet now = work.open(agreeing.task(), "manager");
        assertThat(now.work().path("reason").asText()).isEqualTo("Petra's words");
        assertThat(work.save(agreeing.task(), "manager", said(now.work(), "Both our words"), now.version())
                        .work()
                        .path("reason")
                        .asText())
                .as("having seen it, they choose")
                .isEqualTo("Both our words");
    }

    @Test
    void whatSomebodySaysForThemselvesIsReadByNobodyElse() {
        String code = launch();
        WorkItem weighing = open(code, "weighValues");
        String person = String.valueOf(weighing.assignee());
        ObjectNode fact = JsonNodeFactory.instance.objectNode().put("fact", "Only mine");
        work.save(weighing.task(), person, fact, 0);
        String colleague = notes.colleagues(code, person).get(0).id();
        notes.passOn(weighing.task(), person, colleague, "");
        assertThat(work.open(weighing.task(), colleague).work().toString()).doesNotContain("Only mine");
    }

    private static JsonNode said(JsonNode work, String reason) {
        return ((ObjectNode) work.deepCopy()).put("reason", reason);
    }
}
