package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a scenario bends the case: all benefits and all costs times a factor. */
record Factors(@Nullable BigDecimal benefits, @Nullable BigDecimal costs) {

    static final String CAUTIOUS = "cautious";
    static final String STRETCH = "stretch";
    static final Factors EXPECTED = new Factors(BigDecimal.ONE, BigDecimal.ONE);

    private static final Map<String, Factors> USUAL = Map.of(
            CAUTIOUS, new Factors(new BigDecimal("0.80"), new BigDecimal("1.10")),
            STRETCH, new Factors(new BigDecimal("1.15"), new BigDecimal("1.00")));

    static Factors usual(String scenario) {
        return USUAL.getOrDefault(scenario, EXPECTED);
    }

    /** Fills what was left empty from another scenario. */
    Factors or(Factors other) {
        return new Factors(benefits == null ? other.benefits : benefits, costs == null ? other.costs : costs);
    }

    BigDecimal of(Kind kind) {
        BigDecimal factor = kind == Kind.COST ? costs : benefits;
        return factor == null ? BigDecimal.ONE : factor;
    }
}
