package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.junit.jupiter.api.Test;

/** Every word on a page comes from a bundle: what a template says itself is only a sample nobody ever reads. */
class TemplateTextTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Set<String> SAID = Set.of("title", "placeholder", "aria-label", "alt");
    /** What takes the place of whatever stands inside an element. */
    private static final Set<String> REPLACES = Set.of("th:text", "th:utext", "th:replace", "th:insert");

    private static final Set<String> SAME = Set.of("Waymark");

    @Test
    void noTemplateSaysAnythingItself() throws IOException {
        List<String> bare = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(templates).hasSizeGreaterThan(60);
            for (Path template : templates) {
                bare(Files.readString(template))
                        .forEach(words -> bare.add(TEMPLATES.relativize(template) + ": " + words));
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void wordsOfATemplateAreFound() {
        assertThat(bare("<p>Hello</p>")).containsExactly("Hello");
        assertThat(bare("<p th:text=\"#{a.b}\">Hello <b>you</b></p><br><p>you</p>"))
                .containsExactly("you");
        assertThat(bare("<img alt=\"A dog\" title=\"Waymark\">")).containsExactly("alt=A dog");
        assertThat(bare("<input placeholder=\"x\" th:placeholder=\"#{a.b}\">")).isEmpty();
        assertThat(bare("<input aria-label=\"Dog\" th:attr=\"aria-label=#{a.b}\">"))
                .isEmpty();
        assertThat(bare("<p>[[#{a.b}]] · 12</p><style>p { margin: 0 }</style>")).isEmpty();
        assertThat(bare("<p th:text=\"|${n} points|\">12</p>")).containsExactly("th:text=|${n} points|");
        assertThat(bare("<p th:text=\"${n} + ' points'\">12</p>")).containsExactly("th:text=${n} + ' points'");
        assertThat(bare("<p th:text=\"|${n} · ${m}|\">12</p><p th:text=\"${s == 'open'} ? #{a.b} : '–'\">x</p>"))
                .isEmpty();
        assertThat(bare("<p th:attr=\"title=|${n} points|\">–</p>")).containsExactly("th:attr=title=|${n} points|");
    }

    private static List<String> bare(String template) {
        Reading reading = new Reading();
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, reading);
        } catch (ParseException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return reading.bare;
    }

    /** Walks through a template and remembers whether something above takes the place of what is read. */
    private static final class Reading extends AbstractSimpleMarkupHandler {

        private final List<String> bare = new ArrayList<>();
        private final Deque<Boolean> covered = new ArrayDeque<>();

        @Override
        public void handleOpenElement(String name, Map<String, String> given, int line, int column) {
            attributes(given);
            covered.push(isCovered()
                    || Set.of("script", "style", "code").contains(name)
                    || (given != null && given.keySet().stream().anyMatch(REPLACES::contains)));
        }

        @Override
        public void handleStandaloneElement(
                String name, Map<String, String> given, boolean minimized, int line, int column) {
            attributes(given);
        }

        @Override
        public void handleAutoOpenElement(String name, Map<String, String> given, int line, int column) {
            covered.push(isCovered());
        }

        @Override
        public void handleCloseElement(String name, int line, int column) {
            covered.pop();
        }

        @Override
        public void handleAutoCloseElement(String name, int line, int column) {
            covered.pop();
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            String text = new String(buffer, offset, length).strip();
            if (!isCovered() && speaks(text.replaceAll("\\[\\[.*?]]|&[a-z]+;", ""))) {
                bare.add(text);
            }
        }

        private boolean isCovered() {
            return Boolean.TRUE.equals(covered.peek());
        }

        private void attributes(Map<String, String> given) {
            if (given == null) {
                return;
            }
            boolean replaced = isCovered() || given.containsKey("th:replace");
            given.forEach((name, text) -> {
                String at = text == null ? "" : text;
                if (SAID.contains(name)
                        && !replaced
                        && !given.containsKey("th:" + name)
                        && !given.getOrDefault("th:attr", "").contains(name + "=")
                        && speaks(at)) {
                    bare.add(name + "=" + at);
                }
                boolean said =
                        name.equals("th:text") || name.equals("th:utext") || SAID.contains(name.replace("th:", ""));
                if (name.startsWith("th:") && said && literal(at)) {
                    bare.add(name + "=" + at);
                }
                if (name.equals("th:attr") && SAID.stream().anyMatch(one -> at.contains(one + "=|")) && literal(at)) {
                    bare.add(name + "=" + at);
                }
            });
        }
    }

    /** Whether an expression holds words of its own between its keys and variables. */
    private static boolean literal(String expression) {
        String rest = outside(expression);
        return Pattern.compile("\\|([^|]*)\\||'([^']*)'")
                .matcher(rest)
                .results()
                .anyMatch(literal -> speaks(literal.group(1) == null ? literal.group(2) : literal.group(1)));
    }

    /** An expression without what stands in its braces. */
    private static String outside(String expression) {
        StringBuilder rest = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < expression.length(); at++) {
            char letter = expression.charAt(at);
            if (letter == '{') {
                depth++;
            } else if (letter == '}') {
                depth--;
            } else if (depth == 0) {
                rest.append(letter);
            }
        }
        return rest.toString();
    }

    private static boolean speaks(String text) {
        return Pattern.compile("\\p{L}+").matcher(text).results().anyMatch(word -> !SAME.contains(word.group()));
    }
}
