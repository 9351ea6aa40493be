package org.waymark.model.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.model.ModelStand;
import org.waymark.model.maturity.AgreedMaturity;
import org.waymark.model.operatingmodel.Answer.State;
import org.waymark.model.usecases.FirstWave;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stakeholder.Part;

/** The checklist describes the company: what one program agreed at its gate, the next begins from. */
class SecondProgramTests {

    private final FirstWave wave = mock(FirstWave.class);
    private ModelStand stand;
    private OperatingModel model;
    private AnswerItems answer;

    @BeforeEach
    void house() {
        AgreedMaturity maturity = mock(AgreedMaturity.class);
        when(maturity.inTwoYears(anyString())).thenReturn(OptionalInt.of(4));
        when(wave.capabilities(anyString())).thenReturn(Set.of());
        when(wave.capabilities("BOREAL")).thenReturn(Set.of("CAP-13"));
        stand = new ModelStand(
                "org.waymark.model.operatingmodel", Map.of(AgreedMaturity.class, maturity, FirstWave.class, wave));
        stand.member("service", Part.FUNCTION_LEAD, "FN-SVC");
        stand.member("manager", Part.MANAGER, null);
        for (String person : List.of("service", "manager")) {
            stand.task("t-" + person, "answerChecklist", "operating-model", person);
        }
        model = stand.get(OperatingModel.class);
        answer = stand.get("answerChecklist");
    }

    @AfterEach
    void end() {
        stand.close();
    }

    private static WorkItem task(String program, String key, String person) {
        return new WorkItem(
                "t-" + person,
                key,
                key,
                program,
                "operating-model",
                "i",
                person,
                OffsetDateTime.now(),
                null,
                "OPEN",
                null,
                null);
    }

    /** Everybody says the same of everything, it is agreed, and the gate says go. */
    private void finish(String program, State state) {
        model.open(program, 1);
        for (String person : List.of("service", "manager")) {
            WorkItem task = task(program, "answerChecklist", person);
            Map<String, Answer> answers = new LinkedHashMap<>();
            answer.begin(task)
                    .answers()
                    .forEach(
                            (item, was) -> answers.put(item, new Answer(state, "service", "Seen in " + program, null)));
            answer.submit(task, new Answers(new LinkedHashMap<>(answers)));
        }
        agree(program);
        model.passed(program, 1);
    }

    private void agree(String program) {
        stand.get(AgreeOperatingModel.class)
                .submit(
                        task(program, "agreeOperatingModel", "manager"),
                        new OperatingAgreement("As written", null, "Later", Map.of(), Map.of()));
    }

    private long touched() {
        return stand.get(Catalogue.class).checklist().stream()
                .map(ChecklistItem::capability)
                .filter("CAP-13"::equals)
                .count();
    }

    @Test
    void aSecondProgramAsksOnlyWhatItsFirstWaveTouches() {
        finish("ATLAS", State.SOME_TEAMS);
        model.open("BOREAL", 1);
        assertThat(fact("BOREAL", "itemsUnanswered")).isEqualTo(touched());
        WorkItem task = task("BOREAL", "answerChecklist", "service");
        Answers begun = answer.begin(task);
        assertThat(begun.of("CV-02")).isEqualTo(new Answer(State.SOME_TEAMS, "service", "Seen in ATLAS", null));
        assertThat(answer.missing(task, new Answers(Map.of()))).hasSizeLessThanOrEqualTo((int) touched());
        assertThat(stand.render(answer, task, begun, "second-program"))
                .contains("Your first wave changes it. Still true?", "known from another program and not asked again");
    }

    @Test
    void whatAnotherProgramFoundLongAgoIsAskedAgain() {
        finish("ATLAS", State.SOME_TEAMS);
        stand.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("update company_claim set held_at = ?")
                .param(OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .update();
        model.open("BOREAL", 1);
        assertThat(fact("BOREAL", "itemsUnanswered")).isEqualTo(60);
        assertThat(stand.get(OperatingModelProcess.class).answerers("BOREAL"))
                .containsExactlyInAnyOrder("service", "manager");
    }

    @Test
    void whenEverythingIsKnownTheManagerLooksOnce() {
        finish("ATLAS", State.SOME_TEAMS);
        model.open("CEDAR", 1);
        assertThat(fact("CEDAR", "itemsUnanswered")).isZero();
        assertThat(stand.get(OperatingModelProcess.class).answerers("CEDAR")).containsExactly("manager");
        assertThat(section("CEDAR", "Every statement").rows())
                .allSatisfy(row -> assertThat(row.get(9).text()).isEqualTo("ATLAS"));
    }

    @Test
    void whoeverChangesAKnownAnswerMakesADifferenceBothProgramsSee() {
        finish("ATLAS", State.SOME_TEAMS);
        model.open("CEDAR", 1);
        WorkItem owner = task("CEDAR", "agreeConversation", "manager");
        AnswerItems conversation = stand.get("agreeConversation");
        Answers draft = conversation.begin(owner);
        draft.answers().put("CV-01", new Answer(State.STANDARD, "service", null, null));
        assertThat(conversation.missing(owner, draft))
                .extracting(Missing::field)
                .containsExactly("answers[CV-01].evidence");
        draft.answers().put("CV-01", new Answer(State.STANDARD, "service", "Rota", null));
        conversation.submit(owner, draft);
        agree("CEDAR");
        for (String program : List.of("ATLAS", "CEDAR")) {
            assertThat(section(program, "Where another program says otherwise").rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(0).text()).isEqualTo("CV-01"));
        }
        model.passed("CEDAR", 1);
        model.open("DELTA", 1);
        assertThat(section("DELTA", "Every statement").rows())
                .filteredOn(row -> "CV-01".equals(row.get(0).text()))
                .allSatisfy(row -> {
                    assertThat(row.get(5).text()).isEqualTo("Standard everywhere");
                    assertThat(row.get(9).text()).isEqualTo("CEDAR");
                });
    }

    @Test
    void roundTwoShowsMovementAgainstRoundOneForEachFunction() {
        finish("ATLAS", State.SOME_TEAMS);
        model.open("ATLAS", 2);
        for (String person : List.of("service", "manager")) {
            WorkItem task = task("ATLAS", "answerChecklist", person);
            Map<String, Answer> answers = new LinkedHashMap<>();
            State state = person.equals("service") ? State.STANDARD : State.SOME_TEAMS;
            answer.begin(task)
                    .answers()
                    .forEach((item, was) -> answers.put(item, new Answer(state, null, "Seen", null)));
            answer.submit(task, new Answers(new LinkedHashMap<>(answers)));
        }
        Document.Section moved = section("ATLAS", "What moved since round 1, function by function");
        assertThat(moved.rows()).hasSize(11);
        assertThat(moved.rows())
                .filteredOn(row -> "Customer service".equals(row.get(0).text()))
                .singleElement()
                .satisfies(row -> assertThat(row.subList(1, 4))
                        .extracting(cell -> cell.number().intValueExact())
                        .containsExactly(50, 100, 50));
        assertThat(moved.rows())
                .filteredOn(row -> "Marketing".equals(row.get(0).text()))
                .singleElement()
                .satisfies(row -> assertThat(row.get(3).number()).isZero());
    }

    private Document.Section section(String program, String heading) {
        return model.record(program).sections().stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private long fact(String program, String name) {
        return model.facts(program).stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .longValueExact();
    }
}
