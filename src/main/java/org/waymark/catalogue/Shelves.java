package org.waymark.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole catalogue in one language, ready to hand out. */
record Shelves(
        List<Item> items,
        Shelf<Function> functions,
        Shelf<Value> values,
        Shelf<Capability> capabilities,
        Shelf<Dimension> dimensions,
        Shelf<ChasmCondition> chasmConditions,
        Shelf<Benefit> benefits,
        Shelf<Cost> costs,
        Shelf<UseCase> useCases,
        Shelf<ChecklistItem> checklist,
        Shelf<Component> components) {

    static Shelves of(List<Item> items) {
        Map<String, String> names = items.stream()
                .filter(item -> item.kind() == Kind.THEMES || item.kind() == Kind.LAYERS)
                .collect(Collectors.toMap(Item::id, Item::title));
        return new Shelves(
                List.copyOf(items),
                Shelf.of(items, Kind.FUNCTIONS, item -> new Function(item.id(), item.title())),
                Shelf.of(items, Kind.VALUES, item -> value(item, names)),
                Shelf.of(items, Kind.CAPABILITIES, Shelves::capability),
                Shelf.of(items, Kind.DIMENSIONS, Shelves::dimension),
                Shelf.of(items, Kind.CHASM_CONDITIONS, Shelves::chasmCondition),
                Shelf.of(items, Kind.BENEFITS, Shelves::benefit),
                Shelf.of(items, Kind.COSTS, Shelves::cost),
                Shelf.of(items, Kind.USE_CASES, Shelves::useCase),
                Shelf.of(items, Kind.CHECKLIST, Shelves::checklistItem),
                Shelf.of(items, Kind.COMPONENTS, item -> component(item, names)));
    }

    private static Value value(Item item, Map<String, String> names) {
        return new Value(
                item.id(),
                item.title(),
                item.text("sentence"),
                names.getOrDefault(item.code("theme"), ""),
                item.code("lens"),
                item.text("measure"),
                item.text("unit"),
                item.code("better"),
                item.list("functions"),
                item.list("promises"));
    }

    private static Capability capability(Item item) {
        return new Capability(
                item.id(),
                item.title(),
                item.text("sentence"),
                item.code("type"),
                item.code("motion"),
                item.list("serves"),
                item.code("moves"),
                item.code("mark"));
    }

    private static Dimension dimension(Item item) {
        return new Dimension(item.id(), item.title(), item.levels(), item.text("evidence"));
    }

    private static ChasmCondition chasmCondition(Item item) {
        return new ChasmCondition(
                item.id(), item.title(), item.text("question"), item.code("origin"), item.text("evidence"));
    }

    private static Benefit benefit(Item item) {
        return new Benefit(
                item.id(),
                item.title(),
                item.code("lens"),
                item.text("formula"),
                item.code("expression"),
                item.inputs(),
                item.text("unit"),
                item.list("values"),
                item.text("note"));
    }

    private static Cost cost(Item item) {
        return new Cost(
                item.id(),
                item.title(),
                item.text("formula"),
                item.code("expression"),
                item.inputs(),
                item.text("unit"),
                item.code("kind"));
    }

    private static UseCase useCase(Item item) {
        return new UseCase(
                item.id(),
                item.title(),
                item.text("sentence"),
                item.list("functions"),
                item.list("capabilities"),
                item.code("c"),
                item.number("from"),
                item.code("effort"),
                item.list("values"));
    }

    private static ChecklistItem checklistItem(Item item) {
        return new ChecklistItem(
                item.id(),
                item.code("c"),
                item.code("verb"),
                item.title(),
                item.code("capability"),
                item.code("lead"),
                item.number("from"));
    }

    private static Component component(Item item, Map<String, String> names) {
        return new Component(
                item.id(),
                item.title(),
                item.text("role"),
                names.getOrDefault(item.code("layer"), ""),
                item.list("defaults"),
                item.text("pattern"),
                item.list("capabilities"));
    }
}
