package org.waymark.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Looks less than half an hour apart are one visit. */
class VisitTests {

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-11-25T10:00:00Z");

    @Test
    void lookingOnDoesNotMakeNewsOld() {
        Visits.Visit visit = new Visits.Visit(FIRST, null).at(FIRST.plusDays(2));
        assertThat(visit.beforeAt()).isEqualTo(FIRST);
        Visits.Visit onward = visit.at(FIRST.plusDays(2).plusMinutes(30));
        assertThat(onward.beforeAt()).isEqualTo(FIRST);
        assertThat(onward.seenAt()).isEqualTo(FIRST.plusDays(2).plusMinutes(30));
        assertThat(onward.at(onward.seenAt().plusMinutes(31)).beforeAt()).isEqualTo(onward.seenAt());
    }
}
