package org.waymark.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a session is, wherever somebody reads of it. */
class SessionTests {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-10");

    private static Session session(@Nullable OffsetDateTime begins) {
        OffsetDateTime made = OffsetDateTime.parse("2026-03-01T10:00:00Z");
        return new Session(1, "ATLAS", Format.HALF, TUESDAY, begins, "ada", "PLANNED", 0, null, "max", made, null);
    }

    @Test
    void itsDayIsTheReaders() {
        Session late = session(OffsetDateTime.parse("2026-03-10T23:00:00Z"));
        assertThat(late.on(ZoneId.of("UTC"))).isEqualTo(TUESDAY);
        assertThat(late.on(ZoneId.of("Europe/Berlin"))).isEqualTo(TUESDAY.plusDays(1));
        assertThat(session(null).on(ZoneId.of("Europe/Berlin"))).isEqualTo(TUESDAY);
    }
}
