package org.waymark.promise;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;
import org.waymark.security.Proofs;

/** The sponsor's task when a promise is past its date: more time, let it go, or open the gate again. */
@Component
class ResolveOverdueCondition implements TaskWork<ResolveOverdueCondition.Resolved> {

    private final Conditions conditions;
    private final Promises promises;
    private final Proofs proofs;
    private final People people;
    private final Clock clock;
    private final PromisePage page;

    ResolveOverdueCondition(
            Conditions conditions, Promises promises, Proofs proofs, People people, Clock clock, PromisePage page) {
        this.conditions = conditions;
        this.promises = promises;
        this.proofs = proofs;
        this.people = people;
        this.clock = clock;
        this.page = page;
    }

    enum Way {
        EXTEND,
        WAIVE,
        REOPEN
    }

    /** The way out, the new date if it is more time, and why. */
    record Resolved(
            @Nullable Way decision,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    @Override
    public String key() {
        return "resolveOverdueCondition";
    }

    @Override
    public Class<Resolved> type() {
        return Resolved.class;
    }

    @Override
    public Resolved begin(WorkItem task) {
        return new Resolved(null, null, null);
    }

    @Override
    public String about(WorkItem opened) {
        return conditions.ofInstance(opened.instance()).text();
    }

    @Override
    public void check(WorkItem task, Resolved draft) {
        Inputs.text(draft.reason(), 4000, "reason");
    }

    @Override
    public List<Missing> missing(WorkItem task, Resolved draft) {
        List<Missing> missing = new ArrayList<>();
        if (draft.decision() == null) {
            missing.add(new Missing("decision", "gate.overdue.decision.missing"));
            return missing;
        }
        if (draft.decision() == Way.EXTEND) {
            String zone = people.get(String.valueOf(task.assignee())).zone();
            LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(zone)));
            Inputs.date(draft.until(), today.plusDays(1), "until", "gate.overdue.until.missing", missing);
        }
        if (!Inputs.said(draft.reason())) {
            missing.add(new Missing("reason", "gate.decide.reason"));
        }
        if (!proofs.fresh(String.valueOf(task.assignee()))) {
            missing.add(new Missing("_password", "gate.prove.missing"));
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, Resolved draft) {
        Condition condition = conditions.ofInstance(task.instance());
        String by = String.valueOf(task.assignee());
        ConfirmCondition.refuseOwn(condition, by);
        String why = String.valueOf(draft.reason()).strip();
        switch (Objects.requireNonNull(draft.decision())) {
            case EXTEND -> promises.extend(condition, Objects.requireNonNull(draft.until()), why, by);
            case WAIVE -> promises.waive(condition, why, by);
            case REOPEN -> promises.giveUp(condition, why, by);
        }
    }

    @Override
    public boolean passable(WorkItem task) {
        return false;
    }

    @Override
    public View view(WorkItem task, Resolved draft) {
        return new View(
                "promise/condition-overdue",
                Map.of(
                        "promise",
                        page.of(conditions.ofInstance(task.instance())),
                        "proved",
                        proofs.fresh(String.valueOf(task.assignee()))),
                draft.decision() == null
                        ? "gate.resolveOverdueCondition.button"
                        : "gate.resolveOverdueCondition.button." + draft.decision(),
                page.date(draft.until()),
                page.gate(conditions.ofInstance(task.instance())));
    }
}
