package org.waymark.model.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.catalogue.Component;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;
import org.waymark.web.Texts;

/** What the architect sees: the map layer by layer, what the first wave needs on top. */
@org.springframework.stereotype.Component
class DecidingView {

    record Row(
            int at,
            Component component,
            DecideDraft.Item item,
            boolean needed,
            String usually,
            List<Said> objections) {}

    record Said(String person, String reason) {}

    record Layer(String name, List<Row> needed, List<Row> others) {}

    record Option(String id, String name) {}

    /** The fits speak for something else than what is decided. */
    record Hint(String component, String speaksFor) {}

    record Master(String domain, List<String> components, boolean contested) {}

    private final ArchitectureStore store;
    private final Surroundings surroundings;
    private final People people;
    private final Texts texts;

    DecidingView(ArchitectureStore store, Surroundings surroundings, People people, Texts texts) {
        this.store = store;
        this.surroundings = surroundings;
        this.people = people;
        this.texts = texts;
    }

    View of(WorkItem task, DecideDraft draft) {
        Need need = surroundings.need(task.program());
        List<ComponentDecision> decided = draft.decided();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("layers", layers(task.program(), draft, need));
        model.put("people", options(task.program(), decided));
        model.put("decisions", Decision.values());
        model.put("domains", DataDomain.values());
        model.put("currency", surroundings.currency(task.program()));
        totals(model, need, decided);
        return new View("architecture/decide", model, "architecture.decideComponents.button", decided.size());
    }

    private void totals(Map<String, Object> model, Need need, List<ComponentDecision> decided) {
        Set<String> needed = need.needed();
        model.put("needed", needed.size());
        model.put(
                "neededDecided",
                decided.stream().filter(one -> needed.contains(one.component())).count());
        model.put(
                "counts",
                decided.stream()
                        .collect(Collectors.groupingBy(
                                one -> one.decision().name(), LinkedHashMap::new, Collectors.counting())));
        model.put("hints", hints(decided));
        model.put("masters", masters(Masters.of(decided)));
        model.put(
                "gaps",
                need.gaps(surroundings.technologies(), decided).stream()
                        .map(surroundings::capabilityName)
                        .toList());
    }

    private List<Layer> layers(String program, DecideDraft draft, Need need) {
        List<DecideDraft.Item> items = new ArrayList<>(draft.decisions());
        Set<String> there = items.stream().map(DecideDraft.Item::id).collect(Collectors.toSet());
        Map<String, Component> components = new LinkedHashMap<>();
        surroundings.components().forEach(component -> components.put(component.id(), component));
        surroundings.inScope(program, need).stream()
                .filter(component -> !there.contains(component.id()))
                .forEach(component -> items.add(new DecideDraft.Item(
                        component.id(), null, null, null, null, null, null, null, null, null, null, null, null, null)));
        Map<String, List<Said>> objections = objections(program);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            DecideDraft.Item item = items.get(i);
            Component component = components.get(String.valueOf(item.id()));
            if (component != null) {
                rows.add(new Row(
                        i,
                        component,
                        item,
                        need.needs(component),
                        names(component.defaults()),
                        objections.getOrDefault(component.id(), List.of())));
            }
        }
        List<String> order = new ArrayList<>(components.keySet());
        rows.sort(Comparator.comparing(row -> order.indexOf(row.component().id())));
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (Row row : rows) {
            Layer layer = layers.computeIfAbsent(
                    row.component().layer(), name -> new Layer(name, new ArrayList<>(), new ArrayList<>()));
            (row.needed() ? layer.needed() : layer.others()).add(row);
        }
        return List.copyOf(layers.values());
    }

    private Map<String, List<Said>> objections(String program) {
        Map<String, List<Said>> objections = new LinkedHashMap<>();
        store.reviews(program).stream()
                .filter(Review::objects)
                .forEach(review -> objections
                        .computeIfAbsent(review.component(), one -> new ArrayList<>())
                        .add(new Said(people.nameOf(review.person()), String.valueOf(review.reason()))));
        return objections;
    }

    private List<Option> options(String program, List<ComponentDecision> decided) {
        Set<String> ids = new LinkedHashSet<>(surroundings.people(program));
        decided.forEach(one -> {
            if (one.businessOwner() != null) {
                ids.add(one.businessOwner());
            }
            if (one.technicalOwner() != null) {
                ids.add(one.technicalOwner());
            }
        });
        return ids.stream()
                .map(id -> new Option(id, people.nameOf(id)))
                .sorted(Comparator.comparing(Option::name))
                .toList();
    }

    private List<Hint> hints(List<ComponentDecision> decided) {
        List<Hint> hints = new ArrayList<>();
        for (ComponentDecision one : decided) {
            if (one.functionalFit() != null && one.technicalFit() != null) {
                List<Decision> speaksFor = Decision.suggested(one.functionalFit(), one.technicalFit());
                if (!speaksFor.contains(one.decision())) {
                    hints.add(new Hint(
                            surroundings.nameOf(one.component()),
                            names(speaksFor.stream().map(Decision::name).toList())));
                }
            }
        }
        return hints;
    }

    private List<Master> masters(Masters masters) {
        List<Master> list = new ArrayList<>();
        masters.components()
                .forEach((domain, components) -> list.add(new Master(
                        domainName(domain),
                        components.stream().map(surroundings::nameOf).toList(),
                        components.size() > 1)));
        return list;
    }

    String domainName(DataDomain domain) {
        return texts.of("architecture.domain." + domain);
    }

    /** "integrate or replace", in the reader's language. */
    private String names(Collection<String> decisions) {
        return decisions.stream()
                .map(name -> texts.of("architecture.decision." + name.toUpperCase(java.util.Locale.ROOT)))
                .collect(Collectors.joining(" " + texts.of("architecture.or") + " "));
    }
}
