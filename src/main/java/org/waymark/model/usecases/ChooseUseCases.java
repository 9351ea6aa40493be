package org.waymark.model.usecases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.UseCase;
import org.waymark.process.FileShape;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** The program manager chooses what comes to life now, next, later or not at all. */
@Component
class ChooseUseCases implements TaskWork<ChooseUseCases.Draft> {

    static final int REASON = 600;

    record Draft(List<Item> useCases, List<OwnItem> own) {
        Draft(@Nullable List<Item> useCases, @Nullable List<OwnItem> own) {
            this.useCases = useCases == null
                    ? List.of()
                    : useCases.stream().filter(Objects::nonNull).toList();
            this.own = own == null
                    ? List.of()
                    : own.stream().filter(Objects::nonNull).toList();
        }

        Draft(List<Item> useCases) {
            this(useCases, List.of());
        }

        /** Every line with its place in the draft: the catalogue's, then the program's own that have a name. */
        Map<String, Item> lines() {
            Map<String, Item> lines = new LinkedHashMap<>();
            for (int i = 0; i < useCases.size(); i++) {
                lines.put("useCases[" + i + "].", useCases.get(i));
            }
            for (int i = 0; i < own.size(); i++) {
                if (!own.get(i).own().blank()) {
                    lines.put("own[" + i + "].", own.get(i).item());
                }
            }
            return lines;
        }

        List<Own> added() {
            return own.stream().map(OwnItem::own).filter(one -> !one.blank()).toList();
        }
    }

    record Item(
            @Nullable String id,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String asking,
            @Nullable String accepting) {}

    private final UseCaseStore store;
    private final OwnUseCases own;
    private final Catalogue catalogue;
    private final ChoosingRules rules;
    private final Signing signing;
    private final ChoosingView view;

    ChooseUseCases(
            UseCaseStore store,
            OwnUseCases own,
            Catalogue catalogue,
            ChoosingRules rules,
            Signing signing,
            ChoosingView view) {
        this.store = store;
        this.own = own;
        this.catalogue = catalogue;
        this.rules = rules;
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
    public boolean carriesDraft(WorkItem task) {
        return true;
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
        return new Draft(
                items,
                own.of(task.program()).stream()
                        .map(one -> OwnItem.of(one, last.get(String.valueOf(one.id()))))
                        .toList());
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
    public FileShape fromFile() {
        return FileShape.of(
                "useCases",
                "id",
                false,
                FileShape.code("decision"),
                FileShape.text("reason"),
                FileShape.code("asking"),
                FileShape.code("accepting"));
    }

    @Override
    public void check(WorkItem task, Draft draft) {
        rules.check(draft);
    }

    static void length(@Nullable String text, int most, String field) {
        if (text != null && text.length() > most) {
            throw Refusal.bad("usecases.too-long", most).at(field);
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, Draft draft) {
        return rules.missing(draft, signing.leads(task.program()));
    }

    @Override
    public void submit(WorkItem task, Draft draft) {
        own.save(task.program(), draft.added());
        store.saveChoices(task.program(), choices(draft));
    }

    /** What is not decided stays for later; nothing silently disappears. */
    List<Choice> choices(Draft draft) {
        Map<String, Item> items = new LinkedHashMap<>();
        catalogue.useCases().forEach(one -> items.put(one.id(), new Item(one.id(), null, null, null, null)));
        draft.lines().values().forEach(item -> items.put(String.valueOf(item.id()), item));
        List<Choice> choices = new ArrayList<>();
        for (Item item : items.values()) {
            Decision decision = decision(item);
            choices.add(new Choice(
                    String.valueOf(item.id()),
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
