package org.waymark.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.stage.Element;
import org.waymark.stage.Element.Kind;

/** Everything a program agreed and what each thing serves, ready to be walked in both directions. */
class Lineage {

    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, Set<String>> servedBy = new LinkedHashMap<>();

    Lineage(Collection<Element> all) {
        all.forEach(element -> elements.put(element.id(), element));
        all.forEach(element -> element.serves().stream()
                .filter(elements::containsKey)
                .forEach(up -> servedBy.computeIfAbsent(up, id -> new LinkedHashSet<>())
                        .add(element.id())));
    }

    Collection<Element> all() {
        return elements.values();
    }

    Optional<Element> find(String id) {
        return Optional.ofNullable(elements.get(id));
    }

    List<Element> of(Kind kind) {
        return elements.values().stream()
                .filter(element -> element.kind() == kind)
                .toList();
    }

    /** Everything this element serves, directly or through others. */
    Set<Element> up(String id) {
        return walk(id, true);
    }

    /** Everything that serves this element, directly or through others. */
    Set<Element> down(String id) {
        return walk(id, false);
    }

    /** The money of the values an element serves; for a benefit or a value what is below and above it says already. */
    List<Element> money(String id) {
        Set<Element> money = new LinkedHashSet<>();
        up(id).stream()
                .filter(above -> above.kind() == Kind.VALUE)
                .forEach(value -> down(value.id()).stream()
                        .filter(below ->
                                below.kind() == Kind.BENEFIT && !below.id().equals(id))
                        .forEach(money::add));
        return List.copyOf(money);
    }

    static Map<Kind, List<Element>> byKind(Collection<Element> elements) {
        Map<Kind, List<Element>> groups = new EnumMap<>(Kind.class);
        elements.forEach(element -> groups.computeIfAbsent(element.kind(), kind -> new ArrayList<>())
                .add(element));
        return groups;
    }

    private Set<Element> walk(String from, boolean up) {
        Set<Element> seen = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(next(from, up));
        while (!ahead.isEmpty()) {
            Element element = elements.get(ahead.poll());
            if (element != null && !element.id().equals(from) && seen.add(element)) {
                ahead.addAll(next(element.id(), up));
            }
        }
        return seen;
    }

    private Collection<String> next(String id, boolean up) {
        if (!up) {
            return servedBy.getOrDefault(id, Set.of());
        }
        Element element = elements.get(id);
        return element == null ? List.of() : element.serves();
    }
}
