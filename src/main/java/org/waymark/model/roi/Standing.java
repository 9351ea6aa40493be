package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one line stands against its locked plan: quarter 1 to the one that is looked at, as far as they have an actual.
 * Drift in percent = (came − planned) / planned × 100; without planned money there is none.
 */
record Standing(Baseline plan, Track.TrackedLine line, int quarter) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The quarters to date, the oldest first. */
    List<Track.Point> toDate() {
        return line.points().stream()
                .filter(point -> point.quarter().no() > 0 && point.quarter().no() <= quarter)
                .toList();
    }

    /** What comes after, as far as the plan goes. */
    List<Track.Point> ahead() {
        return line.points().stream()
                .filter(point -> point.quarter().no() > quarter)
                .toList();
    }

    /** What the owner is asked for: the quarter itself and whatever is missing before it, until finance confirmed it. */
    List<Track.Point> asked() {
        return toDate().stream()
                .filter(point -> !point.confirmed())
                .filter(point -> point.quarter().no() == quarter
                        || point.actual() != null
                        || point.plan().signum() != 0)
                .toList();
    }

    Track.Sums sums() {
        return Track.Sums.of(toDate());
    }

    @Nullable
    BigDecimal percent() {
        return percent(sums().due(), sums().actual());
    }

    static @Nullable BigDecimal percent(BigDecimal planned, BigDecimal came) {
        return planned.signum() <= 0
                ? null
                : came.subtract(planned, PRECISION).multiply(HUNDRED).divide(planned, PRECISION);
    }

    /**
     * Whether the drift is further than the band from what the sponsor already decided about under the same plan; from
     * the plan itself when nothing was decided.
     */
    boolean beyond(int band, @Nullable BigDecimal known) {
        BigDecimal now = percent();
        if (now == null) {
            return false;
        }
        BigDecimal from = known == null ? BigDecimal.ZERO : known;
        return now.subtract(from).abs().compareTo(BigDecimal.valueOf(band)) > 0;
    }
}
