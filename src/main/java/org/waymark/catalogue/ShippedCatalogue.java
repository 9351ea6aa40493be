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
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Reads the catalogue files of this release; the property named like a language holds the texts in it. */
@Component
class ShippedCatalogue {

    private static final TypeReference<List<ObjectNode>> ITEMS = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();

    List<ShippedItem> items(Kind kind) {
        try (InputStream file = new ClassPathResource("catalogue/" + kind.path() + ".json").getInputStream()) {
            List<ShippedItem> items = new ArrayList<>();
            for (ObjectNode node : json.readValue(file, ITEMS)) {
                items.add(item(kind, items.size() + 1, node));
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue file of " + kind.path() + " cannot be read", e);
        }
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
