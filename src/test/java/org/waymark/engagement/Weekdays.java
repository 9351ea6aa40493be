package org.waymark.engagement;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.waymark.calendar.WorkingCalendar;

/** A calendar without holidays: Monday to Friday. */
final class Weekdays {

    private Weekdays() {}

    static WorkingCalendar calendar() {
        WorkingCalendar calendar = mock(WorkingCalendar.class);
        when(calendar.workingDaysBetween(any(), any(), any())).thenAnswer(call -> {
            LocalDate from = call.getArgument(0);
            LocalDate to = call.getArgument(1);
            return (int) from.plusDays(1)
                    .datesUntil(to.plusDays(1))
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                    .count();
        });
        return calendar;
    }
}
