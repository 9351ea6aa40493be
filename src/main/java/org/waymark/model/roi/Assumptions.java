package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** What holds for the whole case: years looked at, discount rate, how fast benefits arrive, and contingency. */
record Assumptions(int horizonYears, BigDecimal rate, List<BigDecimal> ramp, BigDecimal contingency) {

    static final int LONGEST = 10;
    static final Assumptions USUAL = new Assumptions(
            3,
            new BigDecimal("0.10"),
            List.of(new BigDecimal("0.40"), new BigDecimal("0.80"), new BigDecimal("1.00")),
            new BigDecimal("0.10"));

    Assumptions {
        ramp = List.copyOf(ramp);
    }

    /** A benefit's share in each year; after the last step of the ramp it stays where it is. */
    List<BigDecimal> ramped() {
        return years(year -> year == 0 ? BigDecimal.ZERO : ramp.get(Math.min(year, ramp.size()) - 1));
    }

    List<BigDecimal> once() {
        return years(year -> year == 0 ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    /** The full amount in each of the first so many years, nothing in year 0. */
    List<BigDecimal> yearly(int years) {
        return years(year -> year > 0 && year <= years ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    BigDecimal costWeight() {
        return BigDecimal.ONE.add(contingency);
    }

    private List<BigDecimal> years(java.util.function.IntFunction<BigDecimal> share) {
        return IntStream.rangeClosed(0, horizonYears).mapToObj(share).toList();
    }
}
