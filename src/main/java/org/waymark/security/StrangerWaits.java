package org.waymark.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long names wait that nobody has: as long after each wrong password as a name somebody has (3 seconds, doubled each
 * time, at most a minute), so that the wait does not tell who works here.
 */
final class StrangerWaits {

    private static final int FIRST = 3;
    private static final int LONGEST = 60;
    private static final int DOUBLINGS = 5;
    private static final int REMEMBERED_AT_MOST = 10_000;

    private record Tried(int times, Instant until) {}

    private final Map<String, Tried> tried = new LinkedHashMap<>();
    private final Clock clock;

    StrangerWaits(Clock clock) {
        this.clock = clock;
    }

    synchronized int seconds(String id) {
        Tried last = tried.get(id);
        return last == null
                ? 0
                : (int) Math.max(
                        0, Duration.between(clock.instant(), last.until()).toSeconds() + 1);
    }

    /** One more wrong password; one that comes while the name waits counts for nothing. */
    synchronized void wrong(String id) {
        if (seconds(id) > 0) {
            return;
        }
        Tried last = tried.remove(id);
        int times = last == null ? 1 : last.times() + 1;
        if (tried.size() >= REMEMBERED_AT_MOST) {
            tried.remove(tried.keySet().iterator().next());
        }
        int wait = Math.min(LONGEST, FIRST << Math.min(DOUBLINGS, times - 1));
        tried.put(id, new Tried(times, clock.instant().plusSeconds(wait)));
    }
}
