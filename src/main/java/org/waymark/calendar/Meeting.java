package org.waymark.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the people of a program meet for, as their calendars know it: its number stays the same when it moves. With
 * a begin it takes minutes, without one whole days. Title and words are in the language of whoever asks.
 */
public record Meeting(
        String uid,
        String program,
        State state,
        LocalDate on,
        int days,
        @Nullable OffsetDateTime begins,
        int minutes,
        String title,
        String words,
        String path,
        List<String> people) {

    private static final String REMINDER = "MEETING:";

    /** Whether people should keep it free, it is over, or nobody comes any more. */
    public enum State {
        STANDS,
        HELD,
        OFF
    }

    public boolean stands() {
        return state == State.STANDS;
    }

    /** Its day where somebody lives: what begins late in one zone is tomorrow in another. */
    public LocalDate on(ZoneId zone) {
        return on(on, begins, zone);
    }

    /** The day, where somebody lives, of what was planned for a day or for an hour. */
    public static LocalDate on(LocalDate planned, @Nullable OffsetDateTime begins, ZoneId zone) {
        return begins == null ? planned : begins.atZoneSameInstant(zone).toLocalDate();
    }

    /** When it is: changes with the day and with the hour, and with nothing else. */
    public String moment() {
        OffsetDateTime start = begins;
        return on + (start == null ? "" : " " + start.toInstant());
    }

    /** The slot of the reminder of a meeting on this day: one a person. */
    public static String reminder(String uid, LocalDate on) {
        return REMINDER + uid + ":" + on;
    }

    /** The meeting that a reminder is about. */
    public static String reminded(String slot) {
        return slot.substring(REMINDER.length(), slot.lastIndexOf(':'));
    }

    /** The day that a reminder is about, as it was planned. */
    public static LocalDate dayOf(String slot) {
        return LocalDate.parse(slot.substring(slot.lastIndexOf(':') + 1));
    }
}
