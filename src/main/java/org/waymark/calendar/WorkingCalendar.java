package org.waymark.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.web.Refusal;

/** Counts in working days: Monday to Friday, without the country's public holidays and the company's closed days. */
@Service
public class WorkingCalendar {

    private static final int FURTHEST = 10_000;

    private final CalendarProperties company;
    private final Holidays holidays;

    WorkingCalendar(CalendarProperties company, Holidays holidays) {
        this.company = company;
        this.holidays = holidays;
    }

    /**
     * The working day that many working days later, or earlier when negative. No days at all is the day itself, or the
     * next working day when nobody works on it.
     */
    public LocalDate plusWorkingDays(LocalDate from, int days, @Nullable String country) {
        if (Math.abs((long) days) > FURTHEST) {
            throw Refusal.invalid("calendar.far", FURTHEST);
        }
        String observed = observed(country);
        int step = days < 0 ? -1 : 1;
        LocalDate day = from;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            left -= works(day, observed) ? 1 : 0;
        }
        while (!works(day, observed)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** How many working days lie after the first date up to and including the second; negative when it is earlier. */
    public int workingDaysBetween(LocalDate from, LocalDate to, @Nullable String country) {
        String observed = observed(country);
        if (to.isBefore(from)) {
            return -count(to, from, observed);
        }
        return count(from.plusDays(1), to.plusDays(1), observed);
    }

    public boolean isWorkingDay(LocalDate day, @Nullable String country) {
        return works(day, observed(country));
    }

    /** The last second of that day where the person lives, in UTC; what is due on a day is due then. */
    public OffsetDateTime endOfDay(LocalDate day, ZoneId zone) {
        return day.plusDays(1)
                .atStartOfDay(zone)
                .minusSeconds(1)
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    private int count(LocalDate first, LocalDate afterLast, String country) {
        return (int)
                first.datesUntil(afterLast).filter(day -> works(day, country)).count();
    }

    private boolean works(LocalDate day, String country) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !company.closedDays().contains(day)
                && (country.isEmpty() || !holidays.on(day, country));
    }

    private String observed(@Nullable String country) {
        String chosen = country == null || country.isBlank() ? company.country() : country;
        return chosen == null ? "" : chosen.strip();
    }
}
