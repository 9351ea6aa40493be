package org.waymark.model.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One line at the end of a quarter as owner, finance and sponsor see it. */
@Component
class CheckpointPage {

    private final RoiWords words;
    private final RoiCards cards;
    private final Watching watching;

    CheckpointPage(RoiWords words, RoiCards cards, Watching watching) {
        this.words = words;
        this.cards = cards;
        this.watching = watching;
    }

    /** Where the line stands; {@code said} is what somebody gave back or asked, and who. */
    record Stand(
            String program,
            String line,
            String name,
            String owner,
            String quarter,
            LocalDate from,
            LocalDate to,
            String planned,
            String came,
            String drift,
            String percent,
            boolean behind,
            boolean beyond,
            int band,
            @Nullable String known,
            String plan,
            String outlook,
            String outlookDrift,
            @Nullable String said,
            String saidBy) {}

    /** One quarter that is over. */
    record Row(
            String name,
            LocalDate from,
            LocalDate to,
            String plan,
            String actual,
            @Nullable String source,
            String reportedBy,
            String confirmedBy) {}

    /** One quarter to fill in; what is typed stays as it is typed. */
    record Field(
            String path,
            int quarter,
            String name,
            LocalDate from,
            LocalDate to,
            String plan,
            @Nullable BigDecimal actual,
            @Nullable String source,
            @Nullable BigDecimal forecast,
            long seen) {}

    Map<String, Object> stands(Watches.Watch watch, Standing standing) {
        Map<String, Object> model = new HashMap<>();
        model.put("stand", stand(watch, standing));
        model.put("currency", words.symbol(standing.plan().currency()));
        model.put(
                "rows",
                standing.toDate().stream().map(point -> row(point, standing)).toList());
        model.put(
                "ahead",
                standing.ahead().stream()
                        .filter(point -> point.forecast() != null)
                        .map(point -> field("", point, ReportDraft.of(point), standing))
                        .map(field -> Map.of(
                                "field",
                                field,
                                "forecast",
                                words.money(field.forecast(), standing.plan().currency())))
                        .toList());
        return model;
    }

    /** The same with the fields to fill in, and what the line comes to with them. */
    Map<String, Object> report(
            Watches.Watch watch,
            Standing standing,
            ReportDraft draft,
            List<Track.Point> asked,
            List<Track.Point> ahead) {
        Map<String, Object> model = stands(watch, standing);
        List<Field> came = new ArrayList<>();
        List<Field> expected = new ArrayList<>();
        List<Track.Point> all = new ArrayList<>(asked);
        all.addAll(ahead);
        ReportRules.each(
                draft,
                all,
                (path, point, said) ->
                        (asked.contains(point) ? came : expected).add(field(path, point, said, standing)));
        model.put("came", came);
        model.put("expected", expected);
        model.put("sum", asked.isEmpty() ? expected(standing, expected) : came(standing, asked, came));
        return model;
    }

    /** To date, with what is typed: planned, came and how far that is off. */
    private String came(Standing standing, List<Track.Point> asked, List<Field> typed) {
        BigDecimal planned = BigDecimal.ZERO;
        BigDecimal came = BigDecimal.ZERO;
        for (Track.Point point : standing.toDate()) {
            BigDecimal actual =
                    asked.contains(point) ? typed.get(asked.indexOf(point)).actual() : point.actual();
            if (actual != null) {
                planned = planned.add(point.plan());
                came = came.add(actual);
            }
        }
        String currency = standing.plan().currency();
        return words.text(
                "roi.report.sum",
                words.money(came, currency),
                words.money(planned, currency),
                percent(Standing.percent(planned, came)));
    }

    /** The whole line, with what is typed. */
    private String expected(Standing standing, List<Field> typed) {
        Track.Sums sums = standing.line().sums();
        BigDecimal outlook = sums.outlook();
        List<Track.Point> ahead = standing.ahead();
        for (int i = 0; i < ahead.size(); i++) {
            Track.Point point = ahead.get(i);
            BigDecimal forecast = typed.get(i).forecast();
            if (point.actual() == null) {
                outlook = outlook.subtract(point.outlook()).add(forecast == null ? point.plan() : forecast);
            }
        }
        String currency = standing.plan().currency();
        return words.text(
                "roi.forecast.sum",
                words.money(outlook, currency),
                words.money(sums.plan(), currency),
                percent(Standing.percent(sums.plan(), outlook)));
    }

    private Field field(String path, Track.Point point, ReportDraft.@Nullable Said said, Standing standing) {
        return new Field(
                path,
                point.quarter().no(),
                ReportRules.name(point, words),
                point.quarter().from(),
                point.quarter().to(),
                words.money(point.plan(), standing.plan().currency()),
                said == null || said.actual() == null ? null : RoiCases.plain(said.actual()),
                said == null ? null : said.source(),
                said == null || said.forecast() == null ? null : RoiCases.plain(said.forecast()),
                point.seen());
    }

    private Row row(Track.Point point, Standing standing) {
        String currency = standing.plan().currency();
        Reports.Report report = point.report();
        return new Row(
                ReportRules.name(point, words),
                point.quarter().from(),
                point.quarter().to(),
                words.money(point.plan(), currency),
                words.money(point.actual(), currency),
                point.source(),
                report == null || point.actual() == null ? "" : cards.nameOf(report.reportedBy()),
                report == null ? "" : cards.nameOf(report.confirmedBy()));
    }

    Stand stand(Watches.Watch watch, Standing standing) {
        Track.Sums sums = standing.sums();
        Track.Sums whole = standing.line().sums();
        String currency = standing.plan().currency();
        BigDecimal known = watching.known(watch);
        String said = watch.words();
        Quarter quarter = Quarter.of(standing.plan()).get(standing.quarter());
        return new Stand(
                watch.program(),
                watch.line(),
                standing.line().line().name(),
                cards.nameOf(standing.line().line().owner()),
                words.text("roi.benefits.quarter", quarter.year(), (quarter.no() - 1) % 4 + 1),
                quarter.from(),
                quarter.to(),
                words.money(sums.due(), currency),
                words.money(sums.actual(), currency),
                words.signed(sums.drift(), currency),
                percent(standing.percent()),
                RoiLines.unit(sums.drift()).signum() < 0,
                standing.beyond(watching.band(), known),
                watching.band(),
                known == null ? null : percent(known),
                words.money(whole.plan(), currency),
                words.money(whole.outlook(), currency),
                words.signed(whole.outlookDrift(), currency),
                said,
                cards.nameOf(watch.saidBy()));
    }

    private String percent(@Nullable BigDecimal percent) {
        if (percent == null) {
            return words.text("roi.unknown");
        }
        BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + words.percent(rounded);
    }
}
