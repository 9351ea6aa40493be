package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;

/** The owner's task when the sponsor asks what is really to be expected: the forecast of every quarter to come. */
@Component
class CorrectForecast implements TaskWork<ReportDraft> {

    private final Watching watching;
    private final ReportRules rules;
    private final CheckpointPage page;
    private final RoiWords words;

    CorrectForecast(Watching watching, ReportRules rules, CheckpointPage page, RoiWords words) {
        this.watching = watching;
        this.rules = rules;
        this.page = page;
        this.words = words;
    }

    @Override
    public String key() {
        return "correctForecast";
    }

    @Override
    public Class<ReportDraft> type() {
        return ReportDraft.class;
    }

    @Override
    public ReportDraft begin(WorkItem task) {
        return new ReportDraft(
                watching.stands(task).ahead().stream().map(ReportDraft::of).toList());
    }

    @Override
    public String about(WorkItem opened) {
        return watching.nameOf(opened);
    }

    @Override
    public void check(WorkItem task, ReportDraft draft) {
        rules.check(draft, watching.stands(task));
    }

    /** The next quarter at least; what stays empty after it is expected as planned. */
    @Override
    public List<Missing> missing(WorkItem task, ReportDraft draft) {
        List<Track.Point> ahead = watching.stands(task).ahead();
        List<Missing> missing = new ArrayList<>(rules.expectedMissing(draft, ahead));
        ReportRules.each(draft, ahead.stream().limit(1).toList(), (path, point, said) -> {
            if (said == null || said.forecast() == null) {
                missing.add(0, new Missing(path + "forecast", "roi.forecast.missing", ReportRules.name(point, words)));
            }
        });
        return missing;
    }

    @Override
    public void submit(WorkItem task, ReportDraft draft) {
        rules.take(
                watching.of(task.instance()),
                draft,
                List.of(),
                watching.stands(task).ahead(),
                String.valueOf(task.assignee()));
    }

    @Override
    public View view(WorkItem task, ReportDraft draft) {
        Standing standing = watching.stands(task);
        return new View(
                "roi/forecast",
                page.report(watching.of(task.instance()), standing, draft, List.of(), standing.ahead()),
                "roi.correctForecast.button");
    }
}
