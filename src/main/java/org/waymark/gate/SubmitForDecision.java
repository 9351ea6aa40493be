package org.waymark.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.program.Pilots;
import org.waymark.promise.Inputs;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The manager's task: see what is missing, ask for waivers with a reason, hand the stage in. */
@Component
class SubmitForDecision implements TaskWork<Submission> {

    private final Sittings sittings;
    private final Criteria criteria;
    private final Measuring measuring;
    private final Panels panels;
    private final Proving proving;
    private final ReviewPage page;
    private final Pilots pilots;
    private final Texts texts;

    SubmitForDecision(
            Sittings sittings,
            Criteria criteria,
            Measuring measuring,
            Panels panels,
            Proving proving,
            ReviewPage page,
            Pilots pilots,
            Texts texts) {
        this.sittings = sittings;
        this.criteria = criteria;
        this.measuring = measuring;
        this.panels = panels;
        this.proving = proving;
        this.page = page;
        this.pilots = pilots;
        this.texts = texts;
    }

    @Override
    public String key() {
        return "submitForDecision";
    }

    @Override
    public Class<Submission> type() {
        return Submission.class;
    }

    /**
     * One row for every required finding that is open now; a reason given before a retraction is not lost, and in a
     * pilot the reason stands there: what is missing is meant to become a condition.
     */
    @Override
    public Submission begin(WorkItem task) {
        Sitting sitting = sittings.ofInstance(task.instance());
        String said = pilots.of(task.program()).isPresent() ? texts.of("gate.pilot.waiver") : null;
        return new Submission(
                measuring.waiversBefore(sitting, open(sitting)).stream()
                        .map(one -> one.or(said))
                        .toList(),
                proving.of(sitting.id()).values().stream()
                        .filter(one -> one.need() == Need.REQUIRED)
                        .map(one -> new Submission.Waiver(one.criterion(), one.waiverReason()).or(said))
                        .toList());
    }

    private List<Finding> open(Sitting sitting) {
        return criteria.measure(sitting.program(), sitting.stage()).stream()
                .filter(Finding::needsAnswer)
                .toList();
    }

    @Override
    public void check(WorkItem task, Submission draft) {
        Sitting sitting = sittings.ofInstance(task.instance());
        List<String> known =
                criteria.of(sitting.stage()).stream().map(Criterion::id).toList();
        for (int i = 0; i < draft.waivers().size(); i++) {
            Limits.known(draft.waivers().get(i).criterion(), known, "waivers[" + i + "].criterion");
            Inputs.text(draft.waivers().get(i).reason(), 1000, "waivers[" + i + "].reason");
        }
        for (int i = 0; i < draft.without().size(); i++) {
            Limits.known(draft.without().get(i).criterion(), known, "without[" + i + "].criterion");
            Inputs.text(draft.without().get(i).reason(), 1000, "without[" + i + "].reason");
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, Submission draft) {
        Sitting sitting = sittings.ofInstance(task.instance());
        List<Missing> missing = new ArrayList<>();
        for (Finding finding : criteria.measure(sitting.program(), sitting.stage())) {
            if (finding.blocks()) {
                missing.add(new Missing("findings", "gate.submit.blocking", finding.text()));
            } else if (finding.needsAnswer()
                    && draft.reasonFor(finding.criterion()).isEmpty()) {
                missing.add(new Missing(
                        "waivers[" + Math.max(0, index(draft, finding)) + "].reason",
                        "gate.submit.waiver",
                        finding.text()));
            }
        }
        for (Lacking lacking : lacking(sitting, draft)) {
            if (lacking.proof().missing() && lacking.reason().isEmpty()) {
                missing.add(
                        new Missing("without[" + lacking.index() + "].reason", "gate.submit.without", lacking.text()));
            }
        }
        nobodyLeft(sitting, task, missing);
        return missing;
    }

    /** Better told here than when the review is called. */
    private void nobodyLeft(Sitting sitting, WorkItem task, List<Missing> missing) {
        try {
            panels.seats(
                    sitting.program(),
                    sitting.stage(),
                    panels.route(sitting.program(), sitting.stage()),
                    task.assignee());
        } catch (Refusal nobody) {
            missing.add(new Missing("findings", nobody.key(), nobody.args()));
        }
    }

    /** A criterion that needs evidence and has none, the place of its reason in the draft, the reason so far. */
    record Lacking(Proving.Proof proof, String text, int index, String reason) {}

    private List<Lacking> lacking(Sitting sitting, Submission draft) {
        List<Lacking> lacking = new ArrayList<>();
        int next = draft.without().size();
        for (Criterion criterion : criteria.of(sitting.stage())) {
            Proving.Proof proof = proving.of(sitting.id()).get(criterion.id());
            if (proof == null || proof.need() != Need.REQUIRED || proof.pieces() > 0) {
                continue;
            }
            int at = -1;
            for (int i = 0; i < draft.without().size(); i++) {
                at = criterion.id().equals(draft.without().get(i).criterion()) ? i : at;
            }
            lacking.add(new Lacking(
                    proof,
                    criteria.words(criterion),
                    at < 0 ? next++ : at,
                    draft.withoutFor(criterion.id()).orElse("")));
        }
        return lacking;
    }

    /** An open finding, the place of its waiver in the draft, the reason so far. */
    record Row(FindingRow row, int index, String reason) {}

    private static int index(Submission draft, Finding finding) {
        for (int i = 0; i < draft.waivers().size(); i++) {
            if (finding.criterion().equals(draft.waivers().get(i).criterion())) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void submit(WorkItem task, Submission draft) {
        String by = task.assignee();
        if (by == null) {
            throw Refusal.forbidden("gate.submit.nobody");
        }
        measuring.submit(sittings.ofInstance(task.instance()), draft, by);
    }

    @Override
    public View view(WorkItem task, Submission draft) {
        Sitting sitting = sittings.ofInstance(task.instance());
        Review review = page.live(sitting.program(), sitting.stage(), sitting, String.valueOf(task.assignee()));
        List<Row> rows = new ArrayList<>();
        int next = draft.waivers().size();
        for (FindingRow row : review.open()) {
            int at = index(draft, row.finding());
            rows.add(new Row(
                    row,
                    at < 0 ? next : at,
                    draft.reasonFor(row.finding().criterion()).orElse("")));
            next += at < 0 && row.finding().needsAnswer() ? 1 : 0;
        }
        return new View(
                "gate/submit",
                Map.of("review", review, "open", rows, "lacking", lacking(sitting, draft)),
                "gate.submitForDecision.button",
                task.program());
    }
}
