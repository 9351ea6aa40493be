package org.waymark.model;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChasmCondition;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.catalogue.Dimension;
import org.waymark.web.Texts;

/** The shipped reference content and texts, read straight from their files. */
public final class Shipped {

    private Shipped() {}

    public static Catalogue catalogue() {
        List<Dimension> dimensions = read(
                "dimensions",
                item -> new Dimension(
                        text(item, "id"),
                        text(item.get("en"), "name"),
                        List.of(
                                text(item.get("en").get("levels"), "1"),
                                text(item.get("en").get("levels"), "2"),
                                text(item.get("en").get("levels"), "3"),
                                text(item.get("en").get("levels"), "4")),
                        text(item.get("en"), "evidence")));
        List<ChasmCondition> conditions = read(
                "chasm-conditions",
                item -> new ChasmCondition(
                        text(item, "id"),
                        text(item.get("en"), "name"),
                        text(item.get("en"), "question"),
                        text(item, "origin"),
                        text(item.get("en"), "evidence")));
        List<ChecklistItem> checklist = read(
                "checklist",
                item -> new ChecklistItem(
                        text(item, "id"),
                        text(item, "c"),
                        text(item, "verb"),
                        text(item.get("en"), "statement"),
                        text(item, "capability"),
                        text(item, "lead"),
                        item.get("from").asInt()));
        List<org.waymark.catalogue.Function> functions = read(
                "functions",
                item -> new org.waymark.catalogue.Function(text(item, "id"), text(item.get("en"), "name")));
        Catalogue catalogue = mock(Catalogue.class);
        when(catalogue.dimensions()).thenReturn(dimensions);
        when(catalogue.chasmConditions()).thenReturn(conditions);
        when(catalogue.checklist()).thenReturn(checklist);
        when(catalogue.functions()).thenReturn(functions);
        when(catalogue.chasmCondition(anyString()))
                .thenAnswer(call -> conditions.stream()
                        .filter(one -> one.id().equals(call.getArgument(0)))
                        .findFirst()
                        .orElseThrow());
        return catalogue;
    }

    public static Texts texts() {
        Texts texts = mock(Texts.class);
        when(texts.of(anyString(), any(Object[].class))).thenAnswer(call -> {
            Object[] all = call.getArguments();
            Object[] args = java.util.Arrays.copyOfRange(all, 1, all.length);
            return Rendered.messages().getMessage(call.getArgument(0), args, Locale.ENGLISH);
        });
        return texts;
    }

    private static <T> List<T> read(String file, Function<JsonNode, T> as) {
        try (InputStream in = Shipped.class.getResourceAsStream("/catalogue/" + file + ".json")) {
            List<T> items = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(item -> items.add(as.apply(item)));
            return items;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
