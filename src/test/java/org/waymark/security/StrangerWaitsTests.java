package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waymark.TestClock;

/** A name nobody has waits after wrong passwords as one that somebody has. */
class StrangerWaitsTests {

    private final TestClock clock = new TestClock("2026-11-22T09:00:00Z");
    private final StrangerWaits waits = new StrangerWaits(clock);

    @Test
    void theWaitDoublesUpToAMinuteAndIsOverWhenItIsOver() {
        assertThat(waits.seconds("nobody")).isZero();
        for (int wait : new int[] {3, 6, 12, 24, 48, 60, 60}) {
            waits.wrong("nobody");
            assertThat(waits.seconds("nobody")).isBetween(wait, wait + 1);
            clock.pass(Duration.ofSeconds(wait + 1));
            assertThat(waits.seconds("nobody")).isZero();
        }
        assertThat(waits.seconds("somebody-else")).isZero();
    }

    @Test
    void anAttemptWhileWaitingCountsForNothing() {
        waits.wrong("nobody");
        waits.wrong("nobody");
        clock.pass(Duration.ofSeconds(4));
        assertThat(waits.seconds("nobody")).isZero();
    }
}
