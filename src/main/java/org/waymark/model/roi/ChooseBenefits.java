package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Benefit;
import org.waymark.catalogue.Catalogue;
import org.waymark.model.values.AgreedValues;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;

/** The manager chooses which benefits the case rests on, and who outside the program office vouches for each. */
@Component
class ChooseBenefits implements TaskWork<ChoiceDraft> {

    private final RoiBook book;
    private final RoiWriter writer;
    private final LineRules lines;
    private final CaseRules rules;
    private final RoiCards cards;
    private final Catalogue catalogue;
    private final AgreedValues agreed;

    ChooseBenefits(
            RoiBook book,
            RoiWriter writer,
            LineRules lines,
            CaseRules rules,
            RoiCards cards,
            Catalogue catalogue,
            AgreedValues agreed) {
        this.book = book;
        this.writer = writer;
        this.lines = lines;
        this.rules = rules;
        this.cards = cards;
        this.catalogue = catalogue;
        this.agreed = agreed;
    }

    /** A benefit as a row of the form; {@code serves} names the agreed values it brings in money. */
    record Row(
            String path,
            String id,
            String name,
            String formula,
            String note,
            boolean risk,
            boolean chosen,
            @Nullable String owner,
            List<String> serves) {}

    @Override
    public String key() {
        return "chooseBenefits";
    }

    @Override
    public Class<ChoiceDraft> type() {
        return ChoiceDraft.class;
    }

    @Override
    public boolean carriesDraft(WorkItem task) {
        return true;
    }

    @Override
    public ChoiceDraft begin(WorkItem task) {
        return new ChoiceDraft(book.benefits(task.program()).stream()
                .map(kept -> new ChoiceDraft.Choice(kept.template(), kept.owner(), null))
                .toList());
    }

    @Override
    public void check(WorkItem task, ChoiceDraft draft) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            ChoiceDraft.Choice choice = draft.lines().get(i);
            String path = "lines[" + i + "]";
            if (choice.chosen()) {
                lines.benefit(path, choice.template());
                lines.once(path, seen, choice.template());
            }
            lines.person(path + ".owner", choice.owner());
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, ChoiceDraft draft) {
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            ChoiceDraft.Choice choice = draft.lines().get(i);
            String template = choice.template();
            if (template != null) {
                String name = catalogue.benefit(template).name();
                lines.owner(task.program(), "lines[" + i + "].owner", name, choice.owner())
                        .ifPresent(missing::add);
            }
        }
        int chosen = draft.chosen().size();
        if (chosen == 0) {
            missing.add(new Missing("lines", "roi.missing.benefits"));
        }
        if (chosen > CaseRules.LITE_LINES && rules.lite(task.program())) {
            missing.add(new Missing("lines", "roi.lite", CaseRules.LITE_LINES, chosen));
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, ChoiceDraft draft) {
        writer.choose(task.program(), book.round(task.program()), draft.chosen());
    }

    @Override
    public View view(WorkItem task, ChoiceDraft draft) {
        List<Row> rows = rows(task.program(), draft);
        Set<String> owners = new HashSet<>();
        draft.chosen().forEach(choice -> {
            if (choice.owner() != null) {
                owners.add(choice.owner());
            }
        });
        Map<String, Object> model = new HashMap<>();
        model.put(
                "suggested",
                rows.stream().filter(row -> !row.serves().isEmpty()).toList());
        model.put("others", rows.stream().filter(row -> row.serves().isEmpty()).toList());
        model.put("owners", cards.owners(task.program()));
        model.put("chosen", draft.chosen().size());
        model.put("ownersAsked", owners.size());
        model.put("lite", rules.lite(task.program()));
        model.put("overlaps", book.overlaps(chosenIds(draft)));
        return new View("roi/choose", model, "roi.chooseBenefits.button", owners.size());
    }

    private static Set<String> chosenIds(ChoiceDraft draft) {
        Set<String> ids = new HashSet<>();
        draft.chosen().forEach(choice -> ids.add(String.valueOf(choice.template())));
        return ids;
    }

    /** A row keeps the place its benefit has in the draft, so that what is missing finds its field. */
    private List<Row> rows(String program, ChoiceDraft draft) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            ChoiceDraft.Choice choice = draft.lines().get(i);
            String about = choice.chosen() ? choice.template() : choice.offer();
            if (about != null) {
                places.putIfAbsent(about, i);
            }
        }
        int next = draft.lines().size();
        Map<String, Integer> weights = new HashMap<>();
        List<String> values =
                agreed.of(program).stream().map(value -> value.id()).toList();
        List<Row> rows = new ArrayList<>();
        for (Benefit benefit : catalogue.benefits()) {
            Integer place = places.get(benefit.id());
            int at = place == null ? next++ : place;
            List<String> serves =
                    benefit.values().stream().filter(values::contains).toList();
            weights.put(
                    benefit.id(),
                    serves.stream().mapToInt(values::indexOf).min().orElse(values.size()));
            rows.add(row(benefit, at, place == null ? null : draft.lines().get(place), serves));
        }
        rows.sort(Comparator.comparing(row -> weights.getOrDefault(row.id(), 0)));
        return rows;
    }

    private Row row(Benefit benefit, int at, ChoiceDraft.@Nullable Choice choice, List<String> serves) {
        return new Row(
                "lines[" + at + "]",
                benefit.id(),
                benefit.name(),
                benefit.formula(),
                benefit.note(),
                "risk".equals(benefit.lens()),
                choice != null && choice.chosen(),
                choice == null ? null : choice.owner(),
                serves.stream().map(id -> catalogue.value(id).name()).toList());
    }
}
