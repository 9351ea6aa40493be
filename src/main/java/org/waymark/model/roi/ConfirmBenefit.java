package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** The quarterly task of finance: does what the owner reported hold? */
@Component
class ConfirmBenefit implements TaskWork<ConfirmBenefit.Confirmation> {

    private final Watching watching;
    private final Reporting reporting;
    private final LineRules rules;
    private final CheckpointPage page;

    ConfirmBenefit(Watching watching, Reporting reporting, LineRules rules, CheckpointPage page) {
        this.watching = watching;
        this.reporting = reporting;
        this.rules = rules;
        this.page = page;
    }

    enum Answer {
        CONFIRMED,
        RETURNED
    }

    /** What finance says, and what is still wrong. */
    record Confirmation(@Nullable Answer answer, @Nullable String reason) {}

    @Override
    public String key() {
        return "confirmBenefit";
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
        return watching.nameOf(opened);
    }

    @Override
    public void check(WorkItem task, Confirmation draft) {
        rules.text("reason", draft.reason(), LineRules.LONG_TEXT);
    }

    @Override
    public List<Missing> missing(WorkItem task, Confirmation draft) {
        List<Missing> missing = new ArrayList<>();
        if (draft.answer() == null) {
            missing.add(new Missing("answer", "roi.confirm.answer.missing"));
        } else if (draft.answer() == Answer.RETURNED && !said(draft.reason())) {
            missing.add(new Missing("reason", "roi.confirm.reason.missing"));
        }
        return missing;
    }

    static boolean said(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public void submit(WorkItem task, Confirmation draft) {
        Watches.Watch watch = watching.of(task.instance());
        String by = String.valueOf(task.assignee());
        if (by.equals(watching.stands(watch).line().line().owner())) {
            throw Refusal.forbidden("roi.confirm.own");
        }
        if (draft.answer() == Answer.RETURNED) {
            watching.returned(watch, String.valueOf(draft.reason()).strip(), by);
            return;
        }
        List<Long> reports = watching.stands(watch).asked().stream()
                .filter(point -> point.actual() != null)
                .map(Track.Point::seen)
                .toList();
        reporting.vouch(watch.program(), reports, by);
        watching.confirmed(watch, by);
    }

    /** Who vouches for figures is not whoever has time. */
    @Override
    public boolean passable(WorkItem task) {
        return false;
    }

    @Override
    public View view(WorkItem task, Confirmation draft) {
        Watches.Watch watch = watching.of(task.instance());
        return new View(
                "roi/confirm",
                page.stands(watch, watching.stands(watch)),
                draft.answer() == null ? "roi.confirmBenefit.button" : "roi.confirmBenefit.button." + draft.answer());
    }
}
