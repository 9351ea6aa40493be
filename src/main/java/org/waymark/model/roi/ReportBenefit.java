package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** The quarterly task of whoever owns a line: what came, where it is written, and what to expect next. */
@Component
class ReportBenefit implements TaskWork<ReportDraft> {

    /** So many quarters to come are asked for, a year; more can be said on the page of benefits. */
    static final int AHEAD = 4;

    private final Watching watching;
    private final BenefitProcess process;
    private final ReportRules rules;
    private final CheckpointPage page;
    private final RoiWords words;

    ReportBenefit(Watching watching, BenefitProcess process, ReportRules rules, CheckpointPage page, RoiWords words) {
        this.watching = watching;
        this.process = process;
        this.rules = rules;
        this.page = page;
        this.words = words;
    }

    @Override
    public String key() {
        return "reportBenefit";
    }

    @Override
    public Class<ReportDraft> type() {
        return ReportDraft.class;
    }

    /** What was reported on the page of benefits already is there. */
    @Override
    public ReportDraft begin(WorkItem task) {
        Standing standing = watching.stands(task);
        return new ReportDraft(Stream.concat(standing.asked().stream(), ahead(standing).stream())
                .map(ReportDraft::of)
                .toList());
    }

    @Override
    public String about(WorkItem opened) {
        return watching.nameOf(opened);
    }

    @Override
    public void check(WorkItem task, ReportDraft draft) {
        rules.check(draft, watching.stands(task));
    }

    @Override
    public List<Missing> missing(WorkItem task, ReportDraft draft) {
        Standing standing = watching.stands(task);
        List<Missing> missing = new ArrayList<>(rules.cameMissing(draft, standing.asked(), words));
        missing.addAll(rules.expectedMissing(draft, ahead(standing)));
        return missing;
    }

    @Override
    public void submit(WorkItem task, ReportDraft draft) {
        String by = String.valueOf(task.assignee());
        if (by.equals(process.confirmer(task.program(), task.instance()))) {
            throw Refusal.forbidden("roi.report.finance");
        }
        Standing standing = watching.stands(task);
        rules.take(watching.of(task.instance()), draft, standing.asked(), ahead(standing), by);
    }

    @Override
    public View view(WorkItem task, ReportDraft draft) {
        Standing standing = watching.stands(task);
        return new View(
                "roi/report",
                page.report(watching.of(task.instance()), standing, draft, standing.asked(), ahead(standing)),
                "roi.reportBenefit.button");
    }

    private static List<Track.Point> ahead(Standing standing) {
        return standing.ahead().stream().limit(AHEAD).toList();
    }
}
