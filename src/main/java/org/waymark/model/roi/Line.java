package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.util.List;

/**
 * One line of money: its full amount, the share of it that falls in each year from year 0 on, and the weight it counts
 * with (confidence for what comes in, contingency for what goes out). Amounts stated year by year take the place of
 * amount and shares.
 */
record Line(
        String id, Kind kind, BigDecimal amount, BigDecimal weight, List<BigDecimal> shares, List<BigDecimal> stated) {

    Line {
        shares = List.copyOf(shares);
        stated = List.copyOf(stated);
    }

    static Line of(String id, Kind kind, BigDecimal amount, BigDecimal weight, List<BigDecimal> shares) {
        return new Line(id, kind, amount, weight, shares, List.of());
    }

    int horizon() {
        return shares.size() - 1;
    }

    /** What the line brings or costs in a year, weighed and not discounted. */
    BigDecimal in(int year) {
        if (!stated.isEmpty()) {
            return year < stated.size() ? stated.get(year).multiply(weight, PRECISION) : BigDecimal.ZERO;
        }
        return amount.multiply(shares.get(year), PRECISION).multiply(weight, PRECISION);
    }

    BigDecimal present(BigDecimal rate) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int year = 0; year <= horizon(); year++) {
            sum = sum.add(Appraisal.discounted(in(year), rate, year), PRECISION);
        }
        return sum;
    }

    Line withAmount(BigDecimal other) {
        return new Line(id, kind, other, weight, shares, List.of());
    }

    Line withWeight(BigDecimal other) {
        return new Line(id, kind, amount, other, shares, stated);
    }

    Line times(BigDecimal factor) {
        return withWeight(weight.multiply(factor, PRECISION));
    }
}
