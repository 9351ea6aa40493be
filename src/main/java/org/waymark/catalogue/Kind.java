package org.waymark.catalogue;

import static org.waymark.catalogue.Field.link;
import static org.waymark.catalogue.Field.links;
import static org.waymark.catalogue.Field.many;
import static org.waymark.catalogue.Field.one;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of reference content: which texts an item has, what describes it and where it points. */
enum Kind {
    FUNCTIONS("functions", "FN", List.of("name")),
    THEMES("themes", "THM", List.of("name")),
    LAYERS("layers", "LAY", List.of("name")),
    DIMENSIONS("dimensions", "DIM", List.of("name", "evidence")),
    VALUES(
            "values",
            "VAL",
            List.of("name", "sentence", "measure", "unit"),
            link("theme", THEMES),
            one("lens", "revenue", "cost", "risk"),
            one("better", "up", "down"),
            links("functions", FUNCTIONS),
            many("promises", "recognised", "appreciated", "remembered", "loved")),
    CAPABILITIES(
            "capabilities",
            "CAP",
            List.of("name", "sentence"),
            one("type", "people", "process", "technology"),
            one("motion", "listen", "learn", "love", "collaborate", "connect", "govern"),
            links("serves", VALUES),
            link("moves", DIMENSIONS),
            one("mark", "", "chasm", "level-2")),
    CHASM_CONDITIONS(
            "chasm-conditions", "CH", List.of("name", "question", "evidence"), one("origin", "seed", "proposed")),
    BENEFITS(
            "benefits",
            "BEN",
            List.of("name", "formula", "unit", "note"),
            one("lens", "revenue", "cost", "risk"),
            links("values", VALUES)),
    COSTS("costs", "CST", List.of("name", "formula", "unit"), one("kind", "recurring", "temporary", "one-off")),
    USE_CASES(
            "use-cases",
            "UC",
            List.of("name", "sentence"),
            links("functions", FUNCTIONS),
            links("capabilities", CAPABILITIES),
            one("c", "conversation", "community", "collaboration", "campaign", "content"),
            one("from", "1", "2", "3", "4"),
            one("effort", "S", "M", "L"),
            links("values", VALUES)),
    CHECKLIST(
            "checklist",
            "CHK",
            List.of("statement"),
            one("c", "conversation", "community", "collaboration", "campaign", "content"),
            one("verb", "manage", "analyse", "automate"),
            link("capability", CAPABILITIES),
            link("lead", FUNCTIONS),
            one("from", "1", "2", "3", "4")),
    COMPONENTS(
            "components",
            "ARC",
            List.of("name", "role", "pattern"),
            link("layer", LAYERS),
            many("defaults", "keep", "integrate", "extend", "consolidate", "replace", "retire", "new", "defer"),
            links("capabilities", CAPABILITIES));

    private final String path;
    private final String prefix;
    private final List<String> texts;
    private final List<Field> fields;

    Kind(String path, String prefix, List<String> texts, Field... fields) {
        this.path = path;
        this.prefix = prefix;
        this.texts = texts;
        this.fields = List.of(fields);
    }

    public String path() {
        return path;
    }

    String prefix() {
        return prefix;
    }

    List<String> texts() {
        return texts;
    }

    List<Field> fields() {
        return fields;
    }

    /** The field a list of this kind is divided by, if it is. */
    Optional<Field> heading() {
        String name = switch (this) {
            case VALUES -> "theme";
            case CAPABILITIES -> "type";
            case CHASM_CONDITIONS -> "origin";
            case BENEFITS -> "lens";
            case COSTS -> "kind";
            case USE_CASES, CHECKLIST -> "c";
            case COMPONENTS -> "layer";
            default -> "";
        };
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The text an item is called by. */
    public String title() {
        return texts.get(0);
    }

    /** Adding needs no more than texts, choices and links; formulas, levels and functions are wired into the models. */
    public boolean growing() {
        return switch (this) {
            case VALUES, CAPABILITIES, USE_CASES, CHECKLIST, COMPONENTS, THEMES, LAYERS -> true;
            default -> false;
        };
    }

    /** Dimensions, chasm conditions and functions carry the arithmetic; themes and layers are headings. */
    public boolean optional() {
        return switch (this) {
            case DIMENSIONS, CHASM_CONDITIONS, FUNCTIONS, THEMES, LAYERS -> false;
            default -> true;
        };
    }

    /** Whether an item of this kind can be called so. */
    boolean fits(String id) {
        return id.matches((this == CHECKLIST ? "C[VMOPT]" : prefix) + "-\\d{2,4}");
    }

    static Optional<Kind> at(String path) {
        return Stream.of(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    static List<Kind> inReadingOrder() {
        return List.of(
                VALUES,
                CAPABILITIES,
                DIMENSIONS,
                CHASM_CONDITIONS,
                BENEFITS,
                COSTS,
                USE_CASES,
                CHECKLIST,
                COMPONENTS,
                FUNCTIONS,
                THEMES,
                LAYERS);
    }
}
