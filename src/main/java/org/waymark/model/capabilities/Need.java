package org.waymark.model.capabilities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much of a capability the agreed values call for: 0 to 3, by the weight of the values it serves. */
final class Need {

    static final int MOST = 3;

    private Need() {}

    /** The weight every capability carries: the sum of the weights of the agreed values it serves. */
    static Map<String, BigDecimal> carried(
            Map<String, ? extends Collection<String>> serves, Map<String, BigDecimal> weights) {
        // Without any points (a round closed without answers) every agreed value counts the same.
        boolean weightless = weights.values().stream().allMatch(weight -> weight.signum() == 0);
        Map<String, BigDecimal> carried = new LinkedHashMap<>();
        serves.forEach((capability, values) -> carried.put(
                capability,
                values.stream()
                        .distinct()
                        .filter(weights::containsKey)
                        .map(value -> weightless ? BigDecimal.ONE : weights.getOrDefault(value, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        return carried;
    }

    /** What a capability carries, measured against the one that carries most, times three, rounded. */
    static Map<String, Integer> levels(Map<String, BigDecimal> carried) {
        BigDecimal largest = carried.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        Map<String, Integer> levels = new LinkedHashMap<>();
        carried.forEach((capability, weight) -> levels.put(
                capability,
                largest.signum() == 0
                        ? 0
                        : weight.multiply(BigDecimal.valueOf(MOST))
                                .divide(largest, 0, RoundingMode.HALF_UP)
                                .intValueExact()));
        return levels;
    }
}
