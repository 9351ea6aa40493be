package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A name nobody has waits after wrong passwords as one that somebody has. */
class StrangerWaitsTests {

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final StrangerWaits waits = new StrangerWaits(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void theWaitDoublesUpToAMinuteAndIsOverWhenItIsOver() {
        assertThat(waits.seconds("nobody")).isZero();
        for (int wait : new int[] {3, 6, 12, 24, 48, 60, 60}) {
            waits.wrong("nobody");
            assertThat(waits.seconds("nobody")).isBetween(wait, wait + 1);
            now = now.plusSeconds(wait + 1);
            assertThat(waits.seconds("nobody")).isZero();
        }
        assertThat(waits.seconds("somebody-else")).isZero();
    }

    @Test
    void anAttemptWhileWaitingCountsForNothing() {
        waits.wrong("nobody");
        waits.wrong("nobody");
        now = now.plusSeconds(4);
        assertThat(waits.seconds("nobody")).isZero();
    }
}
