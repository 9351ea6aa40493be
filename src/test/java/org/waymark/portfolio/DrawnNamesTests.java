package org.waymark.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.waymark.stage.Stages;
import org.waymark.web.Texts;

/** A drawing speaks the reader's language: its tasks, stages and gates, and nothing of what runs. */
class DrawnNamesTests {

    private static final String DRAWING = """
            <bpmn:callActivity id="useCasesStage" name="Use cases" calledElement="stage-use-cases">
            <bpmn:callActivity id="useCasesGate" name="Use cases gate" calledElement="gate">
            <bpmn:userTask id="weighValues" name="Weigh the values" camunda:assignee="${person}">
            <bpmn:userTask id="nobodyKnows" name="Ask &amp; answer">
            """;

    private final Texts texts = mock(Texts.class);
    private final Stages stages = mock(Stages.class);
    private final DrawnNames names = new DrawnNames(texts, stages);

    @AfterEach
    void english() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void tasksStagesAndGatesBearTheReadersNames() {
        when(stages.exists("use-cases")).thenReturn(true);
        when(texts.of(anyString(), any(Object[].class)))
                .thenAnswer(call -> call.getArgument(0).equals("stage.use-cases") ? "Fälle & \"mehr\"" : "Gate $1");
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(names.in(DRAWING, Locale.GERMAN))
                .contains("id=\"useCasesStage\" name=\"Fälle &amp; &quot;mehr&quot;\" calledElement")
                .contains("id=\"useCasesGate\" name=\"Gate $1\"")
                .contains("id=\"weighValues\" name=\"Wertbeiträge gewichten\" camunda:assignee=\"${person}\"")
                .contains("name=\"Ask &amp; answer\"");
    }

    @Test
    void inEnglishItStaysAsItIsDrawn() {
        assertThat(names.in(DRAWING, Locale.ENGLISH)).isSameAs(DRAWING);
    }
}
