package org.waymark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.web.Refusal;

class WorkingCalendarTests {

    private final WorkingCalendar calendar = calendar(null);

    static WorkingCalendar calendar(String country, LocalDate... closed) {
        return new WorkingCalendar(new CalendarProperties(country, Set.of(closed)), new Holidays());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 1, , 2026-11-23", // a Friday
        "2026-11-20, 5, , 2026-11-27",
        "2026-11-21, 0, , 2026-11-23", // a Saturday
        "2026-11-20, 0, , 2026-11-20",
        "2026-11-23, -1, , 2026-11-20",
        "2026-11-22, -1, , 2026-11-20", // a Sunday
        "2026-12-24, 1, DE, 2026-12-28", // Christmas on Friday and Saturday
        "2026-12-24, 1, , 2026-12-25",
        "2026-11-25, 1, US, 2026-11-27", // Thanksgiving
        "2026-06-03, 1, DE-BY, 2026-06-05", // Corpus Christi in Bavaria
        "2026-06-03, 1, DE-BE, 2026-06-04", // and not in Berlin
        "2028-02-28, 1, , 2028-02-29", // leap day
        "2027-02-26, 1, , 2027-03-01",
        "2028-02-29, 1, , 2028-03-01"
    })
    void countsWorkingDays(LocalDate from, int days, String country, LocalDate expected) {
        assertThat(calendar.plusWorkingDays(from, days, country)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20, 0",
        "2026-11-20, 2026-11-22, 0",
        "2026-11-20, 2026-11-23, 1",
        "2026-11-23, 2026-11-20, -1",
        "2026-11-16, 2026-11-30, 10"
    })
    void countsBetweenDates(LocalDate from, LocalDate to, int expected) {
        assertThat(calendar.workingDaysBetween(from, to, null)).isEqualTo(expected);
    }

    @Test
    void theCompanysCountryCountsUnlessSaidOtherwise() {
        WorkingCalendar german = calendar("DE");
        LocalDate christmasEve = LocalDate.of(2026, 12, 24);

        assertThat(german.plusWorkingDays(christmasEve, 1, null)).isEqualTo("2026-12-28");
        assertThat(german.plusWorkingDays(christmasEve, 1, "")).isEqualTo("2026-12-28");
        assertThat(german.plusWorkingDays(christmasEve, 1, "FR")).isEqualTo("2026-12-28");
        assertThat(german.plusWorkingDays(LocalDate.of(2026, 7, 13), 1, "fr")).isEqualTo("2026-07-15");
    }

    @Test
    void theCompanyMayCloseOnDaysOfItsOwn() {
        WorkingCalendar closing = calendar("DE", LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31));

        assertThat(closing.plusWorkingDays(LocalDate.of(2026, 12, 23), 1, null)).isEqualTo("2026-12-28");
        assertThat(closing.isWorkingDay(LocalDate.of(2026, 12, 31), null)).isFalse();
    }

    @Test
    void anUnknownCountryIsRefused() {
        for (String country : new String[] {"XX", "Germany", "DE-ZZ", "../..", "${7*7}"}) {
            assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 11, 20), 1, country))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(422));
        }
    }

    @Test
    void endlessCountingIsRefused() {
        assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 11, 20), Integer.MIN_VALUE, null))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, Europe/Berlin, 2026-11-23T22:59:59Z",
        "2026-07-01, Europe/Berlin, 2026-07-01T21:59:59Z",
        "2026-03-28, Europe/Berlin, 2026-03-28T22:59:59Z", // the night the clocks go forward
        "2026-03-29, Europe/Berlin, 2026-03-29T21:59:59Z",
        "2026-10-24, Europe/Berlin, 2026-10-24T21:59:59Z", // the night they go back
        "2026-10-25, Europe/Berlin, 2026-10-25T22:59:59Z",
        "2018-11-03, America/Sao_Paulo, 2018-11-04T02:59:59Z", // midnight itself was skipped
        "2028-02-29, Asia/Kolkata, 2028-02-29T18:29:59Z",
        "2026-11-23, Pacific/Kiritimati, 2026-11-23T09:59:59Z",
        "2026-11-23, UTC, 2026-11-23T23:59:59Z"
    })
    void aDayEndsWhereThePersonLives(LocalDate day, String zone, OffsetDateTime expected) {
        assertThat(calendar.endOfDay(day, ZoneId.of(zone))).isEqualTo(expected);
    }
}
