package org.waymark.model.architecture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.catalogue.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;
import org.waymark.web.Refusal;

/** The architect decides component by component; connecting what is there is where every decision starts. */
@org.springframework.stereotype.Component
class DecideComponents implements TaskWork<DecideDraft> {

    private static final BigDecimal MOST_COST = new BigDecimal("1000000000000");

    private final ArchitectureStore store;
    private final Surroundings surroundings;
    private final People people;
    private final DecidingView view;

    DecideComponents(ArchitectureStore store, Surroundings surroundings, People people, DecidingView view) {
        this.store = store;
        this.surroundings = surroundings;
        this.people = people;
        this.view = view;
    }

    @Override
    public String key() {
        return "decideComponents";
    }

    @Override
    public Class<DecideDraft> type() {
        return DecideDraft.class;
    }

    @Override
    public DecideDraft begin(WorkItem task) {
        Map<String, ComponentDecision> last = new LinkedHashMap<>();
        store.decisions(task.program()).forEach(one -> last.put(one.component(), one));
        Need need = surroundings.need(task.program());
        Map<String, String> likelyOwners = surroundings.likelyOwners(task.program());
        List<DecideDraft.Item> items = new ArrayList<>();
        for (Component component : surroundings.inScope(task.program(), need)) {
            ComponentDecision before = last.get(component.id());
            items.add(
                    before == null
                            ? start(component, need.needs(component), likelyOwners.get(component.id()), task.assignee())
                            : DecideDraft.Item.of(before));
        }
        return new DecideDraft(items);
    }

    private static DecideDraft.Item start(
            Component component, boolean needed, @Nullable String likelyOwner, @Nullable String architect) {
        boolean integrate = component.defaults().stream().anyMatch("integrate"::equalsIgnoreCase);
        return new DecideDraft.Item(
                component.id(),
                integrate ? Decision.INTEGRATE.name() : null,
                null,
                likelyOwner,
                architect,
                null,
                null,
                null,
                component.pattern(),
                needed ? 1 : null,
                null,
                null,
                null,
                null);
    }

    @Override
    public void check(WorkItem task, DecideDraft draft) {
        Set<String> known =
                surroundings.components().stream().map(Component::id).collect(Collectors.toSet());
        Set<String> team = new HashSet<>(surroundings.people(task.program()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.decisions().size(); i++) {
            DecideDraft.Item item = draft.decisions().get(i);
            String at = "decisions[" + i + "].";
            if (item.id() == null || !known.contains(item.id())) {
                throw Refusal.bad("architecture.unknown", String.valueOf(item.id()))
                        .at(at + "id");
            }
            if (!seen.add(item.id())) {
                throw Refusal.bad("architecture.twice", item.id()).at(at + "id");
            }
            if (item.decision() != null && item.read() == null) {
                throw Refusal.bad("architecture.decision.unknown", item.decision())
                        .at(at + "decision");
            }
            if (item.masterOf() != null && item.domain() == null) {
                throw Refusal.bad("architecture.domain.unknown", item.masterOf())
                        .at(at + "masterOf");
            }
            person(item.businessOwner(), team, at + "businessOwner");
            person(item.technicalOwner(), team, at + "technicalOwner");
            range(item.functionalFit(), 1, 5, "architecture.fit.range", at + "functionalFit");
            range(item.technicalFit(), 1, 5, "architecture.fit.range", at + "technicalFit");
            range(item.wave(), 1, 9, "architecture.wave.range", at + "wave");
            BigDecimal cost = item.exitCost();
            if (cost != null && (cost.signum() < 0 || cost.compareTo(MOST_COST) >= 0)) {
                throw Refusal.bad("architecture.cost.range").at(at + "exitCost");
            }
            length(item.product(), 200, at + "product");
            length(item.pattern(), 200, at + "pattern");
            length(item.reason(), 600, at + "reason");
            length(item.migrationPlan(), 1000, at + "migrationPlan");
        }
    }

    // asked once a person, not once a line
    private void person(@Nullable String id, Set<String> known, String field) {
        if (id == null || known.contains(id)) {
            return;
        }
        if (people.find(id).isEmpty()) {
            throw Refusal.bad("architecture.person.unknown", id).at(field);
        }
        known.add(id);
    }

    private static void range(@Nullable Integer number, int least, int most, String key, String field) {
        if (number != null && (number < least || number > most)) {
            throw Refusal.bad(key, number).at(field);
        }
    }

    static void length(@Nullable String text, int most, String field) {
        if (text != null && text.length() > most) {
            throw Refusal.bad("architecture.too-long", most).at(field);
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, DecideDraft draft) {
        return new Completeness(
                        surroundings.need(task.program()).needed(),
                        store.today(),
                        surroundings::nameOf,
                        view::domainName)
                .of(draft.decisions());
    }

    @Override
    public void submit(WorkItem task, DecideDraft draft) {
        store.saveDecisions(task.program(), draft.decided());
    }

    @Override
    public View view(WorkItem task, DecideDraft draft) {
        return view.of(task, draft);
    }
}
