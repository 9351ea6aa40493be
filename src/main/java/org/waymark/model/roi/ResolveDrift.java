package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.Proofs;
import org.waymark.web.Refusal;

/** The sponsor's task when a line is beyond the band: accept it, have the forecast corrected, or open the gate again. */
@Component
class ResolveDrift implements TaskWork<ResolveDrift.Resolved> {

    private final Watching watching;
    private final LineRules rules;
    private final CheckpointPage page;
    private final Proofs proofs;

    ResolveDrift(Watching watching, LineRules rules, CheckpointPage page, Proofs proofs) {
        this.watching = watching;
        this.rules = rules;
        this.page = page;
        this.proofs = proofs;
    }

    enum Way {
        ACCEPT("ACCEPTED"),
        CORRECT("CORRECT"),
        REOPEN("REOPENED");

        private final String answer;

        Way(String answer) {
            this.answer = answer;
        }

        /** What the diagram hears. */
        String answer() {
            return answer;
        }
    }

    /** The way out and why. */
    record Resolved(@Nullable Way decision, @Nullable String reason) {}

    @Override
    public String key() {
        return "resolveDrift";
    }

    @Override
    public Class<Resolved> type() {
        return Resolved.class;
    }

    @Override
    public Resolved begin(WorkItem task) {
        return new Resolved(null, null);
    }

    @Override
    public String about(WorkItem opened) {
        return watching.nameOf(opened);
    }

    @Override
    public void check(WorkItem task, Resolved draft) {
        rules.text("reason", draft.reason(), LineRules.LONG_TEXT);
    }

    @Override
    public List<Missing> missing(WorkItem task, Resolved draft) {
        List<Missing> missing = new ArrayList<>();
        if (draft.decision() == null) {
            missing.add(new Missing("decision", "roi.drift.decision.missing"));
        } else if (!ways(task).contains(draft.decision())) {
            missing.add(new Missing("decision", "roi.drift.way." + draft.decision() + ".gone"));
        }
        if (!ConfirmBenefit.said(draft.reason())) {
            missing.add(new Missing("reason", "roi.drift.reason.missing"));
        }
        if (!proofs.fresh(String.valueOf(task.assignee()))) {
            missing.add(new Missing("_password", "gate.prove.missing"));
        }
        return missing;
    }

    /** Only what is there can be corrected, and only a passed gate opened again. */
    private List<Way> ways(WorkItem task) {
        List<Way> ways = new ArrayList<>(List.of(Way.ACCEPT));
        if (!watching.stands(task).ahead().isEmpty()) {
            ways.add(Way.CORRECT);
        }
        if (watching.mayReopen(task.program())) {
            ways.add(Way.REOPEN);
        }
        return ways;
    }

    @Override
    public void submit(WorkItem task, Resolved draft) {
        Watches.Watch watch = watching.of(task.instance());
        String by = String.valueOf(task.assignee());
        if (by.equals(watching.stands(watch).line().line().owner())) {
            throw Refusal.forbidden("roi.drift.own");
        }
        watching.decided(
                watch,
                Objects.requireNonNull(draft.decision()),
                String.valueOf(draft.reason()).strip(),
                by);
    }

    @Override
    public boolean passable(WorkItem task) {
        return false;
    }

    @Override
    public View view(WorkItem task, Resolved draft) {
        Watches.Watch watch = watching.of(task.instance());
        Map<String, Object> model = new HashMap<>(page.stands(watch, watching.stands(watch)));
        model.put("ways", ways(task));
        model.put("proved", proofs.fresh(String.valueOf(task.assignee())));
        return new View(
                "roi/drift",
                model,
                draft.decision() == null ? "roi.resolveDrift.button" : "roi.resolveDrift.button." + draft.decision());
    }
}
