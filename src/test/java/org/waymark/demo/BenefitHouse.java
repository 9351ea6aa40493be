package org.waymark.demo;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.waymark.ledger.Touched;
import org.waymark.process.Past;
import org.waymark.process.WorkItem;
import org.waymark.security.Proofs;

/** The house with a program whose plan is locked, and the calendar turned from quarter to quarter. */
abstract class BenefitHouse extends House {

    private static final Predicate<WorkItem> TO_THE_NEXT_STAGE =
            item -> item.stage().matches("values|capabilities|maturity|roi") && !ofBenefit(item);

    @Autowired
    Past past;

    @Autowired
    Proofs proofs;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void engineOfTheHouse() {
        init(engine);
    }

    /** What was done in years to come would stand before what other tests do today; the board is told as well. */
    @AfterEach
    void cameBack() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<String> ahead = jdbc.sql("select distinct program from work_item where ended > :now")
                .param("now", now)
                .query(String.class)
                .list();
        jdbc.sql("update work_item set ended = :now where ended > :now")
                .param("now", now)
                .update();
        ahead.forEach(program -> events.publishEvent(new Touched(program)));
    }

    static boolean ofBenefit(WorkItem item) {
        return List.of("reportBenefit", "confirmBenefit", "resolveDrift", "correctForecast")
                .contains(item.taskKey());
    }

    /** A program whose plan was locked by its gate, and which stands in the stage after it. */
    String locked() {
        String code = launch();
        play(story(code), TO_THE_NEXT_STAGE);
        return code;
    }

    List<ProcessInstance> runs(String code) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("benefit")
                .processInstanceBusinessKey(code)
                .list();
    }

    String lineOf(String instance) {
        return jdbc.sql("select line from roi_watch where instance = :instance")
                .param("instance", instance)
                .query(String.class)
                .single();
    }

    LocalDate starts(String code) {
        return jdbc.sql("select starts from roi_baseline where program = :code order by version_no desc")
                .param("code", code)
                .query(LocalDate.class)
                .list()
                .get(0);
    }

    /** A year's money of a line, a fourth of it. */
    BigDecimal planned(String code, String line, int quarter) {
        return jdbc.sql("""
                        select amount from roi_plan_year where program = :code and line = :line and at_year = :year
                        and version_no = 1
                        """)
                .param("code", code)
                .param("line", line)
                .param("year", (quarter + 3) / 4)
                .query(BigDecimal.class)
                .single()
                .divide(BigDecimal.valueOf(4), 2, RoundingMode.HALF_UP);
    }

    /** Some days after so many quarters of the plan. */
    void after(String code, int quarters, Runnable act) {
        past.at(
                starts(code)
                        .plusMonths(3L * quarters)
                        .plusDays(4)
                        .atTime(LocalTime.NOON)
                        .atOffset(ZoneOffset.UTC),
                act);
        proofs.note("sponsor"); // a signature of that day would outlive all others
    }

    void fireAll(String code, String element) {
        for (ProcessInstance run : runs(code)) {
            for (Job timer : management
                    .createJobQuery()
                    .processInstanceId(run.getId())
                    .activityId(element)
                    .timers()
                    .list()) {
                management.executeJob(timer.getId());
            }
        }
    }

    int quarterOf(WorkItem item) {
        return jdbc.sql("select quarter_no from roi_watch where instance = :instance")
                .param("instance", item.instance())
                .query(Integer.class)
                .single();
    }

    /** The owner says that this share of the plan came in every quarter that is asked for. */
    void report(WorkItem item, String share) {
        ObjectNode draft = work.open(item.task(), who(item)).work().deepCopy();
        int quarter = quarterOf(item);
        draft.withArray("quarters").forEach(one -> {
            int no = one.path("quarter").asInt();
            if (no <= quarter) {
                ((ObjectNode) one)
                        .put(
                                "actual",
                                planned(item.program(), lineOf(item.instance()), no)
                                        .multiply(new BigDecimal(share))
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .toPlainString())
                        .put("source", "Ledger, account 4711");
            }
        });
        handIn(item, draft);
    }

    static String who(WorkItem item) {
        return String.valueOf(item.assignee());
    }

    void handIn(WorkItem item, ObjectNode draft) {
        String person = who(item);
        work.save(item.task(), person, draft, work.open(item.task(), person).version());
        work.complete(item.task(), person);
        jobs.settle(item.program());
    }

    static ObjectNode draft() {
        return Story.NODES.objectNode();
    }

    void each(String code, String key, Consumer<WorkItem> act) {
        items.open(code, key).forEach(act);
    }

    void reportedAndConfirmed(String code, String share) {
        each(code, "reportBenefit", item -> report(item, share));
        each(code, "confirmBenefit", item -> handIn(item, draft().put("answer", "CONFIRMED")));
    }

    void decide(String code, String way) {
        proofs.note("sponsor");
        handIn(
                open(code, "resolveDrift"),
                draft().put("decision", way).put("reason", "The contract begins in spring."));
    }

    /** Only one line is looked at further, so that a test of one way is quick. */
    String one(String code) {
        List<ProcessInstance> runs = runs(code);
        runs.stream().skip(1).forEach(run -> runtime.deleteProcessInstance(run.getId(), "not in this test"));
        return runs.get(0).getId();
    }
}
