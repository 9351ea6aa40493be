package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One cost as people state it. {@code years} = how many years it runs; empty = all for a recurring cost, one for a
 * temporary one; {@code amounts} (y0, y1, ...) takes the place of formula and years; {@code evidence} says where the
 * figures come from.
 */
record CostLine(
        @Nullable String template,
        @Nullable String label,
        Map<String, @Nullable BigDecimal> inputs,
        @Nullable Integer years,
        Map<String, @Nullable BigDecimal> amounts,
        @Nullable String evidence) {

    CostLine {
        inputs = inputs == null ? Map.of() : new LinkedHashMap<>(inputs);
        amounts = amounts == null ? Map.of() : new LinkedHashMap<>(amounts);
    }

    /** A line nobody has put a figure on is not part of the case. */
    boolean empty() {
        return inputs.values().stream().noneMatch(Objects::nonNull)
                && amounts.values().stream().noneMatch(Objects::nonNull);
    }
}
