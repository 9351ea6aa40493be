package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.waymark.gate.GateHouse.CODE;
import static org.waymark.gate.GateHouse.RUN;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waymark.process.Missing;
import org.waymark.process.NoticeDue;
import org.waymark.promise.Condition;
import org.waymark.promise.Promise;
import org.waymark.stage.Fact;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.TeamChanged;
import org.waymark.web.Refusal;

class GateProcessTests {

    private final GateHouse house;

    GateProcessTests() throws Exception {
        house = new GateHouse();
    }

    @AfterEach
    void shutDown() {
        house.close();
    }

    private void vote(String person, Verdict verdict) {
        house.decide.submit(house.task("decideGate", person), verdict);
    }

    private static Verdict verdict(Decision decision, @Nullable String recycleTo, @Nullable LocalDate until) {
        return new Verdict(decision, "Because.", List.of(), List.of(), recycleTo, until, List.of());
    }

    private static Verdict go() {
        return verdict(Decision.GO, null, null);
    }

    @Test
    void aGoPassesTheStageAndIsWrittenDownOnce() {
        assertThat(house.process.measureCriteria(CODE, RUN)).isEqualTo("NEEDED");
        assertThat(house.called().state()).isEqualTo(Sitting.State.CONVENED);
        assertThat(house.process.nextRound(CODE, RUN)).containsExactly("sponsor");
        vote("sponsor", go());
        assertThat(house.process.roundOver(CODE, RUN)).isTrue();
        assertThat(house.process.countVotes(CODE, RUN)).isEqualTo("DONE");
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("PASS");
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("PASS");
        verify(house.programs).passed(CODE, "roi", "GO");
        verify(house.ledger).append(eq(CODE), eq("DECIDED"), eq("sponsor"), any(), eq("roi"), any());
        assertThat(house.evidence.of(house.sittings.ofInstance(RUN).id())).hasSize(2);
    }

    @Test
    void agreeAndSubmitGoesStraightOnWhenNothingThatBindsIsOpen() {
        house.sittings.wish(CODE, "roi", "finance", house.sittings.now());
        assertThat(house.process.measureCriteria(CODE, RUN)).isEqualTo("READY");
        assertThat(house.sittings.ofInstance(RUN).submittedBy()).isEqualTo("finance");
        assertThat(house.sittings.takeWish(CODE, "roi")).isEmpty();
    }

    @Test
    void agreeAndSubmitWaitsForAPersonWhenSomethingRequiredIsOpen() {
        house.now(Fact.count("linesNotReviewed", 1));
        house.sittings.wish(CODE, "roi", "finance", house.sittings.now());
        assertThat(house.process.measureCriteria(CODE, RUN)).isEqualTo("NEEDED");
    }

    @Test
    void aBlockingFindingOrAnUnexplainedGapIsNotHandedIn() {
        house.now(Fact.count("countedLinesWithoutBaseline", 2));
        house.now(Fact.count("linesNotReviewed", 1));
        house.process.measureCriteria(CODE, RUN);
        Submission blank = house.submit.begin(house.task("submitForDecision", "manager"));
        assertThat(house.submit.missing(house.task("submitForDecision", "manager"), blank))
                .extracting(Missing::key)
                .containsExactlyInAnyOrder("gate.submit.blocking", "gate.submit.waiver");
    }

