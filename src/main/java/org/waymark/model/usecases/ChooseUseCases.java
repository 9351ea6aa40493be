package org.waymark.model.usecases;

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
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Function;
import org.waymark.catalogue.UseCase;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** The program manager chooses what comes to life now, next, later or not at all. */
@Component
class ChooseUseCases implements TaskWork<ChooseUseCases.Draft> {

    static final int REASON = 600;

    record Draft(List<Item> useCases) {
        Draft(@Nullable List<Item> useCases) {
            this.useCases = useCases == null
                    ? List.of()
                    : useCases.stream().filter(Objects::nonNull).toList();
        }
    }

    record Item(
            @Nullable String id,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String asking,
            @Nullable String accepting) {}

    private final UseCaseStore store;
    private final Catalogue catalogue;
    private final Signing signing;
    private final ChoosingView view;

    ChooseUseCases(UseCaseStore store, Catalogue catalogue, Signing signing, ChoosingView view) {
        this.store = store;
        this.catalogue = catalogue;
        this.signing = signing;
        this.view = view;
    }

    @Override
    public String key() {
        return "chooseUseCases";
    }

    @Override
    public Class<Draft> type() {
        return Draft.class;
    }

    @Override
    public Draft begin(WorkItem task) {
        Map<String, Choice> last = store.choices(task.program()).stream()
                .collect(Collectors.toMap(Choice::useCase, choice -> choice, (a, b) -> b, LinkedHashMap::new));
        Leads leads = signing.leads(task.program());
        List<Item> items = new ArrayList<>();
        for (UseCase useCase : catalogue.useCases()) {
            Choice choice = last.get(useCase.id());
            items.add(choice == null ? suggested(useCase, leads) : again(choice));
        }
        return new Draft(items);
    }

    /** The function named first usually does the work, the next one usually wants it. */
    private static Item suggested(UseCase useCase, Leads leads) {
        List<String> led = useCase.functions().stream()
                .filter(function -> leads.apply(function).isPresent())
                .toList();
        String accepting = led.isEmpty() ? null : led.get(0);
        String asking = led.isEmpty() ? null : led.get(led.size() > 1 ? 1 : 0);
        return new Item(useCase.id(), null, null, asking, accepting);
    }

    private static Item again(Choice choice) {
        return new Item(
                choice.useCase(), choice.decision().name(), choice.reason(), choice.asking(), choice.accepting());
    }

    @Override
    public void check(WorkItem task, Draft draft) {
        Set<String> known = catalogue.useCases().stream().map(UseCase::id).collect(Collectors.toSet());
        Set<String> functions = catalogue.functions().stream().map(Function::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.useCases().size(); i++) {
            Item item = draft.useCases().get(i);
            String at = "useCases[" + i + "].";
            if (item.id() == null || !known.contains(item.id())) {
                throw Refusal.bad("usecases.unknown", String.valueOf(item.id())).at(at + "id");
            }
            if (!seen.add(item.id())) {
                throw Refusal.bad("usecases.twice", item.id()).at(at + "id");
            }
            if (item.decision() != null && Decision.read(item.decision()).isEmpty()) {
                throw Refusal.bad("usecases.decision.unknown", item.decision()).at(at + "decision");
            }
            length(item.reason(), REASON, at + "reason");
            known(item.asking(), functions, at + "asking");
            known(item.accepting(), functions, at + "accepting");
        }
    }

    private static void known(@Nullable String function, Set<String> functions, String field) {
        if (function != null && !functions.contains(function)) {
            throw Refusal.bad("usecases.function.unknown", function).at(field);
        }
    }

    static void length(@Nullable String text, int most, String field) {
        if (text != null && text.length() > most) {
            throw Refusal.bad("usecases.too-long", most).at(field);
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, Draft draft) {
        Leads leads = signing.leads(task.program());
        List<Missing> missing = new ArrayList<>();
        boolean begins = false;
        for (int i = 0; i < draft.useCases().size(); i++) {
            Item item = draft.useCases().get(i);
            Decision decision = decision(item);
            String at = "useCases[" + i + "].";
            if (decision != null && decision.needsReason() && blank(item.reason())) {
                missing.add(new Missing(at + "reason", "usecases.choose.missing.reason." + decision.name()));
            }
            if (decision != Decision.NOW) {
                continue;
            }
            begins = true;
            if (item.asking() == null) {
                missing.add(new Missing(at + "asking", "usecases.choose.missing.asking"));
            }
            if (item.accepting() == null) {
                missing.add(new Missing(at + "accepting", "usecases.choose.missing.accepting"));
            } else if (leads.apply(item.accepting()).isEmpty()) {
                missing.add(new Missing(
                        at + "accepting", "usecases.choose.missing.lead", view.functionName(item.accepting())));
            }
        }
        if (!begins) {
            missing.add(0, new Missing("useCases", "usecases.choose.missing.none"));
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, Draft draft) {
        store.saveChoices(task.program(), choices(draft));
    }

    /** What is not decided stays for later; nothing silently disappears. */
    List<Choice> choices(Draft draft) {
        Map<String, Item> items = new LinkedHashMap<>();
        draft.useCases().forEach(item -> items.put(String.valueOf(item.id()), item));
        List<Choice> choices = new ArrayList<>();
        for (UseCase useCase : catalogue.useCases()) {
            Item item = items.getOrDefault(useCase.id(), new Item(useCase.id(), null, null, null, null));
            Decision decision = decision(item);
            choices.add(new Choice(
                    useCase.id(),
                    decision == null ? Decision.LATER : decision,
                    blank(item.reason()) ? null : item.reason(),
                    item.asking(),
                    item.accepting()));
        }
        return choices;
    }

    @Override
    public View view(WorkItem task, Draft draft) {
        return view.of(task, draft, choices(draft), signing.leads(task.program()));
    }

    static @Nullable Decision decision(Item item) {
        return item.decision() == null ? null : Decision.read(item.decision()).orElse(null);
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
