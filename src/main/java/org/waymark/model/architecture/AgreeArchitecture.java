package org.waymark.model.architecture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;

/** The program manager agrees the architecture, objections and gaps in view, and sums it up in a sentence. */
@Component
class AgreeArchitecture implements TaskWork<AgreeArchitecture.Draft> {

    private static final int SUMMARY = 2000;

    record Draft(@Nullable String reason) {}

    record Objection(
            String component,
            String decision,
            String person,
            @Nullable String reason) {}

    /** A use case whose component is not connected by the day it promises its first result. */
    record Waiting(String useCase, String component, LocalDate promised) {}

    record Taken(String component, String decision, ComponentDecision details) {}

    private final ArchitectureStore store;
    private final Landscapes landscapes;
    private final Surroundings surroundings;
    private final Words words;
    private final HeldDecisions held;
    private final People people;

    AgreeArchitecture(
            ArchitectureStore store,
            Landscapes landscapes,
            Surroundings surroundings,
            Words words,
            HeldDecisions held,
            People people) {
        this.store = store;
        this.landscapes = landscapes;
        this.surroundings = surroundings;
        this.words = words;
        this.held = held;
        this.people = people;
    }

    @Override
    public String key() {
        return "agreeArchitecture";
    }

    @Override
    public Class<Draft> type() {
        return Draft.class;
    }

    @Override
    public boolean carriesDraft(WorkItem task) {
        return true;
    }

    @Override
    public Draft begin(WorkItem task) {
        return new Draft(store.agreed(task.program())
                .map(ArchitectureStore.Agreed::summary)
                .orElse(null));
    }

    @Override
    public void check(WorkItem task, Draft draft) {
        DecideComponents.length(draft.reason(), SUMMARY, "reason");
    }

    @Override
    public List<Missing> missing(WorkItem task, Draft draft) {
        return draft.reason() == null || draft.reason().isBlank()
                ? List.of(new Missing("reason", "architecture.agree.missing.reason"))
                : List.of();
    }

    @Override
    public void submit(WorkItem task, Draft draft) {
        store.saveAgreed(task.program(), String.valueOf(draft.reason()), String.valueOf(task.assignee()));
        held.claim(
                task.program(),
                store.round(task.program()),
                surroundings.need(task.program()),
                store.decisions(task.program()));
    }

    @Override
    public View view(WorkItem task, Draft draft) {
        Landscape landscape = landscapes.of(task.program());
        Map<String, ComponentDecision> decisions = new LinkedHashMap<>();
        landscape.decisions().forEach(one -> decisions.put(one.component(), one));
        List<Objection> objections = new ArrayList<>();
        for (Review review : landscape.objections()) {
            ComponentDecision decision = decisions.get(review.component());
            objections.add(new Objection(
                    surroundings.nameOf(review.component()),
                    decision == null ? "DEFER" : decision.decision().name(),
                    people.nameOf(review.person()),
                    review.reason()));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Decision decision : Decision.values()) {
            if (landscape.count(decision) > 0) {
                counts.put(decision.name(), landscape.count(decision));
            }
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("counts", counts);
        model.put("objections", objections);
        model.put(
                "contested",
                landscape.masters().contested().stream().map(words::domain).toList());
        model.put(
                "undecided",
                landscape.undecided().stream()
                        .sorted()
                        .map(surroundings::nameOf)
                        .toList());
        model.put(
                "gaps",
                landscape.gaps().stream().map(surroundings::capabilityName).toList());
        model.put(
                "silent",
                landscapes.silent(task.program()).stream().map(people::nameOf).toList());
        model.put(
                "taken",
                landscape.decisions().stream()
                        .filter(one -> one.decision().needsPlan())
                        .map(one -> new Taken(
                                surroundings.nameOf(one.component()),
                                one.decision().name(),
                                one))
                        .toList());
        WaveLinks links = landscapes.links(task.program(), landscape);
        model.put(
                "late",
                links.late().stream()
                        .map(one -> new Waiting(
                                surroundings.useCaseName(task.program(), one.useCase()),
                                surroundings.nameOf(one.component()),
                                one.promised()))
                        .toList());
        model.put(
                "unapproved",
                landscape.unapproved().stream().map(surroundings::nameOf).toList());
        List<Words.Contrast> contrasts =
                new ArrayList<>(words.components(held.components(task.program(), landscape.decisions())));
        contrasts.addAll(words.masters(held.masters(task.program(), landscape.decisions())));
        model.put("contrasts", contrasts);
        model.put("currency", surroundings.currency(task.program()));
        return new View("architecture/agree", model, "architecture.agreeArchitecture.button", decisions.size());
    }
}
