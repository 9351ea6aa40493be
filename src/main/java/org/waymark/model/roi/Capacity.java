package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many people it takes to answer: the check that feeds the cost of front-line capacity. */
final class Capacity {

    static final String CURRENT = "currentAgents";

    /** The figures it needs, in the order they are asked for; shares as decimals. */
    static final List<String> ASKED = List.of(
            "weeklyVolume", "relevantShare", "targetCoverage", "automatedShare", "minutesPerReply", "productiveHours");

    static final List<String> SHARES = List.of("relevantShare", "targetCoverage", "automatedShare");

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private Capacity() {}

    /** Agents needed, rounded up; empty while a figure is missing. */
    static Optional<BigDecimal> agents(Map<String, BigDecimal> given) {
        if (ASKED.stream().anyMatch(name -> given.get(name) == null)
                || figure(given, "productiveHours").signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal hours = figure(given, "weeklyVolume")
                .multiply(figure(given, "relevantShare"), PRECISION)
                .multiply(figure(given, "targetCoverage"), PRECISION)
                .multiply(BigDecimal.ONE.subtract(figure(given, "automatedShare")), PRECISION)
                .multiply(figure(given, "minutesPerReply"), PRECISION)
                .divide(SIXTY, PRECISION);
        return Optional.of(
                hours.divide(figure(given, "productiveHours"), PRECISION).setScale(0, RoundingMode.CEILING));
    }

    private static BigDecimal figure(Map<String, BigDecimal> given, String name) {
        return given.getOrDefault(name, BigDecimal.ZERO);
    }
}
