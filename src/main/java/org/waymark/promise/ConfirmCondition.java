package org.waymark.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.Proofs;
import org.waymark.web.Refusal;

/** The sponsor's task when a promise is said to be kept: look at the proof, and say whether it is. */
@Component
class ConfirmCondition implements TaskWork<ConfirmCondition.Confirmation> {

    private final Conditions conditions;
    private final Promises promises;
    private final Proofs proofs;
    private final PromisePage page;

    ConfirmCondition(Conditions conditions, Promises promises, Proofs proofs, PromisePage page) {
        this.conditions = conditions;
        this.promises = promises;
        this.proofs = proofs;
        this.page = page;
    }

    enum Answer {
        KEPT,
        NOT_YET
    }

    /** What the sponsor says, and what is still missing. */
    record Confirmation(@Nullable Answer answer, @Nullable String reason) {}

    @Override
    public String key() {
        return "confirmCondition";
    }

    @Override
    public Class<Confirmation> type() {
        return Confirmation.class;
    }

    @Override
    public Confirmation begin(WorkItem task) {
        return new Confirmation(null, null);
    }

    @Override
    public String about(WorkItem opened) {
        return conditions.ofInstance(opened.instance()).text();
    }

    @Override
    public void check(WorkItem task, Confirmation draft) {
        Inputs.text(draft.reason(), 4000, "reason");
    }

    /** A condition that counts as kept is signed for; sending a proof back settles nothing. */
    @Override
    public List<Missing> missing(WorkItem task, Confirmation draft) {
        List<Missing> missing = new ArrayList<>();
        if (draft.answer() == null) {
            missing.add(new Missing("answer", "gate.confirm.answer.missing"));
        } else if (draft.answer() == Answer.NOT_YET && !Inputs.said(draft.reason())) {
            missing.add(new Missing("reason", "gate.confirm.reason.missing"));
        } else if (draft.answer() == Answer.KEPT && !proofs.fresh(String.valueOf(task.assignee()))) {
            missing.add(new Missing("_password", "gate.prove.missing"));
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, Confirmation draft) {
        Condition condition = conditions.ofInstance(task.instance());
        String by = String.valueOf(task.assignee());
        refuseOwn(condition, by);
        if (draft.answer() == Answer.KEPT) {
            promises.confirm(condition, draft.reason(), by);
        } else {
            promises.returned(condition, String.valueOf(draft.reason()).strip(), by);
        }
    }

    /** Held against every way a task can change hands. */
    static void refuseOwn(Condition condition, String by) {
        if (by.equals(condition.owner()) || by.equals(condition.givenBy())) {
            throw Refusal.forbidden("gate.condition.own");
        }
    }

    @Override
    public boolean passable(WorkItem task) {
        return false;
    }

    @Override
    public View view(WorkItem task, Confirmation draft) {
        return new View(
                "promise/condition-confirm",
                Map.of(
                        "promise",
                        page.of(conditions.ofInstance(task.instance())),
                        "proved",
                        proofs.fresh(String.valueOf(task.assignee()))),
                draft.answer() == null
                        ? "gate.confirmCondition.button"
                        : "gate.confirmCondition.button." + draft.answer());
    }
}
