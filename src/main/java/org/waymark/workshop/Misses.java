package org.waymark.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often somebody has knocked with something that opens nothing: 30 times in ten minutes, then nobody looks. */
@Component
class Misses {

    static final int MOST = 30;
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int REMEMBERED_AT_MOST = 10_000;

    private record Missed(int times, Instant since) {}

    private final Map<String, Missed> missed = new LinkedHashMap<>();
    private final Clock clock;

    Misses(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean tooMany(String from) {
        forget(from);
        Missed known = missed.get(from);
        return known != null && known.times() >= MOST;
    }

    synchronized void one(String from) {
        forget(from);
        Missed known = missed.remove(from);
        if (missed.size() >= REMEMBERED_AT_MOST) {
            missed.remove(missed.keySet().iterator().next());
        }
        missed.put(from, known == null ? new Missed(1, clock.instant()) : new Missed(known.times() + 1, known.since()));
    }

    private void forget(String from) {
        Missed known = missed.get(from);
        if (known != null && !known.since().plus(WINDOW).isAfter(clock.instant())) {
            missed.remove(from);
        }
    }
}
