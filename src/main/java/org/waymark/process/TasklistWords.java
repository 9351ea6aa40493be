package org.waymark.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives Tasklist and Cockpit Waymark's words where they have their own, and leaves them the rest. Languages Tasklist is
 * not shipped in are our own translation; Cockpit, which only administrators see, stays in English there.
 */
@RestController
class TasklistWords {
    static final List<String> OURS = List.of(
            "WAYMARK_BACK",
            "WAYMARK_ENDED",
            "WAYMARK_SIGN_IN",
            "WAYMARK_NOT_SHOWN",
            "WAYMARK_SHOW_AGAIN",
            "SIGN_OUT_ACTION",
            "CAM_WIDGET_HEADER_SIGN_OUT",
            "APP_VENDOR",
            "FORM",
            "DIAGRAM",
            "CLAIM_TASK",
            "CLAIM_OK",
            "COMPLETE_OK",
            "COMPLETE_ERROR",
            "NO_MATCHING_TASK",
            "SELECT_TASK_IN_LIST",
            "TASK_HAS_BEEN_REMOVED",
            "TASK_NOT_EXIST",
            "NO_AVAILABLE_FILTER");

    private final MessageSource messages;
    private final ObjectMapper json;

    TasklistWords(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** The language this person chose in Waymark, whatever their browser speaks. */
    @GetMapping("/camunda/app/{app:tasklist|cockpit}/locales/mine.json")
    Map<String, String> mine(@PathVariable String app, Locale reader) {
        return Map.of("language", reader.getLanguage());
    }

    @GetMapping("/camunda/app/{app:tasklist|cockpit}/locales/{language:[a-z]{2}}.json")
    ObjectNode words(@PathVariable String app, @PathVariable String language) throws IOException {
        ObjectNode words = read("META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json");
        if (words.isEmpty()) {
            words = read("META-INF/resources/webjars/camunda/app/" + app + "/locales/en.json");
        }
        ObjectNode translated = read("tasklist/" + language + ".json");
        words.withObject("/dateLocales").setAll(translated.withObject("/dateLocales"));
        ObjectNode labels = words.withObject("/labels");
        if (app.equals("tasklist")) {
            labels.setAll(translated.withObject("/labels"));
        }
        for (String name : OURS) {
            labels.put(
                    name,
                    messages.getMessage(
                            "process.tasklist." + name.toLowerCase(Locale.ROOT),
                            null,
                            Locale.forLanguageTag(language)));
        }
        return words;
    }

    /** What a file says; nothing where there is none. */
    private ObjectNode read(String path) throws IOException {
        ClassPathResource file = new ClassPathResource(path);
        if (!file.exists()) {
            return json.createObjectNode();
        }
        String text = file.getContentAsString(StandardCharsets.UTF_8);
        return (ObjectNode) json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
