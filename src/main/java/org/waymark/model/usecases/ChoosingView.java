package org.waymark.model.usecases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Function;
import org.waymark.catalogue.UseCase;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;

/** What the manager sees while choosing: the list in order of priority, with the parts of each score. */
@Component
class ChoosingView {

    record Row(
            int at,
            UseCase useCase,
            Priority priority,
            ChooseUseCases.Item item,
            @Nullable Decision decision,
            String served,
            String notReady) {}

    /** A use case the program adds itself, with its score as far as it is written. */
    record OwnRow(
            int at,
            OwnItem item,
            Priority priority,
            @Nullable Decision decision) {}

    record Option(String id, String label, boolean led) {}

    record Warning(String leader, int useCases) {}

    private final Catalogue catalogue;
    private final Priorities priorities;
    private final People people;

    ChoosingView(Catalogue catalogue, Priorities priorities, People people) {
        this.catalogue = catalogue;
        this.priorities = priorities;
        this.people = people;
    }

    View of(WorkItem task, ChooseUseCases.Draft draft, List<Choice> choices, Leads leads) {
        List<Choice> now = choices.stream().filter(Choice::now).toList();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("rows", rows(task.program(), draft));
        model.put("own", own(task.program(), draft));
        model.put("values", priorities.values(task.program()));
        model.put("capabilities", priorities.capabilities(task.program()));
        model.put("efforts", Effort.values());
        model.put("functions", options(leads));
        model.put("decisions", Decision.values());
        model.put("counts", counts(draft));
        model.put("undecided", catalogue.useCases().size() - decided(draft));
        model.put("beyond", Beginning.beyondMarketing(now).size());
        Load load = Load.of(now, leads);
        model.put(
                "overloaded",
                load.aboveLimit().stream()
                        .map(leader -> new Warning(
                                people.nameOf(leader),
                                load.perLeader().getOrDefault(leader, List.of()).size()))
                        .toList());
        return new View("usecases/choose", model, "usecases.chooseUseCases.button", now.size());
    }

    private List<Row> rows(String program, ChooseUseCases.Draft draft) {
        Map<String, Priority> scores = priorities.of(program);
        Set<String> ready = priorities.ready(program);
        Map<String, UseCase> useCases = catalogue.useCases().stream()
                .collect(Collectors.toMap(UseCase::id, one -> one, (a, b) -> a, LinkedHashMap::new));
        List<ChooseUseCases.Item> items = new ArrayList<>(draft.useCases());
        Map<String, UseCase> absent = new LinkedHashMap<>(useCases);
        items.forEach(item -> absent.remove(item.id()));
        absent.keySet().forEach(id -> items.add(new ChooseUseCases.Item(id, null, null, null, null)));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ChooseUseCases.Item item = items.get(i);
            UseCase useCase = useCases.get(item.id());
            Priority priority = scores.get(item.id());
            if (useCase != null && priority != null) {
                rows.add(new Row(
                        i,
                        useCase,
                        priority,
                        item,
                        ChooseUseCases.decision(item),
                        priorities.served(program, priority),
                        priorities.notReady(useCase, ready)));
            }
        }
        rows.sort(Comparator.comparing(Row::priority, Priority.HIGHEST_FIRST));
        return rows;
    }

    private List<OwnRow> own(String program, ChooseUseCases.Draft draft) {
        List<OwnRow> rows = new ArrayList<>();
        Map<String, Priority> scores = priorities.of(
                program,
                draft.own().stream().map(item -> item.own().asUseCase()).toList());
        for (int i = 0; i < draft.own().size(); i++) {
            OwnItem item = draft.own().get(i);
            Priority priority = scores.get(String.valueOf(item.id()));
            if (priority != null) {
                rows.add(new OwnRow(i, item, priority, ChooseUseCases.decision(item.item())));
            }
        }
        return rows;
    }

    private List<Option> options(Leads leads) {
        return catalogue.functions().stream()
                .map(function -> leads.apply(function.id())
                        .map(lead -> new Option(function.id(), function.name() + " · " + people.nameOf(lead), true))
                        .orElseGet(() -> new Option(function.id(), function.name(), false)))
                .sorted(Comparator.comparing(Option::led).reversed())
                .toList();
    }

    private static Map<String, Long> counts(ChooseUseCases.Draft draft) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Decision decision : Decision.values()) {
            counts.put(
                    decision.name(),
                    draft.lines().values().stream()
                            .filter(item -> ChooseUseCases.decision(item) == decision)
                            .count());
        }
        return counts;
    }

    private static int decided(ChooseUseCases.Draft draft) {
        return (int) draft.useCases().stream()
                .filter(item -> ChooseUseCases.decision(item) != null)
                .count();
    }

    String functionName(@Nullable String id) {
        return catalogue.functions().stream()
                .filter(function -> function.id().equals(id))
                .map(Function::name)
                .findFirst()
                .orElse(String.valueOf(id));
    }
}
