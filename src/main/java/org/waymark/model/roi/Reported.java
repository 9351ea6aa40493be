package org.waymark.model.roi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of one quarter of a line: what to expect, what came, where that is written, and why when it takes
 * back what finance confirmed. {@code seen} is the report this one answers; 0 when there was none.
 */
record Reported(
        int quarter,
        @Nullable BigDecimal forecast,
        @Nullable BigDecimal actual,
        @Nullable String source,
        @Nullable String reason,
        long seen) {

    Reported {
        source = bare(source);
        reason = bare(reason);
    }

    private static @Nullable String bare(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    boolean same(@Nullable BigDecimal otherForecast, @Nullable BigDecimal otherActual, @Nullable String otherSource) {
        return same(forecast, otherForecast)
                && same(actual, otherActual)
                && (source == null ? otherSource == null : source.equals(otherSource));
    }

    static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
