package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestClock;
import org.waymark.calendar.Meeting;
import org.waymark.calendar.Meetings;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.program.Programs;
import org.waymark.security.Person;
import org.waymark.security.Role;
import org.waymark.web.Texts;

/** The day of a meeting is the reader's: what begins at 23:00 in London is tomorrow in Berlin. */
class MeetingDayTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-10");

    private final Texts texts = mock();
    private final Meetings meetings = mock();

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        when(texts.of(anyString(), any(Object[].class)))
                .thenAnswer(call -> List.of(call.getArguments()).toString());
    }

    @AfterEach
    void whatever() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static Meeting late(@Nullable OffsetDateTime begins) {
        return new Meeting(
                "workshop-1@waymark",
                "ATLAS",
                Meeting.State.STANDS,
                TUESDAY,
                1,
                begins,
                240,
                "ATLAS",
                "You meet",
                "/workshops/1",
                List.of("ada"));
    }

    @Test
    void lateInTheEveningInOneZoneIsTomorrowInAnother() {
        Meeting meeting = late(OffsetDateTime.parse("2026-03-10T23:00:00Z"));
        assertThat(meeting.on(ZoneId.of("UTC"))).isEqualTo(TUESDAY);
        assertThat(meeting.on(BERLIN)).isEqualTo(TUESDAY.plusDays(1));
        assertThat(late(null).on(BERLIN)).isEqualTo(TUESDAY);
    }

    @Test
    void theReminderNamesTheReadersDayAndComesTheWorkingDayBeforeIt() {
        Meeting meeting = late(OffsetDateTime.parse("2026-03-10T23:00:00Z"));
        when(meetings.find(meeting.uid())).thenReturn(Optional.of(meeting));
        Notice reminder = mock();
        when(reminder.slot()).thenReturn(Meeting.reminder(meeting.uid(), TUESDAY));
        MeetingLines lines = new MeetingLines(meetings, texts, mock(Addresses.class));
        assertThat(lines.line(reminder, BERLIN).title()).contains("Wednesday 11 March");
        assertThat(lines.line(reminder, ZoneId.of("UTC")).title()).contains("Tuesday 10 March");

        Readers readers = mock();
        Person ada = new Person("ada", "Ada", "ada@example.com", Role.MEMBER, "en", "Europe/Berlin", true);
        when(readers.of("ada"))
                .thenReturn(Optional.of(
                        new Reader(ada, "ada@example.com", MailWish.USUAL, ZonedDateTime.now(BERLIN))));
        WorkingCalendar working = mock();
        when(working.plusWorkingDays(any(), eq(-1), any()))
                .thenAnswer(call -> call.getArgument(0, LocalDate.class).minusDays(1));
        MeetingInvitations invitations = new MeetingInvitations(
                mock(JdbcClient.class),
                meetings,
                mock(Programs.class),
                working,
                readers,
                mock(MeetingLetters.class),
                mock(Notices.class),
                new TestClock("2026-03-03T10:00:00Z"));
        assertThat(invitations.reminded(meeting, "ada"))
                .contains(TUESDAY.atTime(8, 0).atZone(BERLIN));
    }
}
