package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One benefit as people state it. {@code included} empty = counted as soon as there is a baseline, true = counted
 * knowingly without one, false = left out; {@code amounts} (y1, y2, ...) takes the place of formula and ramp.
 */
record BenefitLine(
        @Nullable String template,
        @Nullable String owner,
        Map<String, @Nullable BigDecimal> inputs,
        @Nullable String baseline,
        @Nullable BigDecimal confidence,
        @Nullable Basis basis,
        @Nullable String evidence,
        @Nullable Boolean included,
        Map<String, @Nullable BigDecimal> amounts) {

    BenefitLine {
        inputs = inputs == null ? Map.of() : new LinkedHashMap<>(inputs);
        amounts = amounts == null ? Map.of() : new LinkedHashMap<>(amounts);
    }

    static BenefitLine blank(String template, @Nullable String owner, Map<String, @Nullable BigDecimal> inputs) {
        return new BenefitLine(template, owner, inputs, null, null, null, null, null, Map.of());
    }

    /** Without a baseline a benefit is a hypothesis. */
    boolean hypothesis() {
        return baseline == null || baseline.isBlank();
    }

    /** What it is weighed with: as stated, or what its evidence is worth by default. */
    BigDecimal weight(Kind kind) {
        if (confidence != null) {
            return confidence;
        }
        return (basis == null ? Basis.EXPERT : basis).confidence(kind);
    }

    /** Whether it counts by the house rules and the builder's choice. */
    boolean counts() {
        return included == null ? !hypothesis() : included;
    }

    BenefitLine keptOut() {
        return new BenefitLine(template, owner, inputs, baseline, confidence, basis, evidence, false, amounts);
    }
}
