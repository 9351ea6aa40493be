package org.waymark.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One clock for the house: the engine's own, so that timers and due dates never disagree. It reads UTC, and so does every
 * moment taken from it: what is stored is the same on every database.
 */
@Configuration
class EngineClock {

    /** How much earlier the running thread lives; only the demo sets it, see {@link Past}. */
    static final ThreadLocal<Duration> SHIFT = ThreadLocal.withInitial(() -> Duration.ZERO);

    @Bean
    Clock clock() {
        return new Reading(ZoneOffset.UTC);
    }

    private static final class Reading extends Clock {

        private final ZoneId zone;

        Reading(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Reading(other);
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant().plus(SHIFT.get());
        }
    }
}
