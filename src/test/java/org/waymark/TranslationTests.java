package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything Waymark says is said in four languages, with the same figures and names in it. */
class TranslationTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"de", "ru", "tr"})
    void everyTextIsTranslated(String language) {
        List<String> wrong = new ArrayList<>();
        bundles()
                .forEach((name, english) ->
                        wrong.addAll(differences(language, english, texts(name + "_" + language + ".properties"))));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyEnglishTextCanBeSaid() {
        bundles()
                .forEach((name, english) ->
                        assertThat(differences("en", english, english)).as(name).isEmpty());
    }

    @Test
    void whatIsMissingTooMuchOrTornIsFound() {
        Map<String, String> english = Map.of("a.one", "One {0}", "a.two", "Two", "a.three", "Three", "a.four", "Four");
        Map<String, String> german = Map.of("a.one", "Eins", "a.two", "Zwei {", "a.three", " ", "a.five", "Fünf");
        assertThat(differences("de", english, german))
                .containsExactlyInAnyOrder(
                        "de a.one: other places than in English",
                        "de a.two: cannot be said: Zwei {",
                        "de a.three: empty",
                        "de a.four: missing",
                        "de a.five: not in English");
        assertThat(differences("de", Map.of("a.one", "It''s {0}"), Map.of("a.one", "Nicht's {0}")))
                .containsExactly("de a.one: a single apostrophe hides what follows it: Nicht's {0}");
    }

    private static List<String> differences(String language, Map<String, String> english, Map<String, String> other) {
        List<String> wrong = new ArrayList<>();
        english.forEach((key, text) -> {
            String said = other.get(key);
            String where = language + " " + key + ": ";
            if (said == null) {
                wrong.add(where + "missing");
            } else if (said.isBlank() && !text.isBlank()) {
                wrong.add(where + "empty");
            } else if (!canBeSaid(said, language)) {
                wrong.add(where + "cannot be said: " + said);
            } else if (!places(said).equals(places(text))) {
                wrong.add(where + "other places than in English");
            } else if (hidden(said)) {
                wrong.add(where + "a single apostrophe hides what follows it: " + said);
            }
        });
        other.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .forEach(key -> wrong.add(language + " " + key + ": not in English"));
        return wrong;
    }

    private static boolean canBeSaid(String text, String language) {
        try {
            new MessageFormat(text, Locale.forLanguageTag(language))
                    .format(new Object[] {3, 3, 3, 3, 3, 3, 3, 3, 3, 3});
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** An apostrophe that is neither doubled nor stands before a brace to be shown. */
    private static boolean hidden(String text) {
        String plain = text.replace("''", "").replaceAll("'[{}][^']*'", "");
        return plain.contains("'");
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static Map<String, Map<String, String>> bundles() {
        Map<String, Map<String, String>> bundles = new TreeMap<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .forEach(name -> bundles.put(name.replace(".properties", ""), texts(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(bundles).hasSizeGreaterThan(20);
        return bundles;
    }

    private static Map<String, String> texts(String file) {
        Properties texts = new Properties();
        if (Files.exists(MESSAGES.resolve(file))) {
            try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<String, String> sorted = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> sorted.put(key, texts.getProperty(key)));
        return sorted;
    }
}
