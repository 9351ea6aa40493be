package org.waymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Tasklist speaks the four languages: two it is shipped in, two by our own translation of its labels. */
class TasklistWordsTests {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    // signs, names and codes that are the same everywhere
    private static final Pattern ANYWHERE = Pattern.compile("[<>=]*|Cockpit");

    private final TasklistWords words = words();

    @ParameterizedTest
    @ValueSource(strings = {"de", "ru", "tr"})
    void everyLabelIsThereWithItsPlaces(String language) throws IOException {
        JsonNode english = words.words("tasklist", "en").get("labels");
        JsonNode labels = words.words("tasklist", language).get("labels");
        english.fields()
                .forEachRemaining(
                        label -> assertThat(places(labels.path(label.getKey()).asText("")))
                                .as(label.getKey())
                                .isEqualTo(places(label.getValue().asText())));
        assertThat(labels.size()).isEqualTo(english.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "tr"})
    void noLabelWasLeftInEnglish(String language) throws IOException {
        assertThat(sameAs(
                        words.words("tasklist", "en").get("labels"),
                        words.words("tasklist", language).get("labels")))
                .isEmpty();
    }

    @Test
    void aLabelLeftInEnglishWouldBeFound() throws IOException {
        JsonNode english = words.words("tasklist", "en").get("labels");
        assertThat(sameAs(english, english)).contains("COMPLETE", "DUE_DATE").doesNotContain("COCKPIT_APP");
    }

    @Test
    void datesAreWrittenAsInTheLanguage() throws IOException {
        JsonNode german = words.words("tasklist", "de").get("dateLocales");
        assertThat(german.at("/longDateFormat/LL").asText()).isEqualTo("D. MMMM YYYY");
        assertThat(german.at("/months/2").asText()).isEqualTo("März");
        JsonNode turkish = words.words("cockpit", "tr").get("dateLocales");
        assertThat(turkish.at("/months/7").asText()).isEqualTo("Ağustos");
        assertThat(words.mine("tasklist", Locale.forLanguageTag("ru"))).containsEntry("language", "ru");
    }

    @Test
    void whatNobodyTranslatedStaysEnglish() throws IOException {
        assertThat(words.words("cockpit", "ru").at("/labels/CAM_WIDGET_COPY").asText())
                .isEqualTo(words.words("cockpit", "en")
                        .at("/labels/CAM_WIDGET_COPY")
                        .asText());
        assertThat(words.words("tasklist", "nl").get("labels"))
                .isEqualTo(words.words("tasklist", "en").get("labels"));
    }

    private static List<String> sameAs(JsonNode english, JsonNode labels) {
        List<String> same = new ArrayList<>();
        english.fields().forEachRemaining(label -> {
            String text = label.getValue().asText();
            if (!TasklistWords.OURS.contains(label.getKey())
                    && !ANYWHERE.matcher(text).matches()
                    && labels.path(label.getKey()).asText().equals(text)) {
                same.add(label.getKey());
            }
        });
        return same;
    }

    private static Set<String> places(String label) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(label).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static TasklistWords words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/process");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.ENGLISH);
        return new TasklistWords(messages, new ObjectMapper());
    }
}
