package org.waymark.engagement;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.calendar.WorkingCalendar;

/**
 * Working days since the last decision, and the trend: how much moved in the last 14 days and in the 14 before. What
 * counts is a decision, a closed round, a promise kept, a benefit confirmed, a quick win shown (dcfts.md 4.2).
 */
public record Momentum(
        @Nullable Integer workingDaysSinceDecision, int events, int eventsBefore, Trend trend, List<Warning> warnings) {

    static final int DAYS = 14;

    /** Whether more moves than two weeks ago. */
    public enum Trend {
        FASTER,
        STEADY,
        SLOWER,
        NOTHING_YET
    }

    /** Something that moved the program; a decision at a gate or about a stage's record, or anything else. */
    record Event(String program, OffsetDateTime at, boolean decision) {}

    /** Warns when nothing was decided for two weeks, or half as much moved as before twice running, if it is in hands. */
    static Momentum of(
            List<Event> events,
            OffsetDateTime launched,
            List<String> holders,
            boolean running,
            OffsetDateTime now,
            WorkingCalendar calendar) {
        OffsetDateTime last = events.stream()
                .filter(Event::decision)
                .map(Event::at)
                .max(OffsetDateTime::compareTo)
                .orElse(null);
        int[] moved = new int[3];
        for (Event event : events) {
            int window = (int)
                    Math.max(0, java.time.Duration.between(event.at(), now).toDays() / DAYS);
            if (window < moved.length) {
                moved[window]++;
            }
        }
        List<Warning> warnings = new ArrayList<>();
        boolean quiet = (last == null ? launched : last).isBefore(now.minusDays(DAYS));
        if (running && !holders.isEmpty()) {
            if (quiet) {
                warnings.add(new Warning("momentum", "quiet", List.of(DAYS), holders));
            } else if (moved[0] * 2 < moved[1] && moved[1] * 2 < moved[2]) {
                warnings.add(new Warning("momentum", "slower", List.of(moved[0], moved[1], moved[2]), holders));
            }
        }
        return new Momentum(
                last == null ? null : calendar.workingDaysBetween(last.toLocalDate(), now.toLocalDate(), null),
                moved[0],
                moved[1],
                trend(moved[0], moved[1]),
                List.copyOf(warnings));
    }

    private static Trend trend(int now, int before) {
        if (now == 0 && before == 0) {
            return Trend.NOTHING_YET;
        }
        return now == before ? Trend.STEADY : now > before ? Trend.FASTER : Trend.SLOWER;
    }
}
