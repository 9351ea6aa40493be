package org.waymark.model.usecases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.UseCase;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;

/** What a team sees before it signs: its side, the other side, why now, and what is not there yet. */
@Component
class AgreeingView {

    /** The other team of a use case: who leads it and what they have said so far. */
    record Other(
            String function,
            @Nullable String leader,
            @Nullable Agreement answer) {}

    record Row(
            int at,
            UseCase useCase,
            AgreeUseCases.Item item,
            Choice choice,
            String side,
            @Nullable Other other,
            String notReady) {}

    private final UseCaseStore store;
    private final UseCaseBook book;
    private final Priorities priorities;
    private final ChoosingView names;
    private final People people;

    AgreeingView(UseCaseStore store, UseCaseBook book, Priorities priorities, ChoosingView names, People people) {
        this.store = store;
        this.book = book;
        this.priorities = priorities;
        this.names = names;
        this.people = people;
    }

    View of(WorkItem task, AgreeUseCases.Draft draft, Signing.Stand stand) {
        Set<String> ready = priorities.ready(task.program());
        List<Agreement> agreements = store.agreements(task.program());
        List<AgreeUseCases.Item> items = new ArrayList<>(draft.agreements());
        Map<String, Choice> choices = new LinkedHashMap<>();
        stand.choices().forEach(choice -> choices.put(choice.useCase(), choice));
        stand.choices().stream()
                .filter(choice ->
                        items.stream().noneMatch(item -> choice.useCase().equals(item.id())))
                .forEach(choice -> items.add(new AgreeUseCases.Item(choice.useCase(), null, null)));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Choice choice = choices.get(items.get(i).id());
            if (choice != null) {
                UseCase useCase = book.get(task.program(), choice.useCase());
                rows.add(new Row(
                        i,
                        useCase,
                        items.get(i),
                        choice,
                        side(choice, stand),
                        other(choice, stand, Signatures.of(choice, agreements)),
                        priorities.notReady(useCase, ready)));
            }
        }
        long answered = rows.stream().filter(row -> row.item().read() != null).count();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("rows", rows);
        model.put("answers", Answer.values());
        model.put("answered", answered);
        model.put("all", rows.size());
        return new View("usecases/agree", model, "usecases.agreeUseCases.button", rows.size());
    }

    private static String side(Choice choice, Signing.Stand stand) {
        boolean asks = stand.speaksFor(choice.asking());
        boolean accepts = stand.speaksFor(choice.accepting());
        return asks && accepts ? "BOTH" : asks ? "ASKING" : "ACCEPTING";
    }

    private @Nullable Other other(Choice choice, Signing.Stand stand, Signatures signatures) {
        for (Side side : Side.values()) {
            String function = choice.function(side);
            if (function != null && !stand.speaksFor(function)) {
                return new Other(
                        names.functionName(function),
                        stand.leads().apply(function).map(people::nameOf).orElse(null),
                        signatures.of(side).orElse(null));
            }
        }
        return null;
    }
}
