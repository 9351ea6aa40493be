package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The templates that operations.md gives to copy: a container platform reads them, and they name what the page explains. */
class TemplatesTests {

    private static final Pattern TEMPLATE = Pattern.compile("```(yaml|ini)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("WAYMARK_[A-Z_]+");

    @Test
    void everyTemplateIsWhatItsReaderTakes() throws Exception {
        List<List<Object>> read =
                templates("yaml").map(TemplatesTests::documents).toList();
        assertThat(read).hasSize(2);
        assertThat(read.get(0))
                .singleElement()
                .extracting("services")
                .extracting("waymark")
                .isNotNull();
        assertThat(read.get(1)).extracting("kind").containsExactly("Deployment", "Service");
    }

    @Test
    void everySettingOfATemplateIsExplained() throws Exception {
        String explained = Files.readString(operations()).replaceAll("(?s)\n## Templates.*", "");
        assertThat(Stream.concat(templates("yaml"), templates("ini"))
                        .flatMap(template -> SETTING.matcher(template).results())
                        .map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(explained).contains("`" + setting + "`"));
    }

    private static Stream<String> templates(String kind) throws Exception {
        return TEMPLATE.matcher(Files.readString(operations()))
                .results()
                .filter(found -> found.group(1).equals(kind))
                .map(found -> found.group(2));
    }

    private static List<Object> documents(String template) {
        return StreamSupport.stream(new Yaml().loadAll(template).spliterator(), false)
                .toList();
    }

    private static Path operations() {
        return Path.of("src/docs/operations.md");
    }
}
