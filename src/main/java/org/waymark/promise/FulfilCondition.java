package org.waymark.promise;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;

/** The task of whoever promised something at a gate: say how it was kept, and where that shows. */
@Component
class FulfilCondition implements TaskWork<FulfilCondition.Fulfilment> {

    private final Conditions conditions;
    private final Promises promises;
    private final PromisePage page;

    FulfilCondition(Conditions conditions, Promises promises, PromisePage page) {
        this.conditions = conditions;
        this.promises = promises;
        this.page = page;
    }

    /** The proof in the owner's words, with a link if there is one. */
    record Fulfilment(@Nullable String proof) {}

    @Override
    public String key() {
        return "fulfilCondition";
    }

    @Override
    public Class<Fulfilment> type() {
        return Fulfilment.class;
    }

    /** A proof that was not enough is there to be gone on with. */
    @Override
    public Fulfilment begin(WorkItem task) {
        return new Fulfilment(conditions.ofInstance(task.instance()).given());
    }

    @Override
    public String about(WorkItem opened) {
        return conditions.ofInstance(opened.instance()).text();
    }

    @Override
    public void check(WorkItem task, Fulfilment draft) {
        Inputs.text(draft.proof(), 4000, "proof");
    }

    @Override
    public List<Missing> missing(WorkItem task, Fulfilment draft) {
        return Inputs.said(draft.proof()) ? List.of() : List.of(new Missing("proof", "gate.fulfil.proof.missing"));
    }

    @Override
    public void submit(WorkItem task, Fulfilment draft) {
        promises.give(
                conditions.ofInstance(task.instance()),
                String.valueOf(draft.proof()).strip(),
                String.valueOf(task.assignee()));
    }

    @Override
    public View view(WorkItem task, Fulfilment draft) {
        return new View(
                "promise/condition-fulfil",
                Map.of("promise", page.of(conditions.ofInstance(task.instance()))),
                "gate.fulfilCondition.button");
    }
}
