package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.security.Proofs;
import org.waymark.web.Refusal;

/** Panels over time, in the whole product: a vote that is changed, a deputy's last day, a wait of four hundred days. */
class GatekeepersTests extends House {

    private static final String JSON = "application/json";

    @Autowired
    Proofs proofs;

    @AfterEach
    void today() {
        ClockUtil.reset();
        List.of("sponsor", "sales").forEach(proofs::note);
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }

    private void days(int ahead) {
        ClockUtil.setCurrentTime(
                Date.from(OffsetDateTime.now(ZoneOffset.UTC).plusDays(ahead).toInstant()));
    }

    private String atValuesGate() {
        String code = launch();
        playTo(code, "values", "decideGate");
        return code;
    }

    private WorkItem of(String code, String person) {
        return items.open(code, "decideGate").stream()
                .filter(item -> person.equals(item.assignee()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangedVoteThatSettlesItDecidesAtOnceAndTheLateClickIsToldSo() throws Exception {
        String code = launch(
                List.of(
                        new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                        new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD")),
                "OVER_10M");
        play(story(code), item -> !(item.stage().equals("roi") && item.taskKey().equals("decideGate")));
        String gate = "/programs/" + code + "/gates/roi";
        Visitor finance = visitor("finance");
        assertThat(finance.get(gate).body())
                .as("the page says why it is these people")
                .contains("the business case needs the finance partner too");
        hands.handIn(of(code, "finance"), story(code).decides("roi", decision("KILL")));
        hands.handIn(of(code, "sponsor"), story(code));
        jobs.settle(code);
        WorkItem chairs = open(code, "decideGate");
        assertThat(chairs.assignee()).as("one each: the chair is called").isEqualTo("sponsor");
        assertThat(state(code, "roi")).isEqualTo("AT_GATE");
        String vote = "/api" + gate + "/sittings/1/vote";
        assertThat(finance.ours("PUT", vote, JSON, "{\"decision\":\"GO\"}").statusCode())
                .isEqualTo(204);
        jobs.settle(code);
        assertThat(state(code, "roi")).isEqualTo("PASSED");
        assertThat(items.open(code, "decideGate")).isEmpty();
        assertThat(finance.ours("PUT", vote, JSON, "{\"decision\":\"KILL\",\"reason\":\"No.\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(visitor("sponsor")
                        .ours("POST", "/api/tasks/" + chairs.task() + "/complete", JSON, "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(ledger.of(code))
                .filteredOn(entry ->
                        entry.kind().equals("DECIDED") && entry.subject().equals("roi"))
                .hasSize(1);
    }

    @Test
    void aDeputysLastDayPassesInTheMiddleOfAReview() throws Exception {
        String code = atValuesGate();
        String until = LocalDate.now(clock).plusDays(2).toString();
        assertThat(visitor("sponsor")
                        .ours(
                                "POST",
                                "/api/programs/" + code + "/deputies",
                                JSON,
                                "{\"deputy\":\"sales\",\"stage\":\"values\",\"until\":\"" + until + "\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(visitor("sales")
                        .ours("POST", "/api/programs/" + code + "/gates/values/sittings/1/claim", JSON, "{}")
                        .statusCode())
                .isEqualTo(200);
        WorkItem task = open(code, "decideGate");
        hands.type(task, story(code));
        days(4);
        proofs.note("sales");
        assertThatThrownBy(() -> work.complete(task.task(), "sales")).isInstanceOf(Refusal.class);
        fire(code, "decisionReminder");
        assertThat(open(code, "decideGate").assignee()).isEqualTo("sponsor");
        assertThat(state(code, "values")).isEqualTo("AT_GATE");
    }

    @Test
    void aHoldOfFourHundredDaysEndsByItsTimerAndNotADayBefore() {
        String code = atValuesGate();
        LocalDate until = LocalDate.now(clock).plusDays(400);
        hands.handIn(
                open(code, "decideGate"),
                story(code).decides("values", decision("HOLD").put("holdUntil", until.toString())));
        jobs.settle(code);
        Job timer = timer(code);
        days(398);
        assertThat(due(timer)).isFalse();
        assertThat(state(code, "values")).isEqualTo("ON_HOLD");
        days(402);
        assertThat(due(timer)).isTrue();
        proofs.note("sponsor");
        management.executeJob(timer.getId());
        play(story(code), item -> !item.taskKey().equals("rateCapabilities"));
        assertThat(state(code, "values")).isEqualTo("PASSED");
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    /** Three working days for the sponsor in Berlin: onto a leap day, and over the night the clocks go forward. */
    @ParameterizedTest
    @CsvSource({"2028-02-24, 2028-02-29T22:59:59Z", "2028-03-24, 2028-03-29T21:59:59Z"})
    void aDecisionIsDueInTheEveningOfItsDayWhateverTheCalendarDoes(LocalDate called, OffsetDateTime due) {
        ClockUtil.setCurrentTime(
                Date.from(called.atTime(10, 0).atOffset(ZoneOffset.UTC).toInstant()));
        String code = atValuesGate();
        assertThat(jdbc.sql("select decide_by from gate_sitting where program = ?")
                        .param(code)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(due.toInstant());
        assertThat(Objects.requireNonNull(open(code, "decideGate").due()).toInstant())
                .isEqualTo(due.toInstant());
    }

    private Job timer(String code) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .flatMap(one ->
                        management
                                .createJobQuery()
                                .processInstanceId(one.getId())
                                .activityId("holdUntil")
                                .list()
                                .stream())
                .findFirst()
                .orElseThrow();
    }

    private boolean due(Job timer) {
        return management.createJobQuery().jobId(timer.getId()).executable().count() == 1;
    }
}
