package org.waymark.notification;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** Writes days as calendars understand them (RFC 5545): whole days that block nobody's time, and meetings that do. */
final class CalendarText {

    /** One day worth knowing, or several, or some of its minutes: its number stays the same when it moves. */
    record Day(
            String uid,
            LocalDate on,
            int days,
            @Nullable OffsetDateTime begins,
            int minutes,
            String title,
            String words,
            String link,
            int sequence) {

        Day(String uid, LocalDate on, String title, String words, String link, int sequence) {
            this(uid, on, 1, null, 0, title, words, link, sequence);
        }
    }

    private CalendarText() {}

    /** Everything of one person, for a calendar that asks again by itself. */
    static String feed(List<Day> days, Instant now) {
        Calendar calendar = calendar();
        calendar.add(ImmutableMethod.PUBLISH);
        days.forEach(day -> calendar.add(event(day, now)));
        return calendar.toString();
    }

    /** An invitation, its update (a higher sequence under the same number) or its end. */
    static String invitation(Day day, String from, String to, boolean cancelled, Instant now) {
        Calendar calendar = calendar();
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        VEvent event = event(day, now);
        event.add(new Organizer(URI.create("mailto:" + from)));
        event.add(new Attendee(URI.create("mailto:" + to)));
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        calendar.add(event);
        return calendar.toString();
    }

    private static Calendar calendar() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Waymark//Waymark//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        return calendar;
    }

    private static VEvent event(Day day, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new DtStamp(now));
        OffsetDateTime begins = day.begins();
        if (begins != null) {
            event.add(new DtStart<>(begins.toInstant()));
            event.add(new DtEnd<>(begins.plusMinutes(day.minutes()).toInstant()));
        } else {
            event.add(new DtStart<>(day.on()));
            if (day.days() > 1) {
                event.add(new DtEnd<>(day.on().plusDays(day.days())));
            }
        }
        event.add(new Summary(day.title()));
        event.add(new Uid(day.uid()));
        event.add(new Sequence(day.sequence()));
        event.add(new Description(day.words()));
        event.add(new Url(URI.create(day.link())));
        event.add(begins == null ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        return event;
    }
}
