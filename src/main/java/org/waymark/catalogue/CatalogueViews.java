package org.waymark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Arranges the catalogue for reading: divided lists, an item with its texts, and what it is linked with. */
@Component
class CatalogueViews {

    private final Catalogue catalogue;
    private final Texts texts;

    CatalogueViews(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    record Division(String heading, List<Item> items) {}

    record Fact(String label, String text) {}

    record Relation(String label, List<Item> items) {}

    Kind kind(String path) {
        return Kind.at(path).orElseThrow(() -> Refusal.missing("catalogue.kind", path));
    }

    Item item(Kind kind, String id) {
        return of(kind).stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("catalogue.unknown", id));
    }

    List<Item> of(Kind kind) {
        return catalogue.items().stream().filter(item -> item.kind() == kind).toList();
    }

    /** The finding a list opens with: how many there are and whether all can be chosen. */
    String finding(Kind kind) {
        List<Item> items = of(kind);
        long off = items.stream().filter(item -> !item.enabled()).count();
        return texts.of(
                "catalogue.finding." + kind.path(), items.size(), divided(kind).size(), off);
    }

    List<Division> divided(Kind kind) {
        Map<String, List<Item>> divisions = new LinkedHashMap<>();
        for (Item item : of(kind)) {
            String heading = kind.heading()
                    .map(field -> label(field, item.code(field.name())))
                    .orElse("");
            divisions.computeIfAbsent(heading, any -> new ArrayList<>()).add(item);
        }
        return divisions.entrySet().stream()
                .map(division -> new Division(division.getKey(), division.getValue()))
                .toList();
    }

    /** Everything that has these words in its id or one of its texts, by kind. */
    List<Division> mentioning(String words) {
        List<Division> found = new ArrayList<>();
        for (Kind kind : Kind.inReadingOrder()) {
            List<Item> items =
                    of(kind).stream().filter(item -> item.mentions(words)).toList();
            if (!items.isEmpty()) {
                found.add(new Division(texts.of("catalogue.kind." + kind.path()), items));
            }
        }
        return found;
    }

    List<Fact> facts(Item item) {
        List<Fact> facts = new ArrayList<>();
        for (Field field : item.kind().fields()) {
            List<String> codes = item.list(field.name());
            if (!field.isLink() && !codes.isEmpty()) {
                String all = String.join(
                        ", ", codes.stream().map(code -> label(field, code)).toList());
                facts.add(new Fact(texts.of("catalogue.field." + field.name()), all));
            }
        }
        if (!item.code("expression").isEmpty()) {
            facts.add(new Fact(texts.of("catalogue.field.expression"), item.code("expression")));
        }
        return facts;
    }

    /** Where the item points, then what points at it. */
    List<Relation> relations(Item item) {
        List<Relation> relations = new ArrayList<>();
        for (Field field : item.kind().fields()) {
            Kind target = field.kind();
            if (target != null) {
                add(
                        relations,
                        "catalogue.field." + field.name(),
                        of(target).stream()
                                .filter(other -> item.list(field.name()).contains(other.id()))
                                .toList());
            }
        }
        for (Kind kind : Kind.inReadingOrder()) {
            for (Field field : kind.fields()) {
                if (field.kind() == item.kind()) {
                    add(
                            relations,
                            "catalogue.back." + kind.path() + "." + field.name(),
                            of(kind).stream()
                                    .filter(other -> other.list(field.name()).contains(item.id()))
                                    .toList());
                }
            }
        }
        return relations;
    }

    private void add(List<Relation> relations, String key, List<Item> items) {
        if (!items.isEmpty()) {
            relations.add(new Relation(texts.of(key), items));
        }
    }

    private String label(Field field, String code) {
        Kind target = field.kind();
        if (target != null) {
            return of(target).stream()
                    .filter(item -> item.id().equals(code))
                    .map(Item::title)
                    .findFirst()
                    .orElse(code);
        }
        return texts.of("catalogue.code." + (code.isEmpty() ? "none" : code));
    }
}
