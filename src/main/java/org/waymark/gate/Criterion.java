package org.waymark.gate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question a gate asks of a measured fact; a row that an administrator may change for reviews to come. */
public record Criterion(
        String id,
        String stage,
        String fact,
        Comparison comparison,
        BigDecimal threshold,
        int weight,
        Binding kind,
        String fromDepth,
        String suppliedBy,
        @Nullable String words,
        boolean active,
        Need evidence) {

    private static final List<String> DEPTHS = List.of("LITE", "STANDARD", "FULL");

    /** Below its depth nobody has to bring evidence either. */
    Need evidenceAt(String depth) {
        return DEPTHS.indexOf(depth) >= DEPTHS.indexOf(fromDepth) ? evidence : Need.OPTIONAL;
    }

    /** Below its depth a criterion is still measured and shown, but binds nobody. */
    Binding bindingAt(String depth) {
        return DEPTHS.indexOf(depth) >= DEPTHS.indexOf(fromDepth) ? kind : Binding.ADVISORY;
    }
}
