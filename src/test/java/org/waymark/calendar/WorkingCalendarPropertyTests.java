package org.waymark.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class WorkingCalendarPropertyTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendarTests.calendar(null, LocalDate.of(2027, 12, 24));

    @Property(tries = 300)
    void nothingIsEverDueOnADayOff(
            @ForAll @DateRange(min = "2024-01-01", max = "2035-12-31") LocalDate from,
            @ForAll @IntRange(min = -60, max = 60) int days,
            @ForAll("countries") String country) {
        LocalDate due = CALENDAR.plusWorkingDays(from, days, country);

        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(CALENDAR.isWorkingDay(due, country)).isTrue();
        assertThat(due).isNotEqualTo("2027-12-24");
    }

    @Property(tries = 300)
    void countingBackGivesTheDaysCountedForward(
            @ForAll @DateRange(min = "2024-01-01", max = "2035-12-31") LocalDate from,
            @ForAll @IntRange(min = -60, max = 60) int days,
            @ForAll("countries") String country) {
        if (days == 0) {
            return; // no days from a day off is the next working day
        }
        assertThat(CALENDAR.workingDaysBetween(from, CALENDAR.plusWorkingDays(from, days, country), country))
                .isEqualTo(days);
    }

    @Property(tries = 200)
    void twoStepsAreOneStep(
            @ForAll @DateRange(min = "2024-01-01", max = "2035-12-31") LocalDate from,
            @ForAll @IntRange(min = 1, max = 30) int first,
            @ForAll @IntRange(min = 1, max = 30) int then) {
        assertThat(CALENDAR.plusWorkingDays(CALENDAR.plusWorkingDays(from, first, "DE"), then, "DE"))
                .isEqualTo(CALENDAR.plusWorkingDays(from, first + then, "DE"));
    }

    @Property(tries = 300)
    void aDayEndsBeforeTheNextBegins(
            @ForAll @DateRange(min = "1990-01-01", max = "2035-12-31") LocalDate day, @ForAll("zones") ZoneId zone) {
        assertThat(CALENDAR.endOfDay(day, zone).toInstant())
                .isEqualTo(day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
        assertThat(CALENDAR.endOfDay(day, zone).atZoneSameInstant(zone).toLocalDate())
                .isBeforeOrEqualTo(day);
    }

    @Provide
    Arbitrary<String> countries() {
        return Arbitraries.of("", "DE", "DE-BY", "US", "TR", "GB", "FR", "JP");
    }

    /** Where people live: without the zones that the calendar library adds to the machine's own for its files. */
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> !id.startsWith("ical4j"))
                        .sorted()
                        .toList())
                .map(ZoneId::of);
    }
}
