package org.waymark.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Reads the catalogue files of this release: the list itself holds the English texts, a folder named like a language
 * those in it. What a folder does not name is read in English.
 */
@Component
class ShippedCatalogue {

    private static final TypeReference<List<ObjectNode>> ITEMS = new TypeReference<>() {};

    private static final Pattern LANGUAGE = Pattern.compile("/([a-z]{2})/[^/]+$");

    private final ObjectMapper json = new ObjectMapper();

    List<ShippedItem> items(Kind kind) {
        try (InputStream file = new ClassPathResource("catalogue/" + kind.path() + ".json").getInputStream()) {
            Map<String, JsonNode> translations = translations(kind);
            List<ShippedItem> items = new ArrayList<>();
            for (ObjectNode node : json.readValue(file, ITEMS)) {
                ShippedItem item = item(kind, items.size() + 1, node);
                translations.forEach((language, texts) -> {
                    if (texts.has(item.id())) {
                        Map<String, String> inLanguage = new LinkedHashMap<>();
                        flatten("", texts.get(item.id()), inLanguage);
                        item.texts().put(language, inLanguage);
                    }
                });
                items.add(item);
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue file of " + kind.path() + " cannot be read", e);
        }
    }

    /** What the folders of the languages say about a kind, by language. */
    Map<String, JsonNode> translations(Kind kind) throws IOException {
        Map<String, JsonNode> translations = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:catalogue/*/" + kind.path() + ".json")) {
            Matcher language = LANGUAGE.matcher(file.getURL().getPath());
            if (language.find()) {
                try (InputStream stream = file.getInputStream()) {
                    translations.put(language.group(1), json.readTree(stream));
                }
            }
        }
        return translations;
    }

    Optional<ShippedItem> find(Kind kind, String id) {
        return items(kind).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    private static ShippedItem item(Kind kind, int position, ObjectNode node) {
        String id = node.remove("id").asText();
        int version = node.remove("version").asInt();
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (name.matches("[a-z]{2}") && node.get(name).isObject()) {
                Map<String, String> inLanguage = new LinkedHashMap<>();
                flatten("", node.remove(name), inLanguage);
                texts.put(name, inLanguage);
            }
        }
        return new ShippedItem(kind, id, version, position, node, texts);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> texts) {
        node.fields().forEachRemaining(field -> {
            if (field.getValue().isObject()) {
                flatten(prefix + field.getKey() + ".", field.getValue(), texts);
            } else {
                texts.put(prefix + field.getKey(), field.getValue().asText());
            }
        });
    }
}
