package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the owner of a line says of quarters that are over, and of those to come. */
record ReportDraft(List<Said> quarters) {

    ReportDraft {
        quarters = quarters == null
                ? List.of()
                : quarters.stream().filter(Objects::nonNull).toList();
    }

    /** One quarter; {@code seen} is the report this answers, 0 when there was none. */
    record Said(
            @Nullable Integer quarter,
            @Nullable BigDecimal actual,
            @Nullable String source,
            @Nullable BigDecimal forecast,
            @Nullable Long seen) {

        /** What came, with the forecast as it is. */
        Reported came(Track.Point point) {
            return new Reported(point.quarter().no(), point.forecast(), actual, source, null, said(seen));
        }

        /** What is expected, with anything that came already as it is. */
        Reported expected(Track.Point point) {
            return new Reported(point.quarter().no(), forecast, point.actual(), point.source(), null, said(seen));
        }

        private static long said(@Nullable Long seen) {
            return seen == null ? 0 : seen;
        }
    }

    static Said of(Track.Point point) {
        return new Said(point.quarter().no(), point.actual(), point.source(), point.forecast(), point.seen());
    }

    /** Where in the draft each quarter stands. */
    Map<Integer, Integer> places() {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < quarters.size(); i++) {
            Integer quarter = quarters.get(i).quarter();
            if (quarter != null) {
                places.putIfAbsent(quarter, i);
            }
        }
        return places;
    }
}
