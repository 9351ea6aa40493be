package org.waymark.model.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;
import org.waymark.web.Refusal;

/** A business owner accepts what was decided about their components, or objects and says why. */
@Component
class ReviewArchitecture implements TaskWork<ReviewArchitecture.Draft> {

    record Draft(List<Item> decisions) {
        Draft(@Nullable List<Item> decisions) {
            this.decisions = decisions == null
                    ? List.of()
                    : decisions.stream().filter(Objects::nonNull).toList();
        }
    }

    record Item(
            @Nullable String id,
            @Nullable String verdict,
            @Nullable String reason) {

        @Nullable
        Verdict read() {
            return verdict == null ? null : Verdict.read(verdict).orElse(null);
        }
    }

    record Row(
            int at,
            org.waymark.catalogue.Component component,
            ComponentDecision decision,
            Item item,
            @Nullable String technicalOwner) {}

    private final ArchitectureStore store;
    private final Reviewing reviewing;
    private final Surroundings surroundings;
    private final People people;

    ReviewArchitecture(ArchitectureStore store, Reviewing reviewing, Surroundings surroundings, People people) {
        this.store = store;
        this.reviewing = reviewing;
        this.surroundings = surroundings;
        this.people = people;
    }

    @Override
    public String key() {
        return "reviewArchitecture";
    }

    @Override
    public Class<Draft> type() {
        return Draft.class;
    }

    @Override
    public Draft begin(WorkItem task) {
        Map<String, Review> last = new LinkedHashMap<>();
        store.lastReviews(task.program()).stream()
                .filter(review -> review.person().equals(task.assignee()))
                .forEach(review -> last.put(review.component(), review));
        List<Item> items = new ArrayList<>();
        for (ComponentDecision decision : reviewing.concerning(task)) {
            Review before = last.get(decision.component());
            items.add(
                    before == null
                            ? new Item(decision.component(), null, null)
                            : new Item(decision.component(), before.verdict().name(), before.reason()));
        }
        return new Draft(items);
    }

    @Override
    public void check(WorkItem task, Draft draft) {
        Set<String> mine = mine(task);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.decisions().size(); i++) {
            Item item = draft.decisions().get(i);
            String at = "decisions[" + i + "].";
            if (item.id() == null || !mine.contains(item.id())) {
                throw Refusal.bad("architecture.review.not-yours", String.valueOf(item.id()))
                        .at(at + "id");
            }
            if (!seen.add(item.id())) {
                throw Refusal.bad("architecture.twice", item.id()).at(at + "id");
            }
            if (item.verdict() != null && item.read() == null) {
                throw Refusal.bad("architecture.verdict.unknown", item.verdict())
                        .at(at + "verdict");
            }
            DecideComponents.length(item.reason(), 600, at + "reason");
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, Draft draft) {
        Set<String> unseen = new HashSet<>(mine(task));
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < draft.decisions().size(); i++) {
            Item item = draft.decisions().get(i);
            unseen.remove(item.id());
            if (item.read() == null) {
                missing.add(new Missing("decisions[" + i + "].verdict", "architecture.review.missing.verdict"));
            } else if (item.read() == Verdict.OBJECT
                    && (item.reason() == null || item.reason().isBlank())) {
                missing.add(new Missing("decisions[" + i + "].reason", "architecture.review.missing.reason"));
            }
        }
        if (!unseen.isEmpty()) {
            missing.add(new Missing("decisions", "architecture.review.missing.some", unseen.size()));
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, Draft draft) {
        String person = String.valueOf(task.assignee());
        List<Review> reviews = new ArrayList<>();
        for (Item item : draft.decisions()) {
            Verdict verdict = item.read();
            if (verdict != null && item.id() != null) {
                boolean silent = item.reason() == null || item.reason().isBlank();
                reviews.add(new Review(item.id(), person, verdict, silent ? null : item.reason()));
            }
        }
        store.saveReviews(task.program(), person, reviews);
    }

    @Override
    public View view(WorkItem task, Draft draft) {
        Map<String, ComponentDecision> mine = new LinkedHashMap<>();
        reviewing.concerning(task).forEach(one -> mine.put(one.component(), one));
        Map<String, org.waymark.catalogue.Component> components = new LinkedHashMap<>();
        surroundings.components().forEach(component -> components.put(component.id(), component));
        List<Item> items = new ArrayList<>(draft.decisions());
        Set<String> there = items.stream().map(Item::id).collect(Collectors.toSet());
        mine.keySet().stream().filter(id -> !there.contains(id)).forEach(id -> items.add(new Item(id, null, null)));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ComponentDecision decision = mine.get(items.get(i).id());
            org.waymark.catalogue.Component component =
                    components.get(items.get(i).id());
            if (decision != null && component != null) {
                String technical = decision.technicalOwner();
                rows.add(new Row(
                        i, component, decision, items.get(i), technical == null ? null : people.nameOf(technical)));
            }
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("rows", rows);
        model.put("all", rows.size());
        model.put("seen", rows.stream().filter(row -> row.item().read() != null).count());
        model.put(
                "objections",
                rows.stream().filter(row -> row.item().read() == Verdict.OBJECT).count());
        model.put("currency", surroundings.currency(task.program()));
        return new View("architecture/review", model, "architecture.reviewArchitecture.button", rows.size());
    }

    private Set<String> mine(WorkItem task) {
        return reviewing.concerning(task).stream()
                .map(ComponentDecision::component)
                .collect(Collectors.toSet());
    }
}
