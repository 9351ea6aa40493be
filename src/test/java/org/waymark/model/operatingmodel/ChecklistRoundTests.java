package org.waymark.model.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.model.ModelStand;
import org.waymark.model.Rendered;
import org.waymark.model.maturity.AgreedMaturity;
import org.waymark.model.operatingmodel.Answer.State;
import org.waymark.model.usecases.FirstWave;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

class ChecklistRoundTests {

    private final AgreedMaturity maturity = mock(AgreedMaturity.class);
    private final FirstWave wave = mock(FirstWave.class);
    private ModelStand stand;
    private Catalogue catalogue;
    private Team team;
    private OperatingModelProcess process;
    private OperatingModel model;
    private AnswerItems answer;
    private AnswerItems conversation;
    private AgreeOperatingModel agree;
    private Rounds rounds;

    @BeforeEach
    void house() {
        when(maturity.inTwoYears(anyString())).thenReturn(OptionalInt.of(3));
        when(wave.capabilities(anyString())).thenReturn(Set.of("CAP-13", "CAP-14"));
        stand = new ModelStand(
                "org.waymark.model.operatingmodel", Map.of(AgreedMaturity.class, maturity, FirstWave.class, wave));
        stand.member("service", Part.FUNCTION_LEAD, "FN-SVC");
        stand.member("marketing", Part.FUNCTION_LEAD, "FN-MKT");
        stand.member("manager", Part.MANAGER, null);
        for (String person : List.of("service", "marketing", "manager")) {
            stand.task("t-" + person, "answerChecklist", "operating-model", person);
        }
        catalogue = stand.get(Catalogue.class);
        team = stand.get(Team.class);
        process = stand.get(OperatingModelProcess.class);
        model = stand.get(OperatingModel.class);
        answer = stand.get("answerChecklist");
        conversation = stand.get("agreeConversation");
        agree = stand.get(AgreeOperatingModel.class);
        rounds = stand.get(Rounds.class);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    @Test
    void beforeTheStageOpensNothingReadsAsDone() {
        assertThat(fact("itemsUnanswered")).isEqualByComparingTo("60");
        assertThat(fact("decisionRightsRecorded")).isZero();
        assertThat(model.record("ATLAS").headline()).isEqualTo("No statement is answered yet");
    }

    @Test
    void leadsAnswerTheirFunctionsAndTheManagerWhatNobodyLeads() {
        model.open("ATLAS", 1);
        assertThat(process.answerers("ATLAS")).containsExactlyInAnyOrder("service", "marketing", "manager");
        assertThat(answer.begin(task("answerChecklist", "service")).answers().keySet())
                .allMatch(id -> lead(id).equals("FN-SVC"))
                .hasSize(14);
        assertThat(answer.begin(task("answerChecklist", "manager")).answers().keySet())
                .noneMatch(id -> lead(id).equals("FN-SVC") || lead(id).equals("FN-MKT"));
        assertThat(fact("itemsUnanswered")).isEqualByComparingTo("57");
    }

    @Test
    void aLiteProgramIsAskedLessAndSkipsTheFiveOwners() {
        depth("LITE");
        model.open("ATLAS", 1);
        assertThat(fact("itemsUnanswered")).isEqualByComparingTo("6");
        assertThat(process.owners("ATLAS")).isEqualTo("NONE");
        depth("STANDARD");
        assertThat(process.owners("ATLAS")).isEqualTo("FIVE_OWNERS");
    }

    @Test
    void eachCHasItsOwnerOrTheManager() {
        when(team.first("ATLAS", Part.OWNER_CAMPAIGN)).thenReturn(Optional.of("marketing"));
        assertThat(process.owner("ATLAS", "campaign")).isEqualTo("marketing");
        assertThat(process.owner("ATLAS", "content")).isEqualTo("manager");
    }

    @Test
    void aStatementThatDoesNotApplyNeedsAReason() {
        model.open("ATLAS", 1);
        WorkItem task = task("answerChecklist", "service");
        Answers draft = all(answer.begin(task), State.STANDARD);
        assertThat(answer.missing(task, draft)).isEmpty();
        draft.answers().put("CV-01", new Answer(State.NOT_APPLICABLE, null, null, null));
        draft.answers().put("CV-02", null);
        assertThat(answer.missing(task, draft))
                .extracting(Missing::field)
                .containsExactly("answers[CV-01].reason", "answers[CV-02].state");
    }

    @Test
    void somebodyElsesStatementAndAnUnknownOwnerAreRefused() {
        model.open("ATLAS", 1);
        WorkItem task = task("answerChecklist", "service");
        assertThatThrownBy(() ->
                        answer.check(task, new Answers(Map.of("CM-01", new Answer(State.STANDARD, null, null, null)))))
                .isInstanceOf(Refusal.class)
                .hasMessage("operatingmodel.notAsked");
        assertThatThrownBy(() -> answer.check(
                        task, new Answers(Map.of("CV-01", new Answer(State.STANDARD, "nobody", null, null)))))
                .isInstanceOf(Refusal.class)
                .hasMessage("operatingmodel.unknownOwner");
    }

    @Test
    void theOwnerOfACSeesWhatTheLeadsAnsweredAndHasTheLastWord() {
        model.open("ATLAS", 1);
        WorkItem lead = task("answerChecklist", "service");
        answer.submit(lead, all(answer.begin(lead), State.SOME_TEAMS));
        WorkItem owner = task("agreeConversation", "manager");
        Answers begun = conversation.begin(owner);
        assertThat(begun.answers()).hasSize(12);
        assertThat(begun.of("CV-01")).isEqualTo(new Answer(State.SOME_TEAMS, "service", null, null));
        assertThat(begun.of("CV-05").owner()).isEqualTo("manager");
        conversation.submit(owner, all(begun, State.STANDARD));
        assertThat(fact("itemsUnanswered")).isEqualByComparingTo("40");
        assertThat(Rendered.work(conversation.view(owner, begun), begun, "operatingmodel-conversation"))
                .contains("name=\"answers[CV-12].state\"", "first wave", "Service");
    }

    @Test
    void theNextRoundStartsFromTheLastAnswersButCountsOnlyWhatIsConfirmed() {
        model.open("ATLAS", 1);
        WorkItem lead = task("answerChecklist", "service");
        answer.submit(lead, all(answer.begin(lead), State.SOME_TEAMS));
        model.open("ATLAS", 2);
        assertThat(answer.begin(lead).of("CV-01").state()).isEqualTo(State.SOME_TEAMS);
        assertThat(fact("itemsUnanswered")).isEqualByComparingTo("57");
    }

    @Test
    void itIsAgreedWithOpenThingsOnlyForAReason() {
        model.open("ATLAS", 1);
        WorkItem task = task("agreeOperatingModel", "manager");
        OperatingAgreement draft = agreement("Agents decide inside the promise", seed(), null);
        assertThat(agree.missing(task, draft)).extracting(Missing::field).containsExactly("reason");
        agree.submit(task, agreement(draft.decisionRights(), seed(), "The rest follows in May"));
        assertThat(fact("decisionRightsRecorded")).isEqualByComparingTo("1");
        assertThat(fact("capacityChecked")).isEqualByComparingTo("1");
        assertThat(fact("agentsMissing")).isEqualByComparingTo("21");
        assertThat(agree.begin(task).check()).isEqualTo(seed());
    }

    @Test
    void whatNobodyAnsweredCanBeAnsweredWhenItIsAgreed() {
        depth("LITE");
        model.open("ATLAS", 1);
        WorkItem task = task("agreeOperatingModel", "manager");
        OperatingAgreement draft = new OperatingAgreement(
                "Agents decide inside the promise",
                seed(),
                "The rest follows",
                Map.of(
                        "CV-02", new Answer(State.STANDARD, "service", "Written promise", null),
                        "CV-08", new Answer(State.NOT_APPLICABLE, null, null, null)),
                Map.of());
        agree.check(task, draft);
        assertThat(agree.missing(task, draft)).extracting(Missing::field).containsExactly("answers[CV-08].reason");
        assertThat(AgreeOperatingModel.open(round(), draft)).containsEntry("unanswered", 4L);
        assertThat(Rendered.work(agree.view(task, draft), draft, "operatingmodel-agree-lite"))
                .contains("Answer the 4 statements", "name=\"answers[CV-02].state\"", "2 of 6 answered");
        agree.submit(task, draft);
        assertThat(fact("itemsUnanswered")).isEqualByComparingTo("4");
        assertThatThrownBy(() -> agree.check(task, draft)).hasMessage("operatingmodel.notAsked");
    }

    @Test
    void aCapacityCheckIsWholeOrNotThereAndItsNumbersMakeSense() {
        model.open("ATLAS", 1);
        WorkItem task = task("agreeOperatingModel", "manager");
        Capacity half = new Capacity(BigDecimal.TEN, null, null, null, null, null, null);
        assertThat(agree.missing(task, agreement(null, half, "later"))).hasSize(6);
        Capacity odd = new Capacity(null, new BigDecimal("1.4"), null, null, null, null, null);
        assertThatThrownBy(() -> agree.check(task, agreement(null, odd, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("capacity.relevantShare"));
    }

    @Test
    void theGridTheFunctionsAndTheRecordAreDrawn() {
        model.open("ATLAS", 1);
        WorkItem lead = task("answerChecklist", "service");
        Answers mixed = all(answer.begin(lead), State.SOME_TEAMS);
        mixed.answers().put("CV-01", new Answer(State.STANDARD, "service", "Rota of November", null));
        mixed.answers().put("CV-03", new Answer(State.NOT_APPLICABLE, null, null, "One channel only"));
        assertThat(Rendered.work(answer.view(lead, mixed), mixed, "operatingmodel-answer"))
                .contains("14 of 14 answered", "One channel only");
        answer.submit(lead, mixed);
        WorkItem task = task("agreeOperatingModel", "manager");
        OperatingAgreement draft = agreement(null, seed(), null);
        assertThat(Rendered.work(agree.view(task, draft), draft, "operatingmodel-agree"))
                .contains("23 people are", "21 more than today", "Human resources", "14 of 57 answered");
        Document document = model.record("ATLAS");
        assertThat(document.sections()).hasSize(3);
        assertThat(document.sections().get(2).rows()).hasSize(60);
    }

    private static OperatingAgreement agreement(String rights, Capacity capacity, String reason) {
        return new OperatingAgreement(rights, capacity, reason, Map.of(), Map.of());
    }

    private void depth(String depth) {
        stand.depth(depth);
    }

    private Round round() {
        return rounds.current("ATLAS");
    }

    private String lead(String id) {
        return catalogue.checklist().stream()
                .filter(item -> item.id().equals(id))
                .map(ChecklistItem::lead)
                .findFirst()
                .orElseThrow();
    }

    private static Answers all(Answers begun, State state) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        begun.answers()
                .forEach((item, was) -> answers.put(
                        item,
                        new Answer(state, was.owner(), state == State.STANDARD ? "seen in November" : null, null)));
        return new Answers(answers);
    }

    private static Capacity seed() {
        return new Capacity(
                BigDecimal.valueOf(25_000),
                new BigDecimal("0.4"),
                BigDecimal.ONE,
                BigDecimal.valueOf(0),
                BigDecimal.valueOf(4),
                BigDecimal.valueOf(30),
                BigDecimal.valueOf(2));
    }

    private BigDecimal fact(String name) {
        return model.facts("ATLAS").stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseThrow();
    }

    private static WorkItem task(String key, String person) {
        return new WorkItem(
                "t-" + person,
                key,
                key,
                "ATLAS",
                "operating-model",
                "i1",
                person,
                OffsetDateTime.now(),
                null,
                "OPEN",
                null,
                null);
    }

    @Test
    void endlessRightToLeftAndWhollyInapplicableAnswersAreRefusedOrKeptAndNothingBreaks() {
        model.open("ATLAS", 1);
        WorkItem task = task("answerChecklist", "service");
        for (String words : List.of("x".repeat(10_000), "שלום ".repeat(2_001))) {
            Answers endless = answer.begin(task);
            endless.answers().put("CV-01", new Answer(State.STANDARD, "service", words, null));
            assertThatThrownBy(() -> answer.check(task, endless))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("answers[CV-01].evidence"));
        }
        for (String person : List.of("service", "marketing", "manager")) {
            WorkItem own = task("answerChecklist", person);
            Answers none = answer.begin(own);
            none.answers().replaceAll((item, was) -> new Answer(State.NOT_APPLICABLE, null, null, "לא אצלנו"));
            answer.check(own, none);
            answer.submit(own, none);
        }
        assertThat(model.record("ATLAS").headline()).isNotBlank();
        assertThat(model.record("ATLAS").sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .flatMap(List::stream)
                        .map(cell -> String.valueOf(cell.text())))
                .anyMatch(text -> text.contains("לא אצלנו"));
    }
}
