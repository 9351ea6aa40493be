package org.waymark.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.Meeting;
import org.waymark.calendar.Meetings;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.NoticeDue;
import org.waymark.program.Programs;

/**
 * Invites whoever comes to a meeting and keeps their calendars in step with it: moved, it is the same entry on its new
 * day; called off, the entry ends. On the morning of the working day before, everybody is reminded.
 */
@Component
class MeetingInvitations {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final String TASK = "workshop";

    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final Programs programs;
    private final WorkingCalendar working;
    private final Readers readers;
    private final MeetingLetters letters;
    private final Notices notices;
    private final Clock clock;

    MeetingInvitations(
            JdbcClient jdbc,
            Meetings meetings,
            Programs programs,
            WorkingCalendar working,
            Readers readers,
            MeetingLetters letters,
            Notices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.programs = programs;
        this.working = working;
        this.readers = readers;
        this.letters = letters;
        this.notices = notices;
        this.clock = clock;
    }

    private record Sent(
            String uid,
            String person,
            LocalDate meetingDay,
            String moment,
            int sequenceNumber,
            boolean cancelled,
            OffsetDateTime told) {}

    /** The meetings somebody may have to hear about: those that stand, and those that stood when we last wrote. */
    @Transactional(readOnly = true)
    public Set<String> open() {
        Set<String> open = new LinkedHashSet<>(meetings.standing());
        open.addAll(jdbc.sql(
                        "select distinct uid from calendar_meeting where cancelled = false and meeting_day >= :yesterday")
                .param("yesterday", LocalDate.now(clock).minusDays(1))
                .query(String.class)
                .list());
        return open;
    }

    /** Brings everybody's calendar up to what is planned for one meeting, whoever is awake now, and reminds of it. */
    @Transactional
    public void bring(String uid) {
        Meeting meeting = meetings.find(uid).orElse(null);
        if (meeting == null) {
            return;
        }
        List<Sent> sent = sent(uid);
        if (meeting.stands()) {
            meeting.people().forEach(person -> invite(meeting, person, before(sent, person)));
            remind(meeting, sent);
        }
        for (Sent one : sent) {
            boolean still = meeting.stands() && meeting.people().contains(one.person());
            if (!still && !one.cancelled() && !isOver(meeting)) {
                end(meeting, one);
            }
        }
    }

    /** When each person is reminded of a meeting: on the morning of the working day before, where they are. */
    Optional<ZonedDateTime> reminded(Meeting meeting, String person) {
        return readers.of(person)
                .map(reader -> reader.now().getZone())
                .map(zone -> working.plusWorkingDays(meeting.on(zone), -1, null)
                        .atTime(MORNING)
                        .atZone(zone));
    }

    private boolean isOver(Meeting meeting) {
        LocalDate today = LocalDate.now(clock);
        LocalDate on = meeting.on(clock.getZone());
        return meeting.state() == Meeting.State.HELD ? !on.isAfter(today) : on.isBefore(today);
    }

    private void invite(Meeting meeting, String person, @Nullable Sent before) {
        boolean free = before == null || before.cancelled();
        if (before != null && !free && before.moment().equals(meeting.moment())) {
            return;
        }
        int sequence = before == null ? 0 : before.sequenceNumber() + 1;
        if (letters.write(meeting.uid(), person, sequence, free ? MeetingLetters.INVITED : MeetingLetters.MOVED)) {
            keep(meeting, person, sequence, before != null);
        }
    }

    private void end(Meeting meeting, Sent one) {
        String what = meeting.stands() ? MeetingLetters.LEFT : MeetingLetters.OFF;
        if (letters.write(meeting.uid(), one.person(), one.sequenceNumber() + 1, what)) {
            int ended = jdbc.sql("""
                            update calendar_meeting set cancelled = true, sequence_number = sequence_number + 1
                            where uid = :uid and person = :person and sequence_number = :before and cancelled = false
                            """)
                    .param("uid", one.uid())
                    .param("person", one.person())
                    .param("before", one.sequenceNumber())
                    .update();
            CalendarMails.mustBeFirst(ended, one.uid());
        }
    }

    /** Whoever was invited only today, or has not heard yet of the new day, needs no reminder. */
    private void remind(Meeting meeting, List<Sent> sent) {
        if (isFar(meeting)) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<NoticeDue> due = new ArrayList<>();
        for (Sent one : sent) {
            if (one.cancelled() || !one.moment().equals(meeting.moment())) {
                continue;
            }
            ZonedDateTime at = reminded(meeting, one.person()).orElse(null);
            if (at == null) {
                continue;
            }
            ZoneId zone = at.getZone();
            LocalDate today = now.atZoneSameInstant(zone).toLocalDate();
            boolean invitedToday =
                    !one.told().atZoneSameInstant(zone).toLocalDate().isBefore(today);
            if (!at.toOffsetDateTime().isAfter(now) && !today.isAfter(meeting.on(zone)) && !invitedToday) {
                due.add(new NoticeDue(
                        meeting.program(),
                        programs.get(meeting.program()).stage(),
                        TASK,
                        one.person(),
                        Meeting.reminder(meeting.uid(), meeting.on()),
                        Notice.MEETING,
                        null,
                        null));
            }
        }
        notices.give(due);
    }

    /** So far away that nobody is reminded yet, wherever they live. */
    private boolean isFar(Meeting meeting) {
        LocalDate first = working.plusWorkingDays(meeting.on().minusDays(1), -1, null);
        return first.isAfter(LocalDate.now(clock).plusDays(1));
    }

    private List<Sent> sent(String uid) {
        return jdbc.sql("""
                        select uid, person, meeting_day, moment, sequence_number, cancelled, told from calendar_meeting
                        where uid = :uid
                        """).param("uid", uid).query(Sent.class).list();
    }

    private static @Nullable Sent before(List<Sent> sent, String person) {
        return sent.stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElse(null);
    }

    private void keep(Meeting meeting, String person, int sequence, boolean known) {
        String sql = known ? """
                  update calendar_meeting set meeting_day = :day, moment = :moment, sequence_number = :sequence,
                      cancelled = false, told = :now
                  where uid = :uid and person = :person and sequence_number = :before
                  """ : """
                  insert into calendar_meeting
                      (uid, person, program, meeting_day, moment, sequence_number, cancelled, told)
                  values (:uid, :person, :program, :day, :moment, :sequence, false, :now)
                  """;
        int kept = jdbc.sql(sql)
                .param("uid", meeting.uid())
                .param("person", person)
                .param("program", meeting.program())
                .param("day", meeting.on())
                .param("moment", meeting.moment())
                .param("sequence", sequence)
                .param("before", sequence - 1)
                .param("now", OffsetDateTime.now(clock))
                .update();
        CalendarMails.mustBeFirst(kept, meeting.uid());
    }
}
