package org.waymark.model.roi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.program.Programs;

/** Lays the locked plan out beside what is expected and what came. */
@Component
class BenefitsPage {

    private final Reporting reporting;
    private final Rechecking rechecking;
    private final Rechecks rechecks;
    private final Baselines baselines;
    private final RoiWords words;
    private final RoiCards cards;
    private final BenefitSums sums;
    private final Programs programs;

    BenefitsPage(
            Reporting reporting,
            Rechecking rechecking,
            Rechecks rechecks,
            Baselines baselines,
            RoiWords words,
            RoiCards cards,
            BenefitSums sums,
            Programs programs) {
        this.reporting = reporting;
        this.rechecking = rechecking;
        this.rechecks = rechecks;
        this.baselines = baselines;
        this.words = words;
        this.cards = cards;
        this.sums = sums;
        this.programs = programs;
    }

    /** One quarter of one line; {@code confirmable} is the report finance may confirm, 0 when there is none. */
    record Row(
            int no,
            boolean start,
            LocalDate from,
            LocalDate to,
            String plan,
            @Nullable BigDecimal forecast,
            @Nullable BigDecimal actual,
            String forecastSaid,
            String actualSaid,
            String drift,
            boolean behind,
            @Nullable String source,
            @Nullable String reason,
            String reportedBy,
            String confirmedBy,
            boolean begun,
            boolean later,
            boolean missing,
            long seen,
            long confirmable) {}

    /** One line with its quarters. */
    record LineView(
            String id,
            String kind,
            String owner,
            boolean mine,
            long missing,
            BenefitSums.Sum sum,
            List<Row> rows,
            boolean toConfirm) {}

    Map<String, Object> of(String program, String person) {
        Track track = reporting.track(program, person);
        String currency = track.plan().currency();
        boolean finance = reporting.mayConfirm(program, person);
        Map<String, Object> model = new HashMap<>();
        model.put("program", programs.get(program));
        model.put("plan", track.plan());
        model.put("npv", words.money(track.plan().npv(), currency));
        model.put("npvCash", words.money(track.plan().npvCash(), currency));
        model.put("headline", sums.headline(track));
        model.put("missing", track.missing());
        model.put(
                "sums",
                List.of(
                        sums.sum(track, "roi.benefits.cash", kind -> kind == Kind.CASH),
                        sums.sum(track, "roi.benefits.risk", kind -> kind == Kind.RISK),
                        sums.sum(track, "roi.benefits.costs", kind -> kind == Kind.COST)));
        model.put(
                "lines",
                track.lines().stream()
                        .map(line -> line(program, line, track, person, finance))
                        .toList());
        model.put("chart", sums.chart(track));
        model.put("finance", finance);
        model.put("again", again(program, currency));
        model.put("lookedAgain", lookedAgain(program, currency));
        model.put("currency", words.symbol(currency));
        model.put(
                "earlier",
                baselines.all(program).stream()
                        .filter(plan -> plan.version() < track.plan().version())
                        .map(plan -> new Earlier(plan, words.money(plan.npv(), plan.currency())))
                        .toList());
        return model;
    }

    /** A line finance is asked about once more. */
    record Again(
            String line,
            String name,
            String amount,
            List<String> figures,
            @Nullable Verdict before,
            long upTo) {}

    private List<Again> again(String program, String currency) {
        return rechecking.waiting(program).stream()
                .map(one -> new Again(
                        one.line(),
                        one.name(),
                        words.money(one.amount(), currency),
                        one.figures().stream()
                                .map(figure -> words.text(
                                        "roi.recheck.figure",
                                        figure.label(),
                                        RoiCases.plain(figure.was()),
                                        RoiCases.plain(figure.said())))
                                .toList(),
                        one.before() == null ? null : one.before().verdict(),
                        one.upTo()))
                .toList();
    }

    /** What finance said when it looked again, the newest first. */
    private List<String> lookedAgain(String program, String currency) {
        return rechecks.answered(program).stream()
                .map(one -> words.text(
                        "roi.recheck.answered",
                        one.label(),
                        RoiCases.plain(one.was()),
                        RoiCases.plain(one.said()),
                        cards.nameOf(one.answeredBy()),
                        words.text("roi.verdict." + one.verdict()),
                        one.amount() == null ? "" : words.money(one.amount(), currency),
                        one.reason() == null ? "" : one.reason()))
                .toList();
    }

    /** A plan that held before. */
    record Earlier(Baseline plan, String npv) {}

    private LineView line(String program, Track.TrackedLine tracked, Track track, String person, boolean finance) {
        Baseline.Planned line = tracked.line();
        boolean cost = line.kind() == Kind.COST;
        List<Row> rows = tracked.points().stream()
                .filter(point -> point.shown(track.today()))
                .map(point -> row(point, track, cost, finance, person))
                .toList();
        String owner = cost ? words.text("roi.benefits.manager") : cards.nameOf(line.owner());
        return new LineView(
                line.line(),
                words.text("roi.kind." + line.kind()),
                owner,
                reporting.mayReport(program, line, person),
                tracked.missing(track.today()),
                sums.sum(line.name(), tracked.sums(), track.plan().currency(), cost),
                rows,
                rows.stream().anyMatch(row -> row.confirmable() > 0));
    }

    private Row row(Track.Point point, Track track, boolean cost, boolean finance, String person) {
        String currency = track.plan().currency();
        Reports.Report report = point.report();
        BigDecimal actual = point.actual();
        BigDecimal drift = actual == null ? BigDecimal.ZERO : actual.subtract(point.plan());
        boolean confirmable = finance
                && report != null
                && actual != null
                && !point.confirmed()
                && !report.reportedBy().equals(person);
        return new Row(
                point.quarter().no(),
                point.quarter().no() == 0,
                point.quarter().from(),
                point.quarter().to(),
                words.money(point.plan(), currency),
                point.forecast() == null ? null : RoiCases.plain(point.forecast()),
                actual == null ? null : RoiCases.plain(actual),
                words.money(point.forecast(), currency),
                words.money(actual, currency),
                actual == null ? words.text("roi.unknown") : words.signed(drift, currency),
                actual != null && BenefitSums.worse(drift, cost),
                point.source(),
                report == null ? null : report.reason(),
                report == null ? "" : cards.nameOf(report.reportedBy()),
                report == null ? "" : cards.nameOf(report.confirmedBy()),
                point.quarter().begun(track.today()),
                point.quarter().from().isAfter(track.today().plusYears(1)),
                point.missing(track.today()),
                point.seen(),
                confirmable ? point.seen() : 0);
    }
}
