package org.waymark.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Coming gates on a line of ninety days: each where its day is, what is over at the edge, months that fill it. */
class AheadLinesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void everyProgramHasOneLineWithItsGatesWhereTheirDaysAre() {
        AheadLines ahead = AheadLines.of(
                TODAY,
                90,
                List.of(
                        gate("PALM", TODAY.minusDays(40), true, 28),
                        gate("CEDAR", TODAY.plusDays(9), true, 0),
                        gate("PALM", TODAY.plusDays(12), false, 0)));
        assertThat(ahead.lines()).extracting(AheadLines.Line::code).containsExactly("PALM", "CEDAR");
        assertThat(ahead.marks(ahead.lines().get(0))).isEqualTo("0:LATE,12:AHEAD");
        assertThat(ahead.marks(ahead.lines().get(1))).isEqualTo("9:NEXT");
        assertThat(ahead.borders()).isEqualTo("9,40,71");
    }

    @Property
    void monthsFollowEachOtherAndFillTheLine(@ForAll @IntRange(min = 0, max = 3000) int day) {
        List<AheadLines.Month> months =
                AheadLines.of(TODAY.plusDays(day), 90, List.of()).months();
        assertThat(months).hasSizeBetween(3, 5);
        assertThat(months.stream().mapToLong(AheadLines.Month::percent).sum())
                .as("rounded down, month by month")
                .isBetween(95L, 100L);
        assertThat(months.get(0).day()).isEqualTo(TODAY.plusDays(day));
        assertThat(months.stream().skip(1)).allMatch(month -> month.day().getDayOfMonth() == 1);
    }

    private static GateCalendar.Gate gate(String code, LocalDate day, boolean next, int slip) {
        return new GateCalendar.Gate(code, code, "roi", day, next, false, slip);
    }
}
