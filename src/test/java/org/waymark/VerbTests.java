package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Whatever a person is asked to do has a verb, so that no button just says "Open". */
class VerbTests {

    @Test
    void everyUserTaskHasItsVerb() throws Exception {
        Properties words = new Properties();
        try (var file = VerbTests.class.getResourceAsStream("/messages/work.properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        List<String> tasks = ProcessContractTests.diagrams().stream()
                .flatMap(file -> Diagram.read(file).shapes("userTask").stream())
                .map(Diagram.Shape::id)
                .toList();
        assertThat(tasks).hasSizeGreaterThan(25);
        assertThat(tasks)
                .allSatisfy(task -> assertThat(words.getProperty("work.verb." + task))
                        .as("work.verb." + task)
                        .isNotBlank());
    }
}
