package org.waymark.model.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.process.WorkItem;
import org.waymark.program.EarlyAnswers;
import org.waymark.stage.EarlyQuestions.Question;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** What a lead is asked of their function before the stage opens, and what their task begins with then. */
class EarlyStatementsTests {

    private final EarlyAnswers given = mock();
    private final Rounds rounds = mock();
    private final Catalogue catalogue = mock();
    private final Team team = mock();
    private final Texts texts = mock();
    private final EarlyStatements early = new EarlyStatements(given, rounds, catalogue, team, texts);

    private static ChecklistItem item(String id, String lead) {
        ChecklistItem item = mock();
        when(item.id()).thenReturn(id);
        when(item.lead()).thenReturn(lead);
        when(item.statement()).thenReturn("Statement " + id);
        return item;
    }

    @BeforeEach
    void threeStatementsOfTwoFunctions() {
        when(texts.of(anyString(), any(Object[].class))).thenAnswer(call -> call.getArgument(0));
        List<ChecklistItem> all = List.of(item("CV-01", "FN-SVC"), item("CV-02", "FN-SVC"), item("CO-01", "FN-PRD"));
        when(catalogue.checklist()).thenReturn(all);
        when(team.leads("ATLAS")).thenReturn(Map.of("FN-SVC", "sara"));
    }

    @Test
    void whoLeadsWhatIsAskedOnceHoweverManyStatementsThereAre() {
        assertThat(early.all("ATLAS", "sara")).extracting(Question::id).containsExactly("CV-01", "CV-02");
        verify(team, times(1)).leads("ATLAS");
        assertThat(early.asked("ATLAS")).containsExactly("sara");
        verify(team, times(2)).leads("ATLAS");
        verifyNoMoreInteractions(team);
        assertThat(early.all("ATLAS", "petra")).isEmpty();
    }

    @Test
    void itAsksNothingOnTheBallotOfValuesAndOffersTheSameAnswersAsARoom() {
        assertThat(early.of("ATLAS", "sara")).isEmpty();
        assertThat(early.all("ATLAS", "sara").get(0).choices())
                .isEqualTo(AnswerItems.choices(texts))
                .isEqualTo(new OperatingSketch(catalogueOfRoom(), texts)
                        .sections("ATLAS")
                        .get(0)
                        .questions()
                        .get(0)
                        .choices())
                .hasSize(4);
    }

    private static Catalogue catalogueOfRoom() {
        Catalogue room = mock();
        ChecklistItem first = item("CV-01", "FN-SVC");
        when(first.c()).thenReturn(Round.CS.get(0));
        when(room.checklist()).thenReturn(List.of(first));
        return room;
    }

    @Test
    void theReasonOfAnotherAnswerIsNotKeptWithTheNewOne() throws Exception {
        Round round = mock();
        List<ChecklistItem> all = catalogue.checklist();
        when(round.items()).thenReturn(all);
        when(rounds.asked("ATLAS")).thenReturn(round);
        Map<String, Integer> said = new HashMap<>();
        said.put("CV-01", Answer.State.STANDARD.ordinal());
        said.put("CV-02", Answer.State.NOT_APPLICABLE.ordinal());
        said.put("CO-01", null);
        when(given.of("ATLAS", "operating-model", "sara")).thenReturn(said);
        WorkItem task = mock();
        when(task.program()).thenReturn("ATLAS");
        when(task.assignee()).thenReturn("sara");
        String before = "{'state':'NOT_APPLICABLE','owner':'sara','reason':'No such channel'}".replace('\'', '"');
        JsonNode begun = early.of(
                task,
                JsonMapper.builder()
                        .build()
                        .readTree("{\"answers\":{\"CV-01\":" + before + ",\"CV-02\":" + before + ",\"CO-01\":" + before
                                + "}}"));
        assertThat(begun).isNotNull();
        assertThat(begun.at("/answers/CV-01").toString()).isEqualTo("{\"state\":\"STANDARD\",\"owner\":\"sara\"}");
        assertThat(begun.at("/answers/CV-02/reason").asText()).isEqualTo("No such channel");
        assertThat(begun.at("/answers/CO-01").toString()).isEqualTo("{\"state\":\"CANNOT_JUDGE\",\"owner\":\"sara\"}");
    }
}
