package org.waymark.web;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** A refused form gives its words back, and nothing that was to stay secret. */
class WrittenTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/programs/ATLAS/concerns");

    @Test
    void sentencesComeBackAndChoicesDoNot() {
        request.addParameter("words", " Two teams answer\nthe same customer. ");
        request.addParameter("owner", "lena");
        request.addParameter("address", "https://example.org/hooks/waymark");
        assertThat(Written.words(request))
                .containsExactly("Two teams answer\nthe same customer.", "https://example.org/hooks/waymark");
    }

    @Test
    void aPageThatWasOnlyReadGivesNothingBack() {
        request.setMethod("GET");
        request.addParameter("q", "two words");
        assertThat(Written.words(request)).isEmpty();
        request.addHeader("Host", "waymark.example");
        request.addHeader("Referer", "https://waymark.example/board");
        assertThat(Written.form(request)).isNull();
    }

    @Test
    void noPasswordFieldOfAnyTemplateComesBack() throws IOException {
        List<String> fields = new ArrayList<>(List.of("_csrf", "token", "secret"));
        Pattern input = Pattern.compile("<input[^>]*type=\"password\"[^>]*>");
        Pattern named = Pattern.compile("\\bname=\"([^\"]+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = input.matcher(Files.readString(file));
                while (found.find()) {
                    Matcher name = named.matcher(found.group());
                    assertThat(name.find()).as(found.group()).isTrue();
                    fields.add(name.group(1));
                }
            }
        }
        assertThat(fields).contains("password", "_password", "old", "again");
        fields.forEach(field -> request.addParameter(field, "correct horse battery staple"));
        assertThat(Written.words(request)).isEmpty();
    }

    @Test
    void whatAPageNotedForItselfIsNotTakenForWords() throws IOException {
        Pattern hidden = Pattern.compile("<input type=\"hidden\" (?:th:)?name=\"([^\"]+)\"");
        List<String> fields = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = hidden.matcher(Files.readString(file));
                while (found.find()) {
                    fields.add(found.group(1)
                            .replaceAll("\\$\\{q \\+ '(\\w+)'}", "rows[0].$1")
                            .replaceAll("\\|\\$\\{[a-z.]+}(\\w+)\\|", "rows[0].$1"));
                }
            }
        }
        List<String> noted = fields.stream()
                .filter(field -> field.matches("(.*\\.)?(seen|version|shown|about|upTo)"))
                .toList();
        assertThat(noted).contains("seen", "rows[0].seen", "version", "shown", "about", "upTo");
        noted.forEach(field -> request.addParameter(field, "What it said before somebody wrote"));
        request.addParameter("_version", "2026-11-22T21:15:39.123456Z");
        request.addParameter("oversight", "Nobody has seen the version shown");
        request.addParameter("words", "  \r\n \t ");
        assertThat(Written.words(request)).containsExactly("Nobody has seen the version shown");
    }

    @Test
    void theWayBackIsThePageTheFormWasOn() {
        request.addHeader("Host", "waymark.example:8080");
        request.addHeader("Referer", "http://waymark.example:8080/programs/ATLAS/concerns?open=7");
        assertThat(Written.form(request)).isEqualTo("/programs/ATLAS/concerns?open=7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/programs",
                "https://waymark.example.evil.example/",
                "https://waymark.example@evil.example/",
                "https://waymark.example//evil.example",
                "https://waymark.example/\\evil.example",
                "javascript:alert(1)",
                "/programs",
                ""
            })
    void anotherHostIsNoWayBack(String from) {
        request.addHeader("Host", "waymark.example");
        request.addHeader("Referer", from);
        assertThat(Written.form(request)).isNull();
    }
}
