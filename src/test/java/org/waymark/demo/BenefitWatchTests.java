package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Entry;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.promise.Reopenings;
import org.waymark.web.Refusal;

/** Two years of quarterly looks at the benefits, through the real engine; only the calendar is turned. */
class BenefitWatchTests extends BenefitHouse {

    @Autowired
    Reopenings reopenings;

    @Test
    void eightQuartersAreLookedAtAlthoughTheProgramIsOverAndThenItEnds() {
        String code = launch();
        play(story(code), item -> true);
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        List<ProcessInstance> runs = runs(code);
        assertThat(runs)
                .hasSize(3)
                .allSatisfy(run -> BpmnAwareTests.assertThat(run).isWaitingAt("awaitQuarter"));
        for (int quarter = 1; quarter <= 8; quarter++) {
            after(code, quarter, () -> {
                fireAll(code, "awaitQuarter");
                assertThat(items.open(code, "reportBenefit")).hasSize(3).allSatisfy(item -> {
                    assertThat(item.stage()).isEqualTo("roi");
                    assertThat(item.due()).isAfter(item.created());
                });
                assertThat(items.open(code, "reportBenefit"))
                        .extracting(WorkItem::name)
                        .as("each is told apart by its line")
                        .doesNotHaveDuplicates()
                        .allSatisfy(name -> assertThat(name).startsWith("Report what came · " + code + " · "));
                reportedAndConfirmed(code, "0.9");
                assertThat(items.open(code)).isEmpty();
            });
        }
        assertThat(runs)
                .allSatisfy(run -> BpmnAwareTests.assertThat(run)
                        .isEnded()
                        .hasPassed("reportBenefit", "confirmBenefit", "measureDrift", "benefitTracked")
                        .hasNotPassed("resolveDrift"));
        assertThat(jdbc.sql("select count(*) from roi_report where program = :code and actual is not null")
                        .param("code", code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(24);
        assertThat(jdbc.sql("select distinct state from roi_watch where program = :code")
                        .param("code", code)
                        .query(String.class)
                        .list())
                .containsExactly("ENDED");
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    @Test
    void aDriftIsForTheSponsorWhoHasTheForecastCorrectedAcceptsItAndIsNotAskedAboutTheSameAgain() {
        String code = locked();
        String run = one(code);
        // whatever the sponsor signed for another test
        jdbc.sql("delete from security_proof where person = 'sponsor'").update();
        after(code, 1, () -> {
            fireAll(code, "awaitQuarter");
            reportedAndConfirmed(code, "0.5");
            WorkItem drift = open(code, "resolveDrift");
            assertThat(drift.assignee()).isEqualTo("sponsor");
            assertThatThrownBy(() -> work.complete(drift.task(), "manager")).isInstanceOf(Refusal.class);
            assertThat(work.save(drift.task(), "sponsor", draft().put("decision", "ACCEPT"), 0)
                            .missing())
                    .extracting(Missing::key)
                    .as("accepting is signed like a decision")
                    .containsExactly("roi.drift.reason.missing", "gate.prove.missing");
            decide(code, "CORRECT");
            WorkItem forecast = open(code, "correctForecast");
            assertThat(forecast.assignee()).isNotEqualTo("sponsor");
            assertThat(work.open(forecast.task(), who(forecast)).missing())
                    .extracting(Missing::key)
                    .containsExactly("roi.forecast.missing");
            ObjectNode said = work.open(forecast.task(), who(forecast)).work().deepCopy();
            ((ObjectNode) said.withArray("quarters").get(0)).put("forecast", "1000");
            handIn(forecast, said);
            assertThat(jdbc.sql("select forecast from roi_report where program = :code and quarter_no = 2")
                            .param("code", code)
                            .query(BigDecimal.class)
                            .single())
                    .isEqualByComparingTo("1000");
            decide(code, "ACCEPT");
            assertThat(items.open(code)).noneMatch(BenefitHouse::ofBenefit);
        });
        after(code, 2, () -> {
            fireAll(code, "awaitQuarter");
            reportedAndConfirmed(code, "0.5");
            assertThat(items.open(code)).noneMatch(BenefitHouse::ofBenefit);
        });
        after(code, 3, () -> {
            fireAll(code, "awaitQuarter");
            // to date (0.5 + 0.5 + 2.0) / 3 = 1.0: back on the plan, and far from what was accepted
            reportedAndConfirmed(code, "2.0");
            assertThat(items.open(code, "resolveDrift")).hasSize(1);
        });
        BpmnAwareTests.assertThat(runs(code).get(0)).isWaitingAt("resolveDrift");
        assertThat(ledger.of(code)).extracting(Entry::kind).contains("DRIFT_ACCEPTED", "DRIFT_CORRECT");
        assertThat(run).isEqualTo(runs(code).get(0).getId());
    }

    @Test
    void theSponsorOpensTheGateAgainAndTheLookingGoesOn() {
        String code = locked();
        one(code);
        after(code, 1, () -> {
            fireAll(code, "awaitQuarter");
            reportedAndConfirmed(code, "0.2");
            decide(code, "REOPEN");
        });
        assertThat(reopenings.open(code)).singleElement().satisfies(one -> {
            assertThat(one.stage()).isEqualTo("roi");
            assertThat(one.promise()).isNull();
            assertThat(one.reason()).isEqualTo("The contract begins in spring.");
        });
        BpmnAwareTests.assertThat(runs(code).get(0)).isWaitingAt("awaitQuarter");
        play(story(code), item -> item.stage().equals("roi") && !ofBenefit(item));
        assertThat(reopenings.open(code)).isEmpty();
        assertThat(programs.stage(code, "roi").decision()).isEqualTo("GO");
        assertThat(ledger.of(code)).extracting(Entry::kind).contains("DRIFT_REOPENED", "GATE_REOPENED");
        after(code, 2, () -> {
            fireAll(code, "awaitQuarter");
            // what opened the gate was decided there: the same drift is not asked about again
            reportedAndConfirmed(code, "0.2");
            assertThat(items.open(code)).noneMatch(BenefitHouse::ofBenefit);
        });
    }

    @Test
    void whatNobodyReportedIsAskedForWithTheNextQuarter() {
        String code = locked();
        String run = one(code);
        after(code, 1, () -> fireAll(code, "awaitQuarter"));
        WorkItem forgotten = open(code, "reportBenefit");
        after(code, 2, () -> {
            fireAll(code, "reportOverrun");
            assertThat(items.open(code, "reportBenefit")).isEmpty();
            fireAll(code, "awaitQuarter");
            WorkItem both = open(code, "reportBenefit");
            assertThat(both.task()).isNotEqualTo(forgotten.task());
            assertThat(work.open(both.task(), who(both)).missing()).hasSize(2);
            report(both, "1.0");
            WorkItem confirm = open(code, "confirmBenefit");
            assertThat(confirm.assignee()).isEqualTo("finance");
            assertThatThrownBy(() -> work.complete(confirm.task(), who(both))).isInstanceOf(Refusal.class);
            handIn(confirm, draft().put("answer", "RETURNED").put("reason", "Account 4712."));
            WorkItem returned = open(code, "reportBenefit");
            assertThat(work.open(returned.task(), who(returned)).missing()).isEmpty();
            report(returned, "0.95");
        });
        after(code, 3, () -> {
            fireAll(code, "confirmOverrun");
            fireAll(code, "awaitQuarter");
            reportedAndConfirmed(code, "1.0");
        });
        assertThat(jdbc.sql("""
                        select count(*) from roi_confirmation c join roi_report r on r.id = c.report
                        where r.program = :code
                        """).param("code", code).query(Integer.class).single())
                .isEqualTo(3);
        assertThat(ledger.of(code))
                .extracting(Entry::kind)
                .contains("BENEFIT_MISSED", "BENEFIT_RETURNED", "BENEFIT_CONFIRMED");
        BpmnAwareTests.assertThat(runs(code).get(0)).isWaitingAt("awaitQuarter");
        assertThat(runs(code).get(0).getId()).isEqualTo(run);
    }

    @Test
    void itEndsWithAStoppedProgramAndWithALineNobodyPlansAnyMore() {
        String code = locked();
        programs.stop(code, "The strategy has moved.", "manager");
        assertThat(runs(code)).isEmpty();
        assertThat(jdbc.sql("select distinct state from roi_watch where program = :code")
                        .param("code", code)
                        .query(String.class)
                        .list())
                .containsExactly("WITHDRAWN");
        String dropped = locked();
        ProcessInstance run = runs(dropped).get(0);
        jdbc.sql("delete from roi_plan_year where program = :code and line = :line")
                .param("code", dropped)
                .param("line", lineOf(run.getId()))
                .update();
        after(dropped, 1, () -> fireAll(dropped, "awaitQuarter"));
        BpmnAwareTests.assertThat(run).isEnded().hasPassed("benefitDropped");
    }

    @Test
    void itIsAmongWhatWaitsForItsOwner() {
        String code = locked();
        after(code, 1, () -> fireAll(code, "awaitQuarter"));
        WorkItem task = open(code, "reportBenefit");
        assertThat(asked(who(task), code))
                .anySatisfy(need -> assertThat(need.toString()).contains(task.task()));
    }
}
