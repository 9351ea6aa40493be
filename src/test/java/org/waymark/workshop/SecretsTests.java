package org.waymark.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.TestClock;

/** What opens a ballot is long, never the same, easy to type, and slow to guess. */
class SecretsTests {

    @Test
    void codesAreReadAsTheyAreMeantAndDifferFromRoomToRoom() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String code = Secrets.code();
            assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
            assertThat(seen.add(code)).isTrue();
            assertThat(seen.add(Secrets.token())).isTrue();
        }
        assertThat(Secrets.hash(7, " o1lk2-abcde ")).isEqualTo(Secrets.hash(7, "011K2ABCDE"));
        assertThat(Secrets.hash(7, "011K2ABCDE")).isNotEqualTo(Secrets.hash(8, "011K2ABCDE"));
    }

    @Test
    void whoeverGuessesIsNotHeardUntilTenMinutesAreOver() {
        TestClock clock = new TestClock("2026-11-22T09:00:00Z");
        Misses misses = new Misses(clock);
        for (int i = 0; i < Misses.MOST; i++) {
            assertThat(misses.tooMany("here")).isFalse();
            misses.one("here");
        }
        assertThat(misses.tooMany("here")).isTrue();
        assertThat(misses.tooMany("there")).isFalse();
        clock.pass(Misses.WINDOW.minusSeconds(1));
        assertThat(misses.tooMany("here")).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(misses.tooMany("here")).isFalse();
        misses.one("here");
        assertThat(misses.tooMany("here")).isFalse();
    }
}
