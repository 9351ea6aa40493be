package org.waymark.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.util.HtmlUtils;
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
    void eventsGatewaysAndWaysOutBearThemToo() {
        when(texts.or(anyString(), anyString())).thenAnswer(call -> "<" + call.getArgument(0) + ">");
        String drawing = """
                <bpmn:boundaryEvent id="weighValuesOverdue" name="Overdue" attachedToRef="weighValues">
                <bpmn:exclusiveGateway id="roiOutcome" name="Decision on&#10;the case">
                <bpmn:sequenceFlow id="gateDecision_PASS" name="passed" sourceRef="gateDecision">
                <bpmn:message id="closed" name="contributions.Closed">
                """;
        assertThat(names.in(drawing, Locale.GERMAN))
                .contains(
                        "name=\"&lt;portfolio.drawn.overdue&gt;\"",
                        "name=\"&lt;portfolio.drawn.decision-on-the-case&gt;\"",
                        "name=\"&lt;portfolio.drawn.flow.passed&gt;\"",
                        "name=\"contributions.Closed\"");
    }

    /** A language that lacks one is found by the test of the translations: this holds the bundle to the drawings. */
    @Test
    void everyNameThatIsDrawnStandsInTheBundleAndNoOther() throws Exception {
        Properties bundle = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/messages/portfolio.properties"))) {
            bundle.load(file);
        }
        Map<String, String> drawn = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".bpmn")).toList()) {
                DrawnNames.OTHER.matcher(Files.readString(file)).results().forEach(found -> {
                    String name = HtmlUtils.htmlUnescape(found.group(3)).replaceAll("\\s+", " ");
                    drawn.put(DrawnNames.key(name), name);
                });
            }
        }
        assertThat(drawn).hasSizeGreaterThan(100);
        Map<String, String> said = new TreeMap<>();
        bundle.stringPropertyNames().stream()
                .filter(key -> key.startsWith("portfolio.drawn."))
                .forEach(key -> said.put(key, bundle.getProperty(key)));
        assertThat(said).isEqualTo(drawn);
    }

    @Test
    void inEnglishItStaysAsItIsDrawn() {
        assertThat(names.in(DRAWING, Locale.ENGLISH)).isSameAs(DRAWING);
    }
}
