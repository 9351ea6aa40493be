package org.waymark.model.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.process.WorkItem;
import org.waymark.program.EarlyAnswers;

/** What a team said early stands in its task, and nothing that was said for another answer. */
class EarlySignaturesTests {

    private final EarlyAnswers given = mock();
    private final EarlySignatures early = new EarlySignatures(given, mock(), mock(), mock());

    @Test
    void theReasonOfAnotherAnswerIsNotKeptWithTheNewOne() throws Exception {
        Map<String, Integer> said = new HashMap<>();
        said.put("UC-01", Answer.YES.ordinal());
        said.put("UC-02", Answer.NO.ordinal());
        said.put("UC-03", null);
        when(given.of("ATLAS", "use-cases", "sara")).thenReturn(said);
        WorkItem task = mock();
        when(task.program()).thenReturn("ATLAS");
        when(task.assignee()).thenReturn("sara");
        JsonNode begun = early.of(task, JsonMapper.builder().build().readTree("""
                        {"agreements": [
                            {"id": "UC-01", "answer": "NO", "reason": "No people"},
                            {"id": "UC-02", "answer": "NO", "reason": "No people"},
                            {"id": "UC-03", "answer": "YES_WHEN", "reason": "In spring"},
                            {"id": "UC-04"}]}
                        """));
        assertThat(begun).isNotNull();
        assertThat(begun.at("/agreements/0").toString()).isEqualTo("{\"id\":\"UC-01\",\"answer\":\"YES\"}");
        assertThat(begun.at("/agreements/1/reason").asText()).isEqualTo("No people");
        assertThat(begun.at("/agreements/2/reason").asText()).isEqualTo("In spring");
        assertThat(begun.at("/agreements/3").has("answer")).isFalse();
    }
}
