package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page about gates claims is proved by tests that exist. */
class FeaturePageTests {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

    @Test
    void everyTestNamedOnThePageExists() throws IOException {
        Matcher named = NAMED.matcher(Files.readString(Path.of("src/docs/gates.md")));
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (; named.find(); found++) {
            if (!source(named.group(1)).contains(" " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }
        assertThat(found).isGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    private static String source(String type) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path file = files.filter(one -> one.endsWith(type + ".java"))
                    .findFirst()
                    .orElse(null);
            return file == null ? "" : Files.readString(file);
        }
    }
}
