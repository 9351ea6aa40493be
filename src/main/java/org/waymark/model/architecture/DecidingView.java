package org.waymark.model.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.catalogue.Component;
import org.waymark.company.Standing;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;
import org.waymark.web.Languages;

/** What the architect sees: the map layer by layer, what the first wave needs on top. */
@org.springframework.stereotype.Component
class DecidingView {

    record Row(
            int at,
            Component component,
            DecideDraft.Item item,
            boolean needed,
            String usually,
            String carries,
            String speaksFor,
            @Nullable Standing held,
            List<Said> objections) {

        /** Asked, because the first wave needs it or what another program said needs another look. */
        boolean asked() {
            return needed || held != null && !held.settled();
        }
    }

    record Said(String person, String reason) {}

    record Layer(String name, List<Row> needed, List<Row> others) {}

    record Option(String id, String name) {}

    private final ArchitectureStore store;
    private final Surroundings surroundings;
    private final People people;
    private final HeldDecisions heldDecisions;
    private final DecidingTotals totals;
    private final Words words;

    DecidingView(
            ArchitectureStore store,
            Surroundings surroundings,
            People people,
            HeldDecisions heldDecisions,
            DecidingTotals totals,
            Words words) {
        this.store = store;
        this.surroundings = surroundings;
        this.people = people;
        this.heldDecisions = heldDecisions;
        this.totals = totals;
        this.words = words;
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
        model.put("costs", surroundings.costs());
        model.put("directions", Dossier.DIRECTIONS);
        model.putAll(totals.of(task.program(), need, decided));
        return new View("architecture/decide", model, "architecture.decideComponents.button", decided.size());
    }

    private List<Layer> layers(String program, DecideDraft draft, Need need) {
        List<DecideDraft.Item> items = new ArrayList<>(draft.decisions());
        Set<String> there = items.stream().map(DecideDraft.Item::id).collect(Collectors.toSet());
        Map<String, Component> components = new LinkedHashMap<>();
        surroundings.components().forEach(component -> components.put(component.id(), component));
        surroundings.inScope(program, need).stream()
                .filter(component -> !there.contains(component.id()))
                .forEach(component -> items.add(DecideDraft.Item.blank(component.id())));
        Map<String, List<Said>> objections = objections(program);
        Map<String, Standing> held = heldDecisions.standings(program, need);
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
                        words.decisions(component.defaults()),
                        carries(component, need),
                        words.decisions(speaksFor(item)),
                        held.get(component.id()),
                        objections.getOrDefault(component.id(), List.of())));
            }
        }
        List<String> order = new ArrayList<>(components.keySet());
        rows.sort(Comparator.comparing(row -> order.indexOf(row.component().id())));
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (Row row : rows) {
            Layer layer = layers.computeIfAbsent(
                    row.component().layer(), name -> new Layer(name, new ArrayList<>(), new ArrayList<>()));
            (row.asked() ? layer.needed() : layer.others()).add(row);
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
            if (one.dossier().approver() != null) {
                ids.add(one.dossier().approver());
            }
        });
        return ids.stream()
                .map(id -> new Option(id, people.nameOf(id)))
                .sorted(Comparator.comparing(Option::name, Languages.order()))
                .toList();
    }

    /** The capabilities a component serves; those the first wave needs come first. */
    private String carries(Component component, Need need) {
        return component.capabilities().stream()
                .sorted(Comparator.comparing(id -> !need.capabilities().contains(id)))
                .map(surroundings::capabilityName)
                .collect(Collectors.joining(", "));
    }

    private static List<String> speaksFor(DecideDraft.Item item) {
        return item.functionalFit() == null || item.technicalFit() == null
                ? List.of()
                : Decision.suggested(item.functionalFit(), item.technicalFit()).stream()
                        .map(Decision::name)
                        .toList();
    }
}
