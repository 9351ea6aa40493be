package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Entry;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.promise.Conditions;
import org.waymark.promise.Reopenings;
import org.waymark.security.Proofs;
import org.waymark.web.Refusal;

/** Conditions from the promise to its end, through the real engine: kept, late, let go, the gate open again. */
class PromiseTests extends House {

    @Autowired
    Proofs proofs;

    @Autowired
    Conditions conditions;

    @Autowired
    Reopenings reopenings;

    /** A program whose gate of this stage was passed with one condition. */
    private String promised(String stage) {
        String code = launch();
        playTo(code, stage, "decideGate");
        play(story(code).decides(stage, conditional()), item -> item.taskKey().equals("decideGate"));
        jobs.settle(code);
        return code;
    }

    private void handIn(String code, String key, ObjectNode draft) {
        WorkItem item = open(code, key);
        String person = String.valueOf(item.assignee());
        work.save(item.task(), person, draft, work.open(item.task(), person).version());
        work.complete(item.task(), person);
        jobs.settle(code);
    }

    private static ObjectNode draft() {
        return Story.NODES.objectNode();
    }

    private void late(String code, String way) {
        fire(code, "conditionOverdue");
        handIn(code, "resolveOverdueCondition", draft().put("decision", way).put("reason", "It took too long."));
    }

    private String conditionState(String code) {
        return jdbc.sql("""
                        select c.state from gate_condition c join gate_sitting s on s.id = c.sitting
                        where s.program = :code
                        """).param("code", code).query(String.class).single();
    }

    /** What would still be missing if the sponsor answered so. */
    private List<String> missing(String code, ObjectNode answer) {
        WorkItem task = open(code, "confirmCondition");
        return work
                .save(
                        task.task(),
                        "sponsor",
                        answer,
                        work.open(task.task(), "sponsor").version())
                .missing()
                .stream()
                .map(Missing::key)
                .toList();
    }

    @Test
    void theOwnerKeepsItTheSponsorConfirmsItAndNothingIsOwed() {
        String code = promised("values");
        assertThat(open(code, "fulfilCondition").assignee()).isEqualTo("service");
        assertThat(open(code, "fulfilCondition").stage()).isEqualTo("values");
        assertThat(open(code, "fulfilCondition").name())
                .as("which promise it is stands in the list of tasks")
                .startsWith("Keep the promise · " + code + " · ");
        fire(code, "conditionReminder");
        assertThat(notices(code, "REMINDER")).isEqualTo(1);
        handIn(code, "fulfilCondition", draft().put("proof", "Named on Monday."));
        assertThat(open(code, "confirmCondition").assignee()).isEqualTo("sponsor");
        handIn(code, "confirmCondition", draft().put("answer", "NOT_YET").put("reason", "Named where?"));
        handIn(code, "fulfilCondition", draft().put("proof", "Named in the minutes."));
        jdbc.sql("delete from security_proof where person = 'sponsor'").update();
        assertThat(missing(code, draft().put("answer", "NOT_YET").put("reason", "Where?")))
                .as("sending a proof back settles nothing")
                .isEmpty();
        assertThat(missing(code, draft().put("answer", "KEPT")))
                .as("what settles a condition is signed")
                .containsExactly("gate.prove.missing");
        proofs.note("sponsor");
        handIn(code, "confirmCondition", draft().put("answer", "KEPT"));
        assertThat(conditions.open(code)).isEmpty();
        assertThat(conditionState(code)).isEqualTo("MET");
        assertThat(ledger.of(code))
                .extracting(Entry::kind)
                .contains("CONDITION_PROVED", "CONDITION_RETURNED", "CONDITION_KEPT");
    }

    @Test
    void anOverduePromiseIsForTheSponsorWhoGivesItTimeOrLetsItGo() {
        String code = promised("values");
        fire(code, "conditionOverdue");
        assertThat(notices(code, "ESCALATION")).isEqualTo(3);
        assertThat(open(code, "resolveOverdueCondition").assignee()).isEqualTo("sponsor");
        LocalDate later = LocalDate.now(clock).plusDays(30);
        jdbc.sql("delete from security_proof where person = 'sponsor'").update();
        assertThat(work.save(
                                open(code, "resolveOverdueCondition").task(),
                                "sponsor",
                                draft().put("decision", "WAIVE").put("reason", "It no longer matters."),
                                0)
                        .missing())
                .as("letting go is signed like a decision")
                .extracting(Missing::key)
                .containsExactly("gate.prove.missing");
        proofs.note("sponsor");
        handIn(
                code,
                "resolveOverdueCondition",
                draft().put("decision", "EXTEND").put("until", later.toString()).put("reason", "Holidays."));
        assertThat(conditions.open(code))
                .singleElement()
                .satisfies(one -> assertThat(one.due()).isEqualTo(later));
        late(code, "WAIVE");
        assertThat(conditionState(code)).isEqualTo("WAIVED");
        assertThat(items.open(code)).noneMatch(item -> item.taskKey().contains("Condition"));
    }

