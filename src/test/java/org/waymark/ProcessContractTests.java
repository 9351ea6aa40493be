package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every diagram of the product keeps to the contract between diagrams, beans and people. */
class ProcessContractTests {

    static final Path PROCESSES = Path.of("processes");

    static List<Path> diagrams() {
        try (Stream<Path> files = Files.walk(PROCESSES)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyDiagramKeepsEveryRule() {
        ContractRules rules = new ContractRules(Beans.ofTheProduct(), Path.of("src/main/java"), PROCESSES);
        return diagrams().stream()
                .flatMap(file -> rules.all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                PROCESSES.relativize(file) + ": " + rule.getKey(),
                                () -> assertThat(rule.getValue().apply(file))
                                        .as("%s: %s", file, rule.getKey())
                                        .isEmpty())));
    }

    @Test
    void allSevenStagesTheGateAndTheJourneyAreThere() {
        assertThat(BypassRules.ORDER)
                .allSatisfy(stage -> assertThat(PROCESSES.resolve("stages/" + stage + ".bpmn"))
                        .isRegularFile());
        Diagram journey = Diagram.read(PROCESSES.resolve("journey.bpmn"));
        assertThat(BypassRules.ORDER).allSatisfy(stage -> {
            String name = BypassRules.camel(stage);
            assertThat(journey.shape(name + "Stage")).isPresent();
            assertThat(journey.shape(name + "Gate")).isPresent();
            assertThat(journey.shape(name + "Outcome")).isPresent();
        });
        assertThat(PROCESSES.resolve("gate.bpmn")).isRegularFile();
    }

    @Test
    void aUserTaskIsNamedOnceInTheWholeProduct() {
        assertThat(sharedTaskIds(diagrams())).isEmpty();
    }

    @Test
    void everyDiagramIsValidBpmn() {
        assertThat(diagrams()).allSatisfy(file -> Bpmn.validateModel(Bpmn.readModelFromFile(file.toFile())));
    }

    /** Ids of user tasks that stand in more than one file. */
    static List<String> sharedTaskIds(List<Path> files) {
        Map<String, Path> home = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (Path file : files) {
            for (Diagram.Shape task : Diagram.read(file).shapes("userTask")) {
                if (home.putIfAbsent(task.id(), file) != null) {
                    shared.add(task.id() + " stands in " + home.get(task.id()) + " and in " + file);
                }
            }
        }
        return shared;
    }
}
