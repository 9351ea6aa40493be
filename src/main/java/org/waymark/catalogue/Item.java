package org.waymark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One row of the catalogue with its texts in one language. */
record Item(
        Kind kind,
        String id,
        Origin origin,
        int version,
        boolean enabled,
        int position,
        JsonNode data,
        Map<String, String> texts) {

    enum Origin {
        SHIPPED,
        EDITED,
        ADDED
    }

    public String title() {
        return text(kind.title());
    }

    /** The second text, which says in a sentence what the title means. */
    public String summary() {
        return kind.texts().size() > 1 ? text(kind.texts().get(1)) : "";
    }

    String text(String field) {
        return texts.getOrDefault(field, "");
    }

    String code(String field) {
        return data.path(field).asText("");
    }

    int number(String field) {
        return data.path(field).asInt();
    }

    List<String> list(String field) {
        List<String> list = new ArrayList<>();
        JsonNode node = data.path(field);
        if (node.isArray()) {
            node.forEach(each -> list.add(each.asText()));
        } else if (!node.asText("").isEmpty()) {
            list.add(node.asText());
        }
        return List.copyOf(list);
    }

    List<String> levels() {
        return List.copyOf(textsUnder("levels.").values());
    }

    List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (JsonNode input : data.path("inputs")) {
            String name = input.path("name").asText();
            inputs.add(
                    new Input(name, text("inputs." + name), input.path("unit").asText()));
        }
        return List.copyOf(inputs);
    }

    private Map<String, String> textsUnder(String prefix) {
        Map<String, String> under = new TreeMap<>(texts);
        under.keySet().removeIf(field -> !field.startsWith(prefix));
        return under;
    }

    boolean mentions(String words) {
        String sought = words.strip().toLowerCase(Locale.ROOT);
        return id.toLowerCase(Locale.ROOT).contains(sought)
                || texts.values().stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
    }
}
