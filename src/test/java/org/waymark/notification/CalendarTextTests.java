package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calendars as other programs read them. */
class CalendarTextTests {

    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

    private static CalendarText.Day day(int sequence) {
        return new CalendarText.Day(
                "gate-ATLAS-values@waymark",
                LocalDate.of(2026, 3, 13),
                "ATLAS · gate “Values”; with a comma, and a\nline",
                "For “Answer everyone”.",
                "https://waymark.example.com/programs/ATLAS/gates/values",
                sequence);
    }

    @Test
    void aFeedIsReadBackAsItWasWritten() throws Exception {
        Calendar read = new CalendarBuilder().build(new StringReader(CalendarText.feed(List.of(day(0)), NOW)));
        read.validate();
        assertThat(read.getComponents()).hasSize(1);
        assertThat(read.toString())
                .contains("DTSTART;VALUE=DATE:20260313", "UID:gate-ATLAS-values@waymark", "TRANSP:TRANSPARENT");
    }

    @Test
    void anInvitationAnUpdateAndAnEndShareTheirNumber() {
        String first = CalendarText.invitation(day(0), "waymark@example.com", "ada@example.com", false, NOW);
        String moved = CalendarText.invitation(day(1), "waymark@example.com", "ada@example.com", false, NOW);
        String ended = CalendarText.invitation(day(2), "waymark@example.com", "ada@example.com", true, NOW);
        assertThat(first).contains("METHOD:REQUEST", "SEQUENCE:0", "ORGANIZER:mailto:waymark@example.com");
        assertThat(moved).contains("METHOD:REQUEST", "SEQUENCE:1", "UID:gate-ATLAS-values@waymark");
        assertThat(ended).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED", "UID:gate-ATLAS-values@waymark");
    }

    @Test
    void aMeetingTakesItsMinutesAndTwoDaysTakeBoth() throws Exception {
        OffsetDateTime nine = OffsetDateTime.parse("2026-03-13T09:00:00+01:00");
        String half = CalendarText.feed(List.of(meeting(1, nine)), NOW);
        new CalendarBuilder().build(new StringReader(half)).validate();
        assertThat(half).contains("DTSTART:20260313T080000Z", "DTEND:20260313T120000Z", "TRANSP:OPAQUE");
        String two = CalendarText.feed(List.of(meeting(2, null)), NOW);
        new CalendarBuilder().build(new StringReader(two)).validate();
        assertThat(two).contains("DTSTART;VALUE=DATE:20260313", "DTEND;VALUE=DATE:20260315", "TRANSP:TRANSPARENT");
    }

    private static CalendarText.Day meeting(int days, @Nullable OffsetDateTime begins) {
        return new CalendarText.Day(
                "workshop-7@waymark",
                LocalDate.of(2026, 3, 13),
                days,
                begins,
                240,
                "ATLAS · working session",
                "The team meets.",
                "https://waymark.example.com/workshops/7/invitation",
                0);
    }

    @Test
    void noTextBreaksOutOfItsLine() {
        String written = CalendarText.feed(List.of(day(0)), NOW);
        assertThat(written.lines()).noneMatch(line -> line.startsWith("line"));
    }
}
