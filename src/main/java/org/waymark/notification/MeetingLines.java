package org.waymark.notification;

import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.calendar.Meeting;
import org.waymark.calendar.Meetings;
import org.waymark.web.Addresses;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** Reminds of a meeting on the working day before: what it is, and what to do until then. */
@Component
class MeetingLines {

    private final Meetings meetings;
    private final Texts texts;
    private final Addresses addresses;

    MeetingLines(Meetings meetings, Texts texts, Addresses addresses) {
        this.meetings = meetings;
        this.texts = texts;
        this.addresses = addresses;
    }

    Letter.Line line(Notice notice, ZoneId zone) {
        Meeting meeting = meetings.find(Meeting.reminded(notice.slot())).orElseThrow();
        String day = Dates.here().longWeekday(meeting.on(zone));
        return new Letter.Line(
                texts.of("notification.calendar.invited", meeting.title(), day),
                List.of(meeting.words(), texts.of("notification.meeting.before")),
                addresses.of(meeting.path()),
                texts.of("notification.look"),
                null);
    }
}
