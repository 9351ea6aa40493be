package org.waymark.model.usecases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** The program manager gives each agreed use case the date of its first result and the measure that will show it. */
@Component
class PlanFirstWave implements TaskWork<PlanFirstWave.Draft> {

    private static final int MEASURE = 300;

    record Draft(List<Item> wave) {
        Draft(@Nullable List<Item> wave) {
            this.wave = wave == null
                    ? List.of()
                    : wave.stream().filter(Objects::nonNull).toList();
        }
    }

    /** A line without an id was taken out of the wave again; its candidate, date and measure wait in case it returns. */
    record Item(
            @Nullable String id,
            @Nullable String candidate,
            @Nullable LocalDate date,
            @Nullable String measure,
            @Nullable Boolean quickWin) {

        /** The use case this line is about, in the wave or not. */
        @Nullable
        String about() {
            return id == null ? candidate : id;
        }

        public boolean quick() {
            return Boolean.TRUE.equals(quickWin);
        }
    }

    private final UseCaseStore store;
    private final PlanningView view;

    PlanFirstWave(UseCaseStore store, PlanningView view) {
        this.store = store;
        this.view = view;
    }

    @Override
    public String key() {
        return "planFirstWave";
    }

    @Override
    public Class<Draft> type() {
        return Draft.class;
    }

    /** Everything both sides agreed to is in unless it is taken out; dates and measures of the last plan stay. */
    @Override
    public boolean carriesDraft(WorkItem task) {
        return true;
    }

    @Override
    public Draft begin(WorkItem task) {
        Map<String, Planned> last = new LinkedHashMap<>();
        store.wave(task.program()).forEach(plan -> last.put(plan.useCase(), plan));
        List<Item> items = new ArrayList<>();
        for (Signatures both : signatures(task.program()).values()) {
            String id = both.choice().useCase();
            Planned plan = last.get(id);
            boolean in = both.state() == Signatures.State.SIGNED;
            if (plan != null) {
                items.add(new Item(
                        in ? id : null, id, plan.firstResult(), plan.measure(), plan.quickWin() ? true : null));
            } else {
                items.add(new Item(in ? id : null, id, null, view.usualMeasure(task.program(), id), null));
            }
        }
        return new Draft(items);
    }

    @Override
    public void check(WorkItem task, Draft draft) {
        Set<String> now = signatures(task.program()).keySet();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.wave().size(); i++) {
            Item item = draft.wave().get(i);
            String at = "wave[" + i + "].";
            if (item.id() != null && !now.contains(item.id())) {
                throw Refusal.bad("usecases.plan.not-now", item.id()).at(at + "id");
            }
            if (item.id() != null && !seen.add(item.id())) {
                throw Refusal.bad("usecases.twice", item.id()).at(at + "id");
            }
            ChooseUseCases.length(item.measure(), MEASURE, at + "measure");
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, Draft draft) {
        Map<String, Signatures> signatures = signatures(task.program());
        List<Missing> missing = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < draft.wave().size(); i++) {
            Item item = draft.wave().get(i);
            if (item.id() != null) {
                any = true;
                Signatures both = signatures.get(item.id());
                if (both != null && both.state() == Signatures.State.REFUSED) {
                    missing.add(new Missing("wave[" + i + "].id", "usecases.plan.missing.refused"));
                }
                missing(item, "wave[" + i + "].", missing);
            }
        }
        if (!any) {
            missing.add(new Missing("wave", "usecases.plan.missing.none"));
        }
        return missing;
    }

    private void missing(Item item, String at, List<Missing> missing) {
        LocalDate today = store.today();
        if (item.date() == null) {
            missing.add(new Missing(at + "date", "usecases.plan.missing.date"));
        } else if (item.date().isBefore(today)) {
            missing.add(new Missing(at + "date", "usecases.plan.missing.past"));
        } else if (item.quick() && !Planned.quickEnough(item.date(), today)) {
            missing.add(new Missing(at + "date", "usecases.plan.missing.quick", view.lastQuickDay(today)));
        }
        if (ChooseUseCases.blank(item.measure())) {
            missing.add(new Missing(at + "measure", "usecases.plan.missing.measure"));
        }
    }

    @Override
    public void submit(WorkItem task, Draft draft) {
        List<Planned> wave = new ArrayList<>();
        for (Item item : draft.wave()) {
            if (item.id() != null && item.date() != null && item.measure() != null) {
                wave.add(new Planned(item.id(), item.date(), item.measure(), item.quick()));
            }
        }
        store.saveWave(task.program(), wave);
    }

    @Override
    public View view(WorkItem task, Draft draft) {
        return view.of(task, draft, signatures(task.program()));
    }

    private Map<String, Signatures> signatures(String program) {
        List<Agreement> agreements = store.agreements(program);
        Map<String, Signatures> signatures = new LinkedHashMap<>();
        store.choices(program).stream()
                .filter(Choice::now)
                .forEach(choice -> signatures.put(choice.useCase(), Signatures.of(choice, agreements)));
        return signatures;
    }
}
