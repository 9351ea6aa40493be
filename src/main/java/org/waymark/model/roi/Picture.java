package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The two cumulative lines as points of a small drawing, with the places of zero, of the years and of the labels. */
record Picture(String all, String cash, double zero, double allEnd, double cashEnd, List<Tick> ticks) {

    private static final double LEFT = 20;
    private static final double RIGHT = 520;
    private static final double TOP = 16;
    private static final double BOTTOM = 170;
    private static final double APART = 22;

    /** One year under the drawing. */
    record Tick(double x, int year) {}

    static Picture of(List<BigDecimal> all, List<BigDecimal> cash) {
        double least = Math.min(0, Math.min(least(all), least(cash)));
        double most = Math.max(0, Math.max(-least(negated(all)), -least(negated(cash))));
        double span = most - least == 0 ? 1 : most - least;
        List<Tick> ticks = new ArrayList<>();
        for (int year = 0; year < all.size(); year++) {
            ticks.add(new Tick(x(year, all.size()), year));
        }
        double allEnd = y(all.get(all.size() - 1), least, span);
        double cashEnd = y(cash.get(cash.size() - 1), least, span);
        // labels that would sit on each other move apart
        double labelled = Math.abs(cashEnd - allEnd) < APART ? Math.max(cashEnd, allEnd + APART) : cashEnd;
        return new Picture(
                points(all, least, span),
                points(cash, least, span),
                y(BigDecimal.ZERO, least, span),
                allEnd,
                labelled,
                ticks);
    }

    private static List<BigDecimal> negated(List<BigDecimal> points) {
        return points.stream().map(BigDecimal::negate).toList();
    }

    private static double least(List<BigDecimal> points) {
        return points.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
    }

    private static String points(List<BigDecimal> points, double least, double span) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            text.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i, points.size()), y(points.get(i), least, span)));
        }
        return text.toString().strip();
    }

    private static double x(int at, int count) {
        return count < 2 ? LEFT : LEFT + (RIGHT - LEFT) * at / (count - 1);
    }

    private static double y(BigDecimal amount, double least, double span) {
        return BOTTOM - (BOTTOM - TOP) * (amount.doubleValue() - least) / span;
    }
}
