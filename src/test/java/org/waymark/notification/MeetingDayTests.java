package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
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
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestClock;
import org.waymark.TestDatabase;
import org.waymark.calendar.Meeting;
import org.waymark.calendar.Meetings;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.Person;
import org.waymark.security.Role;
import org.waymark.web.Addresses;
import org.waymark.web.Texts;

/** The day of a meeting is the reader's: what begins at 23:00 in London is tomorrow in Berlin. */
class MeetingDayTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-10");

    private final Texts texts = mock();
    private final Meetings meetings = mock();
    private final Readers readers = mock();
    private final Notices notices = mock();
    private final TestClock clock = new TestClock("2026-03-03T10:00:00Z");
    private final EmbeddedDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private MeetingInvitations invitations;

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        when(texts.of(anyString(), any(Object[].class)))
                .thenAnswer(call -> List.of(call.getArguments()).toString());
        Person ada = new Person("ada", "Ada", "ada@example.com", Role.MEMBER, "en", "Europe/Berlin", true);
        when(readers.of("ada"))
                .thenReturn(Optional.of(new Reader(ada, "ada@example.com", MailWish.USUAL, ZonedDateTime.now(BERLIN))));
        WorkingCalendar working = mock();
        when(working.plusWorkingDays(any(), eq(-1), any()))
                .thenAnswer(call -> call.getArgument(0, LocalDate.class).minusDays(1));
        Programs programs = mock();
        Program atlas = mock();
        when(atlas.stage()).thenReturn("values");
        when(programs.get("ATLAS")).thenReturn(atlas);
        invitations = new MeetingInvitations(
                jdbc, meetings, programs, working, readers, mock(MeetingLetters.class), notices, clock);
    }

    @AfterEach
    void whatever() {
        LocaleContextHolder.resetLocaleContext();
        database.shutdown();
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

        assertThat(invitations.reminded(meeting, "ada"))
                .contains(TUESDAY.atTime(8, 0).atZone(BERLIN));
    }

    @Test
    void nobodyIsAskedForBeforeItIsNearEnoughToBeRemindedOf() {
        for (String script : List.of(
                "V20261121_2312__process_work",
                "V20261121_2335__notification_notice",
                "V20261122_2391__notification_mail",
                "V20261122_3802__notification_meeting")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        Meeting meeting = late(OffsetDateTime.parse("2026-03-10T23:00:00Z"));
        when(meetings.standing()).thenReturn(List.of(meeting.uid()));
        when(meetings.find(meeting.uid())).thenReturn(Optional.of(meeting));
        jdbc.sql("""
                        insert into calendar_meeting
                            (uid, person, program, meeting_day, moment, sequence_number, cancelled, told)
                        values (?, 'ada', 'ATLAS', ?, ?, 0, false, ?)
                        """)
                .params(meeting.uid(), TUESDAY, meeting.moment(), OffsetDateTime.parse("2026-03-01T10:00:00Z"))
                .update();
        assertThat(invitations.open()).containsExactly(meeting.uid());
        invitations.bring(meeting.uid());
        verifyNoInteractions(readers, notices);
        // the morning of the day before, where the reader lives
        clock.pass(Duration.ofDays(7));
        invitations.bring(meeting.uid());
        verify(notices)
                .give(argThat(due -> due.size() == 1 && due.get(0).person().equals("ada")));
    }
}
