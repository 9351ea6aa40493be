package org.waymark.model.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.catalogue.Component;
import org.waymark.company.Standing;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** The architect decides component by component; connecting what is there is where every decision starts. */
@org.springframework.stereotype.Component
class DecideComponents implements TaskWork<DecideDraft> {

    private final ArchitectureStore store;
    private final Surroundings surroundings;
    private final Nonsense nonsense;
    private final HeldDecisions held;
    private final DecidingView view;
    private final Words words;

    DecideComponents(
            ArchitectureStore store,
            Surroundings surroundings,
            Nonsense nonsense,
            HeldDecisions held,
            DecidingView view,
            Words words) {
        this.store = store;
        this.surroundings = surroundings;
        this.nonsense = nonsense;
        this.held = held;
        this.view = view;
        this.words = words;
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
    public boolean carriesDraft(WorkItem task) {
        return true;
    }

    @Override
    public DecideDraft begin(WorkItem task) {
        Map<String, ComponentDecision> last = new LinkedHashMap<>();
        store.decisions(task.program()).forEach(one -> last.put(one.component(), one));
        Need need = surroundings.need(task.program());
        Map<String, String> likelyOwners = surroundings.likelyOwners(task.program());
        Map<String, Standing> standings = held.standings(task.program(), need);
        List<DecideDraft.Item> items = new ArrayList<>();
        for (Component component : surroundings.inScope(task.program(), need)) {
            ComponentDecision before = last.get(component.id());
            Standing standing = standings.get(component.id());
            boolean needed = need.needs(component);
            if (before != null) {
                items.add(DecideDraft.Item.of(before));
            } else if (standing != null) {
                items.add(held.item(standing.truth(), needed));
            } else {
                items.add(start(component, needed, likelyOwners.get(component.id()), task.assignee()));
            }
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
                null,
                null);
    }

    @Override
    public void check(WorkItem task, DecideDraft draft) {
        nonsense.refuse(task.program(), draft);
    }

    static void length(@Nullable String text, int most, String field) {
        if (text != null && text.length() > most) {
            throw Refusal.bad("architecture.too-long", most).at(field);
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, DecideDraft draft) {
        return new Completeness(
                        surroundings.need(task.program()).needed(), store.today(), surroundings::nameOf, words::domain)
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
