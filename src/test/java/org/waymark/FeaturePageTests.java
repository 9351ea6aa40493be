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

/** What the pages in src/docs claim is proved by tests that exist. */
class FeaturePageTests {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Tests|IT))\\.(\\w+)`");

    @Test
    void everyTestNamedOnAPageExists() throws IOException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (Path page : pages()) {
            for (Matcher named = NAMED.matcher(Files.readString(page)); named.find(); found++) {
                if (!source(named.group(1)).contains(" " + named.group(2) + "(")) {
                    missing.add(page.getFileName() + ": " + named.group());
                }
            }
        }
        assertThat(found).isGreaterThan(40);
        assertThat(missing).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/docs"))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    /** Two packages may have a test of the same name; the page means either. */
    private static String source(String type) throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().equals(type + ".java"))
                    .toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }
}
