package org.waymark.notification;

import java.time.OffsetDateTime;
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
    private final CalendarMails mails;
    private final Texts texts;

    MeetingLetters(Meetings meetings, Calendars calendars, CalendarMails mails, Texts texts) {
        this.meetings = meetings;
        this.calendars = calendars;
        this.mails = mails;
        this.texts = texts;
    }

    /** In the reader's language, in which the meeting is asked for anew; false while the reader rests. */
    boolean write(String uid, String id, int sequence, String what) {
        boolean over = what.equals(LEFT) || what.equals(OFF);
        return mails.write(id, wish -> true, over, reader -> {
            Meeting meeting = meetings.find(uid).orElseThrow();
            return new CalendarMails.Said(
                    calendars.meeting(meeting, sequence),
                    subject(meeting, reader, what),
                    over ? texts.of("notification.meeting.free") : meeting.words());
        });
    }

    private String subject(Meeting meeting, Reader reader, String what) {
        String when = when(meeting, reader);
        return switch (what) {
            case MOVED -> texts.of("notification.calendar.moved", meeting.title(), when);
            case OFF -> texts.of("notification.calendar.ended", meeting.title(), when);
            case LEFT -> texts.of("notification.meeting.left", meeting.title(), when);
            default -> texts.of("notification.calendar.invited", meeting.title(), when);
        };
    }

    private static String when(Meeting meeting, Reader reader) {
        OffsetDateTime begins = meeting.begins();
        return begins == null
                ? Dates.here().fullDate(meeting.on())
                : Dates.here().weekdayTime(begins.atZoneSameInstant(reader.now().getZone()));
    }
}
