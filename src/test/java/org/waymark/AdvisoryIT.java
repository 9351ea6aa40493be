package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the jar is made of, as the build wrote it down, against the holes that are published of it. */
class AdvisoryIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BOM = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path LIST = Path.of("src/main/resources/security/advisories.json");

    private final Advisories advisories = new Advisories(read(LIST));

    @Test
    void noAffectedVersionIsShippedWithoutAControlThatHasATest() throws Exception {
        JsonNode bom = read(BOM);
        assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bom.path("components").size()).isGreaterThan(100);
        assertThat(advisories.open(bom)).isEmpty();
        // the two of the engine that no free release closes
        assertThat(advisories.held(bom)).contains("CVE-2026-109432", "CVE-2026-77226");
    }

    @Test
    void everyTestThatIsNamedAsAControlExists() throws Exception {
        for (JsonNode one : read(LIST).path("advisories")) {
            for (JsonNode test : one.path("tests")) {
                try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
                    assertThat(files.anyMatch(file -> file.endsWith(test.asText() + ".java")))
                            .as(test.asText())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void nothingOfTheTestsIsShipped() {
        assertThat(read(BOM).path("components").findValuesAsText("name"))
                .doesNotContain("spring-security-oauth2-authorization-server", "junit-jupiter", "greenmail", "jqwik");
    }

    @Test
    void thePlantedHoleIsFound() {
        ObjectNode bom = (ObjectNode) read(BOM);
        ObjectNode planted = ((ArrayNode) bom.path("components")).addObject();
        planted.put("group", "org.apache.logging.log4j")
                .put("name", "log4j-core")
                .put("version", "2.14.1");
        assertThat(advisories.open(bom)).singleElement().asString().contains("log4j-core 2.14.1", "CVE-2021-44228");
        planted.put("version", "2.17.1");
        assertThat(advisories.open(bom)).isEmpty();
        planted.put("group", "org.camunda.bpm").put("name", "camunda-engine").put("version", "7.24.0");
        ObjectNode without = (ObjectNode) read(LIST);
        without.path("advisories").forEach(one -> ((ObjectNode) one).remove("control"));
        assertThat(new Advisories(without).open(bom)).anyMatch(line -> line.contains("CVE-2026-109432"));
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertThat(Advisories.compare("10.1.9", "10.1.45")).isNegative();
        assertThat(Advisories.compare("7.24.0", "7.24.14")).isNegative();
        assertThat(Advisories.compare("2.0", "2.0.0")).isZero();
        assertThat(Advisories.compare("42.7.11", "42.7.2")).isPositive();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
