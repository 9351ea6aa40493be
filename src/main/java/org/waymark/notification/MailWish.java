package org.waymark.notification;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a person wishes to be written to: at once or on chosen weekdays, never before the morning hour nor from the
 * evening hour on (both in their own zone, 0 to 24), and whether decisions they may take are announced at all.
 */
public record MailWish(boolean digest, Set<DayOfWeek> weekdays, int morning, int evening, boolean decisions) {

    static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    static final MailWish USUAL = new MailWish(false, WORKING, 7, 19, true);

    /** Whether the hour is one in which this person may be disturbed. */
    boolean awake(ZonedDateTime now) {
        return now.getHour() >= morning && now.getHour() < evening;
    }

    /** The next moment at which everything that could wait is written in one mail; now when there is nothing to wait for. */
    ZonedDateTime nextDigest(ZonedDateTime now) {
        ZonedDateTime morningOf = now.with(LocalTime.of(morning, 0));
        ZonedDateTime at = now.isBefore(morningOf) ? morningOf : morningOf.plusDays(1);
        while (!weekdays.contains(at.getDayOfWeek())) {
            at = at.plusDays(1);
        }
        return at;
    }
}
