package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The locked plan beside what is expected and what came, per line and quarter; money as the case counts it. */
record Track(Baseline plan, List<TrackedLine> lines, LocalDate today) {

    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);

    static Track of(Baseline plan, List<Reports.Report> reports, LocalDate today) {
        Map<String, Reports.Report> known = new HashMap<>();
        reports.forEach(report -> known.put(report.line() + "/" + report.quarter(), report));
        List<TrackedLine> lines = new ArrayList<>();
        for (Baseline.Planned line : plan.lines()) {
            List<Point> points = Quarter.of(plan).stream()
                    .filter(quarter -> quarter.no() > 0 || line.kind() == Kind.COST)
                    .map(quarter ->
                            new Point(quarter, planned(line, quarter), known.get(line.line() + "/" + quarter.no())))
                    .toList();
            lines.add(new TrackedLine(line, points));
        }
        return new Track(plan, lines, today);
    }

    /** A year's money falls evenly into its quarters. */
    private static BigDecimal planned(Baseline.Planned line, Quarter quarter) {
        BigDecimal year = quarter.year() < line.years().size() ? line.years().get(quarter.year()) : BigDecimal.ZERO;
        return quarter.no() == 0 ? year : year.divide(QUARTERS, PRECISION);
    }

    /** One line in one quarter. */
    record Point(Quarter quarter, BigDecimal plan, Reports.@Nullable Report report) {

        @Nullable
        BigDecimal forecast() {
            return report == null ? null : report.forecast();
        }

        @Nullable
        BigDecimal actual() {
            return report == null ? null : report.actual();
        }

        @Nullable
        String source() {
            return report == null ? null : report.source();
        }

        boolean confirmed() {
            return report != null && report.confirmed() != null;
        }

        long seen() {
            return report == null ? 0 : report.id();
        }

        /** The best that is known: what came, else what is expected, else the plan. */
        BigDecimal outlook() {
            BigDecimal came = actual();
            BigDecimal expected = forecast();
            return came != null ? came : expected != null ? expected : plan;
        }

        boolean missing(LocalDate today) {
            return quarter.over(today) && actual() == null && plan.signum() != 0;
        }

        /** Worth a row: something is planned, said, or could be said by now. */
        boolean shown(LocalDate today) {
            return plan.signum() != 0 || report != null || quarter.begun(today);
        }
    }

    /** One line over all its quarters. */
    record TrackedLine(Baseline.Planned line, List<Point> points) {

        Sums sums() {
            return Sums.of(points);
        }

        long missing(LocalDate today) {
            return points.stream().filter(point -> point.missing(today)).count();
        }
    }

    /**
     * Sums over quarters: the whole plan and its outlook; and of the quarters with an actual, what was planned, what came
     * and how much of it finance confirmed.
     */
    record Sums(
            BigDecimal plan,
            BigDecimal outlook,
            BigDecimal due,
            BigDecimal actual,
            BigDecimal confirmed,
            long reported) {

        static Sums of(List<Point> points) {
            List<Point> came =
                    points.stream().filter(point -> point.actual() != null).toList();
            return new Sums(
                    sum(points, Point::plan),
                    sum(points, Point::outlook),
                    sum(came, Point::plan),
                    sum(came, Point::outlook),
                    sum(came.stream().filter(Point::confirmed).toList(), Point::outlook),
                    came.size());
        }

        private static BigDecimal sum(List<Point> points, Function<Point, BigDecimal> figure) {
            return points.stream().map(figure).reduce(BigDecimal.ZERO, (a, b) -> a.add(b, PRECISION));
        }

        /** What came minus what was planned for the same quarters. */
        BigDecimal drift() {
            return actual.subtract(due, PRECISION);
        }

        BigDecimal outlookDrift() {
            return outlook.subtract(plan, PRECISION);
        }
    }

    Sums sums(Predicate<Kind> which) {
        return Sums.of(lines.stream()
                .filter(line -> which.test(line.line().kind()))
                .flatMap(line -> line.points().stream())
                .toList());
    }

    long missing() {
        return lines.stream().mapToLong(line -> line.missing(today)).sum();
    }

    /** All benefits of one quarter; actual only as far as every row with a plan has one. */
    List<Point> benefits(int quarter) {
        return lines.stream()
                .filter(line -> line.line().kind() != Kind.COST)
                .flatMap(line -> line.points().stream())
                .filter(point -> point.quarter().no() == quarter)
                .toList();
    }
}
