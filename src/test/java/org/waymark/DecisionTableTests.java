package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.waymark.stakeholder.Part;

/** The routing tables answer every combination there can be, sensibly, and carry no dead row. */
class DecisionTableTests {

    private static final Path DECISIONS = Path.of("processes/decisions");
    private static final List<String> STAGES = BypassRules.ORDER;
    private static final List<String> DEPTHS = List.of("LITE", "STANDARD", "FULL");
    private static final List<String> BANDS = List.of("UNDER_100K", "UNDER_1M", "UNDER_10M", "OVER_10M");
    private static final List<String> RISKS = List.of("LOW", "MEDIUM", "HIGH");

    private final Set<String> matched = new LinkedHashSet<>();
    private final DmnEngine engine = engine();

    private DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().forEach(rule -> matched.add(rule.getId())));
        return configuration.buildEngine();
    }

    @Test
    void everyProgramHasItsDepth() throws IOException {
        DmnDecision table = table("program-depth");
        List<String> lightToHeavy = DEPTHS;
        for (String band : BANDS) {
            for (String risk : RISKS) {
                List<Integer> depths = IntStream.rangeClosed(1, 11)
                        .mapToObj(touched ->
                                ask(table, Map.of("investmentBand", band, "functionsTouched", touched, "risk", risk)))
                        .map(answer -> lightToHeavy.indexOf(answer.get("depth")))
                        .toList();
                assertThat(depths)
                        .as("%s at %s risk never gets lighter with more functions", band, risk)
                        .isSorted()
                        .doesNotContain(-1);
            }
        }
        assertThat(ask(table, Map.of("investmentBand", "UNDER_100K", "functionsTouched", 2, "risk", "LOW")))
                .containsEntry("depth", "LITE");
        assertThat(ask(table, Map.of("investmentBand", "UNDER_1M", "functionsTouched", 6, "risk", "MEDIUM")))
                .containsEntry("depth", "STANDARD");
        assertThat(ask(table, Map.of("investmentBand", "UNDER_10M", "functionsTouched", 2, "risk", "HIGH")))
                .containsEntry("depth", "FULL");
        assertThat(matched).containsExactlyInAnyOrderElementsOf(rows("program-depth"));
    }

    @Test
    void everyStageHasItsTempo() throws IOException {
        DmnDecision table = table("stage-tempo");
        for (String stage : STAGES) {
            for (String depth : DEPTHS) {
                Map<String, Object> days = ask(table, Map.of("stage", stage, "depth", depth));
                assertThat((Integer) days.get("contributeDays")).isPositive();
                assertThat((Integer) days.get("agreeDays")).isPositive();
                assertThat((Integer) days.get("remindDays"))
                        .as("reminds after it began")
                        .isPositive()
                        .isLessThan((Integer) days.get("contributeDays"));
                assertThat((Integer) days.get("escalateDays")).isPositive();
            }
        }
        assertThat(matched).containsExactlyInAnyOrderElementsOf(rows("stage-tempo"));
    }

    @Test
    void everyGateHasItsRoute() throws IOException {
        DmnDecision table = table("gate-route");
        for (String stage : STAGES) {
            for (String depth : DEPTHS) {
                for (String band : BANDS) {
                    Map<String, Object> route =
                            ask(table, Map.of("stage", stage, "depth", depth, "investmentBand", band));
                    List<Part> panel = Arrays.stream(((String) route.get("panel")).split(","))
                            .map(Part::valueOf)
                            .toList();
                    assertThat(panel).contains(Part.SPONSOR).doesNotContain(Part.MANAGER);
                    assertThat((Integer) route.get("quorum")).isBetween(1, panel.size());
                    assertThat((Integer) route.get("days")).isPositive();
                    assertThat((String) route.get("order")).isIn("PARALLEL", "SEQUENTIAL");
                    assertThat((String) route.get("votes")).isIn("BLIND", "OPEN");
                    assertThat((String) route.get("reason")).isNotBlank();
                }
            }
        }
        assertThat(ask(table, Map.of("stage", "roi", "depth", "FULL", "investmentBand", "UNDER_1M")))
                .containsEntry("panel", "SPONSOR,FINANCE");
        assertThat(ask(table, Map.of("stage", "values", "depth", "FULL", "investmentBand", "OVER_10M")))
                .containsEntry("panel", "SPONSOR");
        assertThat(matched).containsExactlyInAnyOrderElementsOf(rows("gate-route"));
    }

    private Map<String, Object> ask(DmnDecision table, Map<String, Object> inputs) {
        var answer = engine.evaluateDecisionTable(table, inputs);
        assertThat(answer).as("an answer for %s", inputs).hasSize(1);
        return answer.getSingleResult().getEntryMap();
    }

    private DmnDecision table(String name) throws IOException {
        try (InputStream file = Files.newInputStream(DECISIONS.resolve(name + ".dmn"))) {
            return engine.parseDecision(name, file);
        }
    }

    private static List<String> rows(String name) throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(DECISIONS.resolve(name + ".dmn"))) {
            lines.filter(line -> line.contains("<rule id="))
                    .forEach(line -> rows.add(line.replaceFirst(".*<rule id=\"([^\"]+)\".*", "$1")));
        }
        return rows;
    }
}
