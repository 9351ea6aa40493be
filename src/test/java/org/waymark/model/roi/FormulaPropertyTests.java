package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FormulaPropertyTests {

    @Property
    void bracketsNeverChangeASumOrAProduct(
            @ForAll @IntRange(max = 10_000) int a,
            @ForAll @IntRange(max = 10_000) int b,
            @ForAll @IntRange(max = 10_000) int c) {
        Map<String, BigDecimal> inputs =
                Map.of("a", BigDecimal.valueOf(a), "b", BigDecimal.valueOf(b), "c", BigDecimal.valueOf(c));
        assertThat(Formula.of("a + b + c").amount(inputs))
                .isEqualByComparingTo(Formula.of("a + (b + c)").amount(inputs));
        assertThat(Formula.of("a * (b + c)").amount(inputs))
                .isEqualByComparingTo(Formula.of("a * b + a * c").amount(inputs));
    }
}
