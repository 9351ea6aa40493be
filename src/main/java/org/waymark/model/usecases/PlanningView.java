package org.waymark.model.usecases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.UseCase;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;

/** What the manager sees while planning the first wave: who agreed on what, and a date worth trying. */
@Component
class PlanningView {

    record Said(
            String side,
            String function,
            @Nullable String person,
            @Nullable Agreement answer) {}

    record Row(
            int at,
            UseCase useCase,
            PlanFirstWave.Item item,
            Signatures.State state,
            List<Said> said,
            int weeks,
            LocalDate about,
            String notReady) {}

    private final UseCaseStore store;
    private final Catalogue catalogue;
    private final UseCaseBook book;
    private final Priorities priorities;
    private final ChoosingView names;
    private final Signing signing;
    private final People people;

    PlanningView(
            UseCaseStore store,
            Catalogue catalogue,
            UseCaseBook book,
            Priorities priorities,
            ChoosingView names,
            Signing signing,
            People people) {
        this.store = store;
        this.catalogue = catalogue;
        this.book = book;
        this.priorities = priorities;
        this.names = names;
        this.signing = signing;
        this.people = people;
    }

    View of(WorkItem task, PlanFirstWave.Draft draft, Map<String, Signatures> signatures) {
        List<PlanFirstWave.Item> items = new ArrayList<>(draft.wave());
        Set<String> there = new HashSet<>();
        items.forEach(item -> there.add(String.valueOf(item.about())));
        signatures.keySet().stream()
                .filter(id -> !there.contains(id))
                .forEach(id ->
                        items.add(new PlanFirstWave.Item(null, id, null, usualMeasure(task.program(), id), null)));
        Leads leads = signing.leads(task.program());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Signatures both = signatures.get(String.valueOf(items.get(i).about()));
            if (both != null) {
                rows.add(row(task.program(), i, items.get(i), both, leads));
            }
        }
        rows.sort(Comparator.comparing(Row::state)
                .thenComparing(row -> row.useCase().id()));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("rows", rows);
        model.put("today", store.today());
        model.put("lastQuickDay", lastQuickDay(store.today()));
        return new View(
                "usecases/plan", model, "usecases.planFirstWave.button", totals(model, draft, signatures, leads));
    }

    private int totals(
            Map<String, Object> model, PlanFirstWave.Draft draft, Map<String, Signatures> signatures, Leads leads) {
        List<PlanFirstWave.Item> in =
                draft.wave().stream().filter(item -> item.id() != null).toList();
        List<Choice> choices = in.stream()
                .map(item -> signatures.get(item.id()))
                .filter(both -> both != null)
                .map(Signatures::choice)
                .toList();
        model.put("size", in.size());
        model.put(
                "quickWins",
                in.stream()
                        .filter(item ->
                                item.quick() && item.date() != null && Planned.quickEnough(item.date(), store.today()))
                        .count());
        model.put("beyond", Beginning.beyondMarketing(choices).size());
        model.put(
                "unsigned",
                choices.stream()
                        .map(choice -> signatures.get(choice.useCase()))
                        .filter(both -> both != null && both.state() == Signatures.State.OPEN)
                        .count());
        Load load = Load.of(choices, leads);
        model.put(
                "overloaded",
                load.aboveLimit().stream()
                        .map(leader -> new ChoosingView.Warning(
                                people.nameOf(leader),
                                load.perLeader().getOrDefault(leader, List.of()).size()))
                        .toList());
        return in.size();
    }

    private Row row(String program, int at, PlanFirstWave.Item item, Signatures both, Leads leads) {
        UseCase useCase = book.get(program, both.choice().useCase());
        List<Said> said = new ArrayList<>();
        for (Side side : Side.values()) {
            String function = both.choice().function(side);
            Agreement answer = both.of(side).orElse(null);
            String person = answer == null ? leads.apply(function).orElse(null) : answer.person();
            said.add(new Said(
                    side.name(),
                    function == null ? "" : names.functionName(function),
                    person == null ? null : people.nameOf(person),
                    answer));
        }
        int weeks = Effort.valueOf(useCase.effort()).weeks();
        return new Row(
                at,
                useCase,
                item,
                both.state(),
                said,
                weeks,
                store.today().plusWeeks(weeks),
                priorities.notReady(useCase, priorities.ready(program)));
    }

    LocalDate lastQuickDay(LocalDate today) {
        return today.plusDays(Planned.QUICK_WIN_DAYS);
    }

    /** The measure of the heaviest chosen value a use case serves: what the first result should move. */
    @Nullable
    String usualMeasure(String program, String useCase) {
        Priority priority = priorities.of(program).get(useCase);
        return priority == null || priority.served().isEmpty()
                ? null
                : catalogue
                        .value(priorities.heaviest(program, priority.served()))
                        .measure();
    }
}
