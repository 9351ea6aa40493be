package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a set of lines is worth: benefits and costs from year 0 on, discounted at the end of each year. Nothing is
 * rounded here; every figure is rounded on its own where it is shown.
 */
record Appraisal(List<BigDecimal> benefits, List<BigDecimal> costs, BigDecimal rate) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    Appraisal {
        benefits = List.copyOf(benefits);
        costs = List.copyOf(costs);
    }

    static Appraisal of(List<Line> lines, int horizon, BigDecimal rate) {
        return new Appraisal(yearly(lines, horizon, false), yearly(lines, horizon, true), rate);
    }

    private static List<BigDecimal> yearly(List<Line> lines, int horizon, boolean costs) {
        return IntStream.rangeClosed(0, horizon)
                .mapToObj(year -> lines.stream()
                        .filter(line -> (line.kind() == Kind.COST) == costs)
                        .map(line -> line.in(year))
                        .reduce(BigDecimal.ZERO, (a, b) -> a.add(b, PRECISION)))
                .toList();
    }

    static BigDecimal discounted(BigDecimal amount, BigDecimal rate, int year) {
        return amount.divide(BigDecimal.ONE.add(rate).pow(year, PRECISION), PRECISION);
    }

    BigDecimal presentBenefits() {
        return present(benefits);
    }

    BigDecimal presentCosts() {
        return present(costs);
    }

    private BigDecimal present(List<BigDecimal> years) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int year = 0; year < years.size(); year++) {
            sum = sum.add(discounted(years.get(year), rate, year), PRECISION);
        }
        return sum;
    }

    BigDecimal npv() {
        return presentBenefits().subtract(presentCosts(), PRECISION);
    }

    /** Net value in percent of the costs; nothing to say as long as nothing costs anything. */
    Optional<BigDecimal> roiPercent() {
        BigDecimal costs = presentCosts();
        return costs.signum() <= 0
                ? Optional.empty()
                : Optional.of(npv().multiply(HUNDRED, PRECISION).divide(costs, PRECISION));
    }

    /** Undiscounted money in minus money out, added up to the end of each year. */
    List<BigDecimal> cumulative() {
        List<BigDecimal> points = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int year = 0; year < benefits.size(); year++) {
            sum = sum.add(benefits.get(year), PRECISION).subtract(costs.get(year), PRECISION);
            points.add(sum);
        }
        return points;
    }

    /** The first month in which the money is back, straight line inside a year; empty = not within the horizon. */
    Optional<BigDecimal> paybackMonths() {
        List<BigDecimal> points = cumulative();
        if (points.get(0).signum() >= 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        for (int year = 1; year < points.size(); year++) {
            BigDecimal before = points.get(year - 1);
            BigDecimal after = points.get(year);
            if (after.signum() >= 0) {
                BigDecimal part = before.negate().divide(after.subtract(before), PRECISION);
                return Optional.of(MONTHS.multiply(BigDecimal.valueOf(year - 1L).add(part), PRECISION));
            }
        }
        return Optional.empty();
    }
}
