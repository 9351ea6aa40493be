package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A decision names everybody who made it, one by one. */
class DecisionsTests {

    @Test
    void aPanelsDecisionNamesEachOfThem() {
        assertThat(by("sponsor,finance").deciders()).containsExactly("sponsor", "finance");
        assertThat(by("sponsor").deciders()).containsExactly("sponsor");
        assertThat(by(null).deciders()).isEmpty();
    }

    private static Decisions.Decided by(@Nullable String stored) {
        return new Decisions.Decided(
                "roi", 1, 1, Decision.GO, null, stored, OffsetDateTime.parse("2026-11-02T08:00:00Z"));
    }
}
