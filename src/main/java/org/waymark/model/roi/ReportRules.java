package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.web.Refusal;

/** What can never be right in an owner's report, what it still needs, and how it goes into the reports. */
@Component
class ReportRules {

    private final LineRules rules;
    private final Reporting reporting;

    ReportRules(LineRules rules, Reporting reporting) {
        this.rules = rules;
        this.reporting = reporting;
    }

    void check(ReportDraft draft, Standing standing) {
        int quarters = 4 * standing.plan().horizonYears();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < draft.quarters().size(); i++) {
            ReportDraft.Said said = draft.quarters().get(i);
            String path = "quarters[" + i + "].";
            Integer quarter = said.quarter();
            if (quarter == null || quarter < 1 || quarter > quarters || !seen.add(quarter)) {
                throw Refusal.bad("roi.benefits.noQuarter", String.valueOf(quarter))
                        .at(path + "quarter");
            }
            Reporting.size(path + "actual", said.actual());
            Reporting.size(path + "forecast", said.forecast());
            rules.text(path + "source", said.source(), Reporting.SOURCE);
        }
    }

    /** Every quarter that is asked for needs what came and where that is written. */
    List<Missing> cameMissing(ReportDraft draft, List<Track.Point> asked, RoiWords words) {
        List<Missing> missing = new ArrayList<>();
        each(draft, asked, (path, point, said) -> {
            if (said == null || said.actual() == null) {
                missing.add(new Missing(path + "actual", "roi.report.missing", name(point, words)));
            } else if (said.source() == null || said.source().isBlank()) {
                missing.add(new Missing(path + "source", "roi.benefits.noSource"));
            }
            if (said != null) {
                overtaken(said.came(point), point, path + "actual", missing);
            }
        });
        return missing;
    }

    /** What was said about quarters to come meanwhile is not overwritten unseen. */
    List<Missing> expectedMissing(ReportDraft draft, List<Track.Point> ahead) {
        List<Missing> missing = new ArrayList<>();
        each(draft, ahead, (path, point, said) -> {
            if (said != null) {
                overtaken(said.expected(point), point, path + "forecast", missing);
            }
        });
        return missing;
    }

    private static void overtaken(Reported said, Track.Point point, String field, List<Missing> missing) {
        if (said.seen() != point.seen() && !said.same(point.forecast(), point.actual(), point.source())) {
            missing.add(new Missing(
                    field,
                    "roi.benefits.meanwhile",
                    Reporting.plain(point.forecast()),
                    Reporting.plain(point.actual())));
        }
    }

    /** Into the same reports that the page of benefits writes. */
    void take(Watches.Watch watch, ReportDraft draft, List<Track.Point> asked, List<Track.Point> ahead, String by) {
        List<Reported> reported = new ArrayList<>();
        each(draft, asked, (path, point, said) -> {
            if (said != null) {
                reported.add(said.came(point));
            }
        });
        each(draft, ahead, (path, point, said) -> {
            if (said != null) {
                reported.add(said.expected(point));
            }
        });
        reporting.take(watch.program(), watch.line(), reported, by);
    }

    interface Each {

        void of(String path, Track.Point point, ReportDraft.@Nullable Said said);
    }

    /** Each quarter with its place in the draft; what is not there yet follows at its end. */
    static void each(ReportDraft draft, List<Track.Point> points, Each each) {
        Map<Integer, Integer> places = draft.places();
        int next = draft.quarters().size();
        for (Track.Point point : points) {
            Integer place = places.get(point.quarter().no());
            each.of(
                    "quarters[" + (place == null ? next++ : place) + "].",
                    point,
                    place == null ? null : draft.quarters().get(place));
        }
    }

    static String name(Track.Point point, RoiWords words) {
        int no = point.quarter().no();
        return words.text("roi.benefits.quarter", point.quarter().year(), (no - 1) % 4 + 1);
    }
}
