package org.waymark.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.calendar.Meeting;
import org.waymark.calendar.Meetings;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** What a person is written about a meeting, with the entry for their calendar. */
@Component
class MeetingLetters {

    static final String INVITED = "invited";
    static final String MOVED = "moved";

    /** It takes place, but not with this person any more. */
    static final String LEFT = "left";

    static final String OFF = "off";

    private final Meetings meetings;
    private final Calendars calendars;
    private final Readers readers;
    private final Letters letters;
    private final Outbox outbox;
    private final Texts texts;
    private final String from;
    private final Clock clock;

    MeetingLetters(
            Meetings meetings,
            Calendars calendars,
            Readers readers,
            Letters letters,
            Outbox outbox,
            Texts texts,
            @Value("${waymark.mail.from:waymark@localhost}") String from,
            Clock clock) {
        this.meetings = meetings;
        this.calendars = calendars;
        this.readers = readers;
        this.letters = letters;
        this.outbox = outbox;
        this.texts = texts;
        this.from = from;
        this.clock = clock;
    }

    /** In the reader's language, in which the meeting is asked for anew; false while the reader rests. */
    boolean write(String uid, String id, int sequence, String what) {
        Reader reader = readers.of(id).orElse(null);
        if (reader == null || !readers.awake(reader)) {
            return false;
        }
        boolean over = isOver(what);
        reader.spokenTo(() -> {
            Meeting meeting = meetings.find(uid).orElseThrow();
            CalendarText.Day entry = calendars.meeting(meeting, sequence);
            String calendar = CalendarText.invitation(entry, from, reader.address(), over, clock.instant());
            outbox.put(reader, letter(meeting, entry, reader, what), calendar, false);
        });
        return true;
    }

    private Letter letter(Meeting meeting, CalendarText.Day entry, Reader reader, String what) {
        String subject = switch (what) {
            case MOVED -> texts.of("notification.calendar.moved", meeting.title(), when(meeting, reader));
            case OFF -> texts.of("notification.calendar.ended", meeting.title(), when(meeting, reader));
            case LEFT -> texts.of("notification.meeting.left", meeting.title(), when(meeting, reader));
            default -> texts.of("notification.calendar.invited", meeting.title(), when(meeting, reader));
        };
        return letters.about(
                reader.person(),
                subject,
                texts.of("notification.calendar.heading"),
                List.of(new Letter.Line(
                        subject,
                        List.of(isOver(what) ? texts.of("notification.meeting.free") : meeting.words()),
                        entry.link(),
                        texts.of("notification.look"),
                        null)));
    }

    private static String when(Meeting meeting, Reader reader) {
        OffsetDateTime begins = meeting.begins();
        return begins == null
                ? Dates.here().fullDate(meeting.on())
                : Dates.here().weekdayTime(begins.atZoneSameInstant(reader.now().getZone()));
    }

    private static boolean isOver(String what) {
        return what.equals(LEFT) || what.equals(OFF);
    }
}