    @Test
    void aWaiverIsAskedForBySubmittingAndGrantedByAGoThatNamesIt() {
        house.now(Fact.count("linesNotReviewed", 1));
        house.process.measureCriteria(CODE, RUN);
        Submission asking = new Submission(List.of(new Submission.Waiver("roi-reviewed", "Finance is away")));
        assertThat(house.submit.missing(house.task("submitForDecision", "manager"), asking))
                .isEmpty();
        house.submit.submit(house.task("submitForDecision", "manager"), asking);
        house.process.convene(CODE, RUN);
        Verdict naming = new Verdict(Decision.GO, "Fine", List.of("roi-reviewed"), List.of(), null, null, List.of());
        assertThat(house.decide.missing(house.task("decideGate", "sponsor"), naming))
                .isEmpty();
        vote("sponsor", naming);
        house.process.closeSitting(CODE, RUN);
        assertThat(house.findings.of(house.sittings.ofInstance(RUN).id()))
                .filteredOn(Finding::waived)
                .extracting(Finding::criterion, Finding::waiverBy)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("roi-reviewed", "manager"));
    }

    @Test
    void aConditionalGoLeavesItsConditionsOpen() {
        house.now(Fact.count("linesNotReviewed", 1));
        house.called();
        Verdict start = house.decide.begin(house.task("decideGate", "sponsor"));
        assertThat(start.promises()).extracting(Promise::owner).containsExactly("finance");
        Verdict conditional =
                new Verdict(Decision.CONDITIONAL_GO, null, List.of(), start.conditions(), null, null, List.of());
        assertThat(house.decide.missing(house.task("decideGate", "sponsor"), conditional))
                .isEmpty();
        vote("sponsor", conditional);
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("PASS");
        assertThat(house.conditions.open(CODE)).extracting(Condition::criterion).containsExactly("roi-reviewed");
        verify(house.programs).passed(CODE, "roi", "CONDITIONAL_GO");
    }

    @Test
    void pastReviewsKeepTheCriteriaTheyWereMeasuredWith() {
        house.called();
        house.db
                .sql("update gate_criterion set threshold = 10 where id = 'roi-lines'")
                .update();
        house.allMet();
        house.now(Fact.count("benefitLinesCounted", 1));
        Review review = house.reviews.of(house.sittings.ofInstance(RUN), "sponsor");
        assertThat(review.met()).isEqualTo(review.rows().size());
        assertThat(house.reviews.live(CODE, "roi", null, "sponsor").met())
                .isLessThan(review.rows().size());
    }

    @Test
    void sendingBackHoldingAndStoppingReachTheProgram() {
        house.called();
        vote("sponsor", verdict(Decision.RECYCLE, "values", null));
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("RECYCLE");
        assertThat(house.process.recycleTo(CODE, RUN)).isEqualTo("values");
        verify(house.programs).sentBack(CODE, "roi", "values");
    }

    @Test
    void aHoldEndsOnItsDateAndIsMeasuredAgainAsTheNextReview() {
        house.called();
        vote("sponsor", verdict(Decision.HOLD, null, LocalDate.of(2026, 5, 4)));
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("HOLD");
        assertThat(house.process.holdUntil(CODE, RUN).toInstant()).isEqualTo("2026-05-03T22:00:00Z");
        assertThat(house.process.measureCriteria(CODE, RUN)).isEqualTo("NEEDED");
        assertThat(house.sittings.ofInstance(RUN).number()).isEqualTo(2);
    }

    @Test
    void afterTheAnswersTheSamePanelSitsAgain() {
        house.called();
        vote(
                "sponsor",
                new Verdict(
                        Decision.MORE_INFORMATION,
                        "Unclear",
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(new Verdict.Ask("service", "How many?"))));
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("MORE_INFORMATION");
        assertThat(house.process.asked(CODE, RUN)).containsExactly("service");
        var task = house.task("answerQuestions", "service");
        Answers blank = house.answer.begin(task);
        assertThat(house.answer.missing(task, blank)).hasSize(1);
        house.answer.submit(
                task,
                new Answers(List.of(new Answers.Answer(blank.answers().get(0).question(), "Nine", "the list"))));
        assertThat(house.process.measureCriteria(CODE, RUN)).isEqualTo("READY");
        house.process.convene(CODE, RUN);
        assertThat(house.process.nextRound(CODE, RUN)).containsExactly("sponsor");
        assertThat(house.reviews.of(house.sittings.ofInstance(RUN), "sponsor").questions())
                .extracting(Review.Exchange::answer)
                .containsExactly("Nine");
    }

    @Test
    void whoHandedItInRanItOrBuiltItDoesNotDecide() {
        when(house.team.holding(CODE, Part.SPONSOR)).thenReturn(List.of("manager"));
        house.process.measureCriteria(CODE, RUN);
        house.submit.submit(house.task("submitForDecision", "manager"), new Submission(List.of()));
        assertThatThrownBy(() -> house.process.convene(CODE, RUN))
                .isInstanceOf(Refusal.class)
                .hasMessage("gate.nobody");
    }

    @Test
    void onlyThePanelVotesAndOnlyWhileTheReviewIsOpen() {
        house.called();
        assertThatThrownBy(() -> vote("service", go())).hasMessage("gate.vote.panel");
        vote("sponsor", go());
        house.process.closeSitting(CODE, RUN);
        assertThatThrownBy(() -> vote("sponsor", go())).hasMessage("gate.decided");
    }

    @Test
    void whoeverTakesOverThePartTakesTheEmptySeat() {
        house.called();
        when(house.team.holding(CODE, Part.SPONSOR)).thenReturn(List.of("product"));
        when(house.team.includes(CODE, "sponsor")).thenReturn(true);
        house.succession.on(new TeamChanged(CODE, "sponsor", Part.SPONSOR, "product", "manager"));
        vote("product", go());
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("PASS");
    }

    @Test
    void twoOfTwoHaveToAgreeAndOtherwiseTheSponsorDecides() {
        house.route.put("panel", "SPONSOR,FINANCE");
        house.route.put("quorum", 2);
        house.called();
        assertThat(house.process.nextRound(CODE, RUN)).containsExactly("sponsor", "finance");
        vote("sponsor", go());
        assertThat(house.process.roundOver(CODE, RUN)).isFalse();
        vote("finance", verdict(Decision.KILL, null, null));
        assertThat(house.process.roundOver(CODE, RUN)).isTrue();
        assertThat(house.process.countVotes(CODE, RUN)).isEqualTo("NEXT");
        assertThat(house.process.nextRound(CODE, RUN)).containsExactly("sponsor");
        vote("sponsor", go());
        assertThat(house.process.countVotes(CODE, RUN)).isEqualTo("DONE");
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("PASS");
    }

    @Test
    void inSequenceOnePersonIsAskedAtATime() {
        house.route.put("panel", "SPONSOR,FINANCE");
        house.route.put("quorum", 2);
        house.route.put("order", "SEQUENTIAL");
        house.called();
        assertThat(house.process.nextRound(CODE, RUN)).containsExactly("sponsor");
        vote("sponsor", go());
        assertThat(house.process.countVotes(CODE, RUN)).isEqualTo("NEXT");
        assertThat(house.process.nextRound(CODE, RUN)).containsExactly("finance");
    }

    @Test
    void aChangedVoteThatSettlesItWakesTheGate() {
        house.route.put("panel", "SPONSOR,FINANCE");
        house.route.put("quorum", 2);
        house.called();
        vote("sponsor", verdict(Decision.KILL, null, null));
        assertThatThrownBy(() -> house.interventions.change(CODE, "roi", 1, "finance", go()))
                .hasMessage("gate.vote.first");
        vote("finance", go());
        house.interventions.change(CODE, "roi", 1, "sponsor", go());
        verify(house.workflow).wake("sitting.Decided", RUN);
    }

    @Test
    void aSubmissionIsTakenBackByItsSubmitterBeforeTheFirstVote() {
        house.called();
        assertThatThrownBy(() -> house.interventions.retract(CODE, "roi", 1, "sponsor"))
                .hasMessage("gate.retract.other");
        house.interventions.retract(CODE, "roi", 1, "manager");
        verify(house.workflow).wake("gate.Retracted", RUN);
        assertThat(house.process.measureCriteria(CODE, RUN)).isEqualTo("NEEDED");
        assertThat(house.called().number()).isEqualTo(2);
        vote("sponsor", go());
        assertThatThrownBy(() -> house.interventions.retract(CODE, "roi", 2, "manager"))
                .hasMessage("gate.retract.voted");
    }

    @Test
    void whoHasNotVotedIsRemindedAndTheManagerHearsOfADecisionThatIsLate() {
        house.called();
        house.process.remindGatekeepers(CODE, RUN);
        house.process.escalateDecision(CODE, RUN);
        assertThat(house.events)
                .extracting(event -> ((NoticeDue) event).person())
                .containsExactly("sponsor", "manager", "sponsor");
    }

    @Test
    void everyCriterionHasItsWords() {
        for (String stage : GateHouse.ORDER) {
            assertThat(house.criteria.of(stage)).isNotEmpty().allSatisfy(criterion -> {
                assertThat(house.texts.of("gate.criterion." + criterion.id())).isNotBlank();
                assertThat(house.texts.of(
                                "gate.criterion." + criterion.id() + ".take",
                                java.math.BigDecimal.ONE,
                                criterion.threshold(),
                                "x"))
                        .isNotBlank();
                Part.valueOf(criterion.suppliedBy());
            });
        }
    }
}
