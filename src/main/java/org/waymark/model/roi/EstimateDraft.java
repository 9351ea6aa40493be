package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one owner says about the lines that are theirs. */
record EstimateDraft(List<Estimate> lines) {

    EstimateDraft {
        lines = lines == null
                ? List.of()
                : lines.stream().filter(Objects::nonNull).toList();
    }

    record Estimate(
            @Nullable String template,
            Map<String, @Nullable BigDecimal> inputs,
            @Nullable String baseline,
            @Nullable BigDecimal confidence,
            @Nullable Basis basis,
            @Nullable String evidence,
            @Nullable Boolean cannotSay) {

        Estimate {
            inputs = inputs == null ? Map.of() : new LinkedHashMap<>(inputs);
        }

        static Estimate from(BenefitLine line) {
            return new Estimate(
                    line.template(),
                    line.inputs(),
                    line.baseline(),
                    line.confidence(),
                    line.basis(),
                    line.evidence(),
                    null);
        }

        /** Whether the owner answers that they cannot judge this line. */
        boolean open() {
            return Boolean.TRUE.equals(cannotSay);
        }

        BenefitLine by(@Nullable String owner) {
            return new BenefitLine(
                    template, owner, open() ? Map.of() : inputs, baseline, confidence, basis, evidence, null, Map.of());
        }
    }
}