    @Test
    void whileAGateIsOpenAgainNoLaterGateSaysGo() {
        String code = promised("values");
        play(
                story(code),
                item -> !item.taskKey().equals("decideGate") && !item.taskKey().equals("fulfilCondition"));
        late(code, "REOPEN");
        assertThat(reopenings.open(code))
                .singleElement()
                .satisfies(one -> assertThat(one.stage()).isEqualTo("values"));
        assertThat(state(code, "values")).isEqualTo("PASSED");
        WorkItem later = open(code, "decideGate");
        assertThat(later.stage()).isEqualTo("capabilities");
        assertThat(work.save(later.task(), "sponsor", draft().put("decision", "GO"), 0)
                        .missing())
                .extracting(Missing::key)
                .contains("gate.decide.blocked");
        assertThatThrownBy(() -> work.complete(later.task(), "sponsor")).isInstanceOf(Refusal.class);
        play(story(code), item -> item.stage().equals("values"));
        assertThat(reopenings.open(code)).isEmpty();
        assertThat(programs.stage(code, "values").decision()).isEqualTo("GO");
        play(story(code), item -> item.task().equals(later.task()));
        assertThat(state(code, "capabilities")).isEqualTo("PASSED");
    }

    /** Two gates of one program on hold at once: a word to one of them wakes that one only. */
    @Test
    void twoGatesOfOneProgramOnHoldWakeEachByItself() throws Exception {
        String code = promised("values");
        play(
                story(code),
                item -> !item.taskKey().equals("decideGate") && !item.taskKey().equals("fulfilCondition"));
        late(code, "REOPEN");
        play(
                story(code),
                item -> item.stage().equals("values") && !item.taskKey().equals("decideGate"));
        String until = LocalDate.now(clock).plusDays(90).toString();
        Story held = story(code)
                .decides("values", decision("HOLD").put("holdUntil", until))
                .decides("capabilities", decision("HOLD").put("holdUntil", until));
        play(held, item -> item.taskKey().equals("decideGate"));
        assertThat(items.open(code)).isEmpty();
        assertThat(jdbc.sql("select count(*) from gate_sitting where program = ? and decision = 'HOLD'")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        String resume = "/api/programs/" + code + "/gates/%s/sittings/%d/resume";
        Caller manager = Caller.of(port, "manager");
        assertThat(manager.post(resume.formatted("capabilities", 1), "{}").statusCode())
                .isEqualTo(204);
        assertThat(items.open(code)).extracting(WorkItem::stage).containsExactly("capabilities");
        int again = jdbc.sql("select max(number) from gate_sitting where program = ? and stage = 'values'")
                .param(code)
                .query(Integer.class)
                .single();
        assertThat(manager.post(resume.formatted("values", again), "{}").statusCode())
                .isEqualTo(204);
        assertThat(items.open(code)).extracting(WorkItem::stage).containsExactlyInAnyOrder("capabilities", "values");
        play(story(code), item -> item.stage().equals("values"));
        play(story(code), item -> item.stage().equals("capabilities"));
        assertThat(reopenings.open(code)).isEmpty();
        assertThat(state(code, "capabilities")).isEqualTo("PASSED");
    }

    @Test
    void aGateThatIsOpenAgainCanSendTheWholeProgramBack() {
        String code = promised("values");
        play(
                story(code),
                item -> !item.taskKey().equals("fulfilCondition")
                        && !item.taskKey().equals("agreeMaturity"));
        late(code, "REOPEN");
        play(
                story(code).decides("values", back("values")),
                item -> item.stage().equals("values") && !item.taskKey().equals("weighValues"));
        jobs.settle(code);
        assertThat(state(code, "values")).isEqualTo("OPEN");
        assertThat(state(code, "maturity")).isEqualTo("AHEAD");
        assertThat(items.open(code)).extracting(WorkItem::taskKey).containsOnly("weighValues");
        play(story(code), item -> true);
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
    }

    @Test
    void theLastGateCanBeOpenedAgainAfterTheEnd() {
        String code = launch();
        play(
                story(code).decides("architecture", conditional()),
                item -> !item.taskKey().equals("fulfilCondition"));
        jobs.settle(code);
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        late(code, "REOPEN");
        play(
                story(code).decides("architecture", back("architecture")),
                item -> !item.taskKey().equals("decideComponents"));
        jobs.settle(code);
        assertThat(programs.get(code).state()).isEqualTo("RUNNING");
        play(story(code), item -> true);
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    @Test
    void whatWasPromisedEndsWithAStoppedProgram() {
        String code = promised("values");
        programs.stop(code, "The strategy has moved.", "manager");
        assertThat(items.open(code)).isEmpty();
        assertThat(conditionState(code)).isEqualTo("WITHDRAWN");
        String killed = promised("values");
        ObjectNode kill = decision("KILL");
        play(
                story(killed).decides("capabilities", kill),
                item -> !item.taskKey().equals("fulfilCondition"));
        assertThat(programs.get(killed).state()).isEqualTo("STOPPED");
        assertThat(items.open(killed)).isEmpty();
        assertThat(conditionState(killed)).isEqualTo("WITHDRAWN");
    }

    @Test
    void nobodyConfirmsWhatTheyPromisedThemselves() {
        String code = launch();
        ObjectNode own = conditional();
        ((ObjectNode) own.path("conditions").path(0)).put("owner", "sponsor");
        playTo(code, "values", "decideGate");
        play(story(code).decides("values", own), item -> item.taskKey().equals("decideGate"));
        jobs.settle(code);
        handIn(code, "fulfilCondition", draft().put("proof", "Done."));
        WorkItem confirm = open(code, "confirmCondition");
        assertThat(confirm.assignee()).isEqualTo("manager");
        assertThatThrownBy(() -> work.complete(confirm.task(), "sponsor")).isInstanceOf(Refusal.class);
    }
}
