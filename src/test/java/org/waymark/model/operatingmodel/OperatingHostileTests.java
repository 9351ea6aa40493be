package org.waymark.model.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.model.ModelStand;
import org.waymark.model.maturity.AgreedMaturity;
import org.waymark.model.operatingmodel.Answer.State;
import org.waymark.model.usecases.FirstWave;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

/** The operating model with answers nobody wishes for. */
class OperatingHostileTests {

    private static final String PROGRAM = ModelStand.PROGRAM;
    private static final String RIGHT_TO_LEFT = "שירות לקוחות";

    private ModelStand stand;
    private AnswerItems answer;
    private AgreeOperatingModel agree;
    private OperatingModel model;

    @BeforeEach
    void house() {
        AgreedMaturity maturity = mock(AgreedMaturity.class);
        when(maturity.inTwoYears(anyString())).thenReturn(OptionalInt.of(4));
        FirstWave wave = mock(FirstWave.class);
        when(wave.capabilities(anyString())).thenReturn(Set.of("CAP-13"));
        stand = new ModelStand(
                "org.waymark.model.operatingmodel", Map.of(AgreedMaturity.class, maturity, FirstWave.class, wave));
        answer = stand.get("answerChecklist");
        agree = stand.get(AgreeOperatingModel.class);
        model = stand.get(OperatingModel.class);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    /** Nobody leads any function: all sixty come to the manager, and one person can say that none of them applies. */
    @Test
    void onePersonAloneAnswersAllSixtyAndNothingAppliesAnywhere() {
        stand.member("manager", Part.MANAGER, null);
        model.open(PROGRAM, 1);
        assertThat(stand.get(OperatingModelProcess.class).answerers(PROGRAM)).containsExactly("manager");
        WorkItem task = asked("manager");
        Answers none = answer.begin(task);
        assertThat(none.answers()).hasSize(60);
        none.answers().replaceAll((item, was) -> new Answer(State.NOT_APPLICABLE, null, null, "We have no customers"));
        answer.check(task, none);
        assertThat(answer.missing(task, none)).isEmpty();
        assertThat(stand.render(answer, task, none, "answer-none")).contains("60 of 60 answered");
        answer.submit(task, none);

        assertThat(fact("itemsUnanswered")).isZero();
        assertThat(fact("manageItemsWithoutOwner")).isZero();
        assertThat(fact("checklistInPlacePercent"))
                .as("nothing applies, so nothing is in place")
                .isZero();
        assertThat(model.record(PROGRAM).headline()).isNotBlank().doesNotContain("NaN", "null");
        WorkItem agreeing = stand.task("agree", "agreeOperatingModel", "operating-model", "manager");
        assertThat(stand.render(agree, agreeing, agree.begin(agreeing), "agree-none"))
                .contains("Human resources");
    }

    @Test
    void nobodyAnswersAndTheRecordSaysItself() {
        stand.member("manager", Part.MANAGER, null);
        model.open(PROGRAM, 1);
        assertThat(fact("itemsUnanswered")).isEqualByComparingTo("60");
        assertThat(model.record(PROGRAM).headline()).isEqualTo("No statement is answered yet");
        WorkItem agreeing = stand.task("agree", "agreeOperatingModel", "operating-model", "manager");
        assertThat(agree.missing(agreeing, OperatingAgreement.NONE)).isNotEmpty();
    }

    @Test
    void endlessWordsAndImpossibleFiguresAreRefusedWithTheirField() {
        stand.member("manager", Part.MANAGER, null);
        model.open(PROGRAM, 1);
        String endless = "x".repeat(10_000);
        WorkItem task = asked("manager");
        for (Answer wrong : List.of(
                new Answer(State.STANDARD, null, endless, null),
                new Answer(State.NOT_APPLICABLE, null, null, endless))) {
            String field = wrong.evidence() == null ? "reason" : "evidence";
            Answers draft = answer.begin(task);
            draft.answers().put("CM-02", wrong);
            refused(() -> answer.check(task, draft), "answers[CM-02]." + field);
        }
        refused(() -> agree.check(task, agreement(endless, Capacity.NONE)), "decisionRights");
        BigDecimal one = BigDecimal.ONE;
        refused(
                () -> agree.check(task, agreement("", new Capacity(one, one, one, one, one, BigDecimal.ZERO, one))),
                "capacity.hoursPerWeek");
        refused(
                () -> agree.check(task, agreement("", new Capacity(one.negate(), one, one, one, one, one, one))),
                "capacity.weeklyVolume");
    }

    @Test
    void wordsAndNamesFromRightToLeftAreKept() {
        stand.member("manager", Part.MANAGER, null);
        stand.member(RIGHT_TO_LEFT, Part.FUNCTION_LEAD, "FN-SVC");
        model.open(PROGRAM, 1);
        assertThat(stand.get(OperatingModelProcess.class).answerers(PROGRAM)).contains(RIGHT_TO_LEFT);
        WorkItem task = asked(RIGHT_TO_LEFT);
        Answers draft = answer.begin(task);
        draft.answers().replaceAll((item, was) -> new Answer(State.STANDARD, RIGHT_TO_LEFT, "ראינו בנובמבר", null));
        answer.check(task, draft);
        assertThat(stand.render(answer, task, draft, "answer-rtl")).contains(RIGHT_TO_LEFT, "ראינו בנובמבר");
        answer.submit(task, draft);
        assertThat(model.record(PROGRAM).sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .flatMap(List::stream)
                        .map(Document.Cell::text)
                        .collect(Collectors.toSet()))
                .contains(RIGHT_TO_LEFT, "ראינו בנובמבר");
    }

    /** However many speak for a function, each of the sixty is asked of one of them, and of nobody twice. */
    @Test
    void twoHundredPeopleShareTheSixty() {
        List<String> functions = List.of("FN-SVC", "FN-MKT", "FN-PRD", "FN-LEG");
        stand.member("manager", Part.MANAGER, null);
        IntStream.range(0, 200)
                .forEach(i -> stand.member("lead" + i, Part.FUNCTION_LEAD, functions.get(i % functions.size())));
        model.open(PROGRAM, 1);
        List<String> answerers = stand.get(OperatingModelProcess.class).answerers(PROGRAM);
        assertThat(answerers).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(5);
        answerers.forEach(this::asked);
        List<String> items = answerers.stream()
                .flatMap(person -> answer.begin(asked(person)).answers().keySet().stream())
                .toList();
        assertThat(items).hasSize(60).doesNotHaveDuplicates();
        assertThat(model.record(PROGRAM).headline()).isNotBlank();
    }

    private WorkItem asked(String person) {
        return stand.task("t-" + person, "answerChecklist", "operating-model", person);
    }

    private static OperatingAgreement agreement(String rights, Capacity capacity) {
        return new OperatingAgreement(rights, capacity, null, Map.of(), Map.of());
    }

    private BigDecimal fact(String name) {
        return model.facts(PROGRAM).stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Runnable act, String field) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
