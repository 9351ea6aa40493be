package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The rules are awake: each objects to every violation planted for it, and to nothing in the diagram as it is. */
class GuardTests {

    private static final Path BROKEN = Path.of("src/test/resources/broken");

    /** One violation: in this file, in place of what is found, this is planted, and that must be said. */
    private record Violation(String rule, String file, String find, String plant, String objection) {}

    private static final Map<String, Function<Path, List<String>>> RULES = rules();

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> everyRuleObjects() {
        return violations()
                .map(one -> DynamicTest.dynamicTest(one.rule() + ": " + one.objection(), () -> objects(one)));
    }

    @Test
    void everyRuleHasItsViolation() {
        assertThat(violations().map(Violation::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(RULES.keySet());
    }

    private void objects(Violation one) throws IOException {
        Path sound = ProcessContractTests.PROCESSES.resolve(one.file());
        String text = Files.readString(sound);
        assertThat(text).as("what the violation replaces").contains(one.find());
        int at = text.indexOf(one.find());
        Path planted = temporary.resolve(one.file());
        Files.createDirectories(planted.getParent());
        Files.writeString(
                planted,
                text.substring(0, at)
                        + one.plant()
                        + text.substring(at + one.find().length()));
        Function<Path, List<String>> rule = RULES.get(one.rule());
        assertThat(rule.apply(sound)).noneMatch(said -> said.contains(one.objection()));
        assertThat(rule.apply(planted)).anyMatch(said -> said.contains(one.objection()));
    }

    private static Map<String, Function<Path, List<String>>> rules() {
        Map<String, Function<Path, List<String>>> rules = new LinkedHashMap<>(
                new ContractRules(Beans.ofTheProduct(), Path.of("src/main/java"), ProcessContractTests.PROCESSES)
                        .all());
        rules.put("shared-task-ids", GuardTests::sharedWithTheOthers);
        rules.put("bypass-journey", BypassRules::journey);
        rules.put("bypass-gate", BypassRules::gate);
        rules.put("bypass-condition", BypassRules::condition);
        rules.put("bypass-benefit", BypassRules::benefit);
        rules.put("bypass-stage", BypassRules::stage);
        return rules;
    }

    private static List<String> sharedWithTheOthers(Path planted) {
        Stream<Path> others = ProcessContractTests.diagrams().stream()
                .filter(file -> !file.getFileName().equals(planted.getFileName()));
        return ProcessContractTests.sharedTaskIds(
                Stream.concat(others, Stream.of(planted)).toList());
    }

    private static Stream<Violation> violations() {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.sorted().toList().stream().flatMap(file -> {
                String rule = file.getFileName().toString().replace(".txt", "");
                return Arrays.stream(read(file).strip().split("\n\n")).map(block -> {
                    Map<String, String> said = block.lines()
                            .collect(Collectors.toMap(
                                    line -> line.substring(0, line.indexOf(':')),
                                    line -> line.substring(line.indexOf(':') + 1)
                                            .strip()));
                    return new Violation(
                            rule, said.get("file"), said.get("find"), said.get("plant"), said.get("objection"));
                });
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
