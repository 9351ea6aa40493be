package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.WorkItem;
import org.waymark.trace.Mark;
import org.waymark.trace.Marks;

/** A value that is dropped after its gate marks what stood on it, and looking again takes the mark away. */
class RippleTests extends House {

    @Autowired
    Marks marks;

    @Test
    void droppingAValueMarksWhatDependsOnItUntilItsStageHasPassedAgain() {
        String code = launch();
        playTo(code, "maturity", "decideGate");
        assertThat(marks.open(code)).isEmpty();
        play(
                story(code).decides("maturity", back("values")),
                item -> item.taskKey().equals("decideGate"));
        playTo(code, "values", "decideGate");
        assertThat(marks.open(code)).isEmpty();

        Story other = new Story(code, LocalDate.now(clock), "service") {
            @Override
            public void begin(WorkItem task, ObjectNode draft) {
                super.begin(task, draft);
                if (task.taskKey().equals("agreeValues")) {
                    ((ObjectNode) draft.withArray("values").get(0)).put("id", "VAL-02");
                }
            }
        };
        play(
                story(code).decides("values", back("values")),
                item -> item.taskKey().equals("decideGate"));
        play(other, item -> item.stage().equals("values"));

        List<Mark> marked = marks.open(code);
        assertThat(marked).isNotEmpty().allSatisfy(mark -> {
            assertThat(mark.how()).isEqualTo(Mark.How.DROPPED);
            assertThat(mark.cause()).startsWith("VAL-");
        });
        assertThat(marked).extracting(Mark::stage).contains("capabilities");
        // maturity never passed its gate, so nothing of it can need another look
        assertThat(marked).extracting(Mark::stage).doesNotContain("maturity");

        play(story(code), item -> item.stage().equals("capabilities"));
        assertThat(marks.open(code)).isEmpty();
    }
}
