package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is said stands in a bundle, and what stands in a bundle is said. Keys that are put together from parts are known
 * by their beginning or their end.
 */
class MessageUseTests {

    private static final String WORD = "[a-z][A-Za-z-]*(?:\\.[A-Za-z0-9_-]+)+";
    private static final Pattern SAID = Pattern.compile("#\\{(" + WORD + ")[}(]|messages\\.msg\\('(" + WORD + ")'[,)]"
            + "|(?:[tT]exts\\.of|words\\.text|Refusal\\.(?:invalid|bad|conflict|missing|forbidden))\\(\\s*\"(" + WORD
            + ")\"\\s*[,)]");
    private static final Pattern WHOLE = Pattern.compile("(" + WORD + ")");
    private static final Pattern BEGINNING =
            Pattern.compile("[\"'|{(]([a-z][A-Za-z-]*(?:\\.[A-Za-z-]+)*\\.)(?=[\"'$])");
    private static final Pattern END = Pattern.compile("[\"'}](\\.[A-Za-z-]+(?:\\.[A-Za-z-]+)*)(?=[\"'|}])");

    @Test
    void whatIsSaidStandsInABundle() {
        assertThat(missing(sources(), keys())).isEmpty();
    }

    @Test
    void whatStandsInABundleIsSaid() {
        assertThat(unsaid(sources(), keys())).isEmpty();
    }

    @Test
    void aMissingAndAnIdleKeyAreFound() {
        Set<String> keys = Set.of("a.one", "a.b.two", "a.c.why", "a.idle");
        String sources =
                "<p th:text=\"#{a.one}\">x</p> texts.of(\"a.b.\" + n) key + \".why\" Refusal.bad(\"a.gone\", 1)"
                        + " th:text=\"#{a.lost(${n})}\"";
        assertThat(missing(sources, keys)).containsExactly("a.gone", "a.lost");
        assertThat(unsaid(sources, keys)).containsExactly("a.idle");
    }

    private static Set<String> missing(String sources, Collection<String> keys) {
        Set<String> missing = found(SAID, sources);
        missing.removeAll(keys);
        // what a diagram asks its own running copy for
        missing.removeIf(key -> key.startsWith("execution."));
        return missing;
    }

    private static Set<String> unsaid(String sources, Collection<String> keys) {
        Set<String> whole = found(WHOLE, sources);
        Set<String> beginnings = found(BEGINNING, sources);
        Set<String> ends = found(END, sources);
        Set<String> unsaid = new TreeSet<>(keys);
        unsaid.removeIf(key -> whole.contains(key)
                || beginnings.stream().anyMatch(key::startsWith)
                || ends.stream().anyMatch(key::endsWith));
        return unsaid;
    }

    private static Set<String> found(Pattern pattern, String sources) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(sources).results().forEach(one -> {
            for (int group = 1; group <= one.groupCount(); group++) {
                if (one.group(group) != null) {
                    found.add(one.group(group));
                }
            }
        });
        return found;
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        files("src/main/resources/messages", ".properties").forEach(file -> {
            if (!file.getFileName().toString().contains("_")) {
                read(file)
                        .lines()
                        .filter(line -> line.matches("[^#\\s][^=]*=.*"))
                        .forEach(line ->
                                keys.add(line.substring(0, line.indexOf('=')).strip()));
            }
        });
        assertThat(keys).hasSizeGreaterThan(3000);
        return keys;
    }

    private static String sources() {
        StringBuilder sources = new StringBuilder();
        Stream.of(
                        files("src/main/java", ".java"),
                        files("src/main/resources/templates", ".html"),
                        files("src/main/resources/static", ".js"),
                        files("processes", ".bpmn"),
                        files("src/main/resources/catalogue", ".json"))
                .flatMap(Collection::stream)
                .forEach(file -> sources.append(read(file)).append('\n'));
        return sources.toString();
    }

    private static Collection<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
