package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.notification.MailWish;
import org.waymark.notification.MailWishes;
import org.waymark.program.Launch;
import org.waymark.program.Program;
import org.waymark.stakeholder.Deputies;

/**
 * A program with ten people through a quarter, letter by letter, and then a portfolio to the end of thirty months: each
 * mailbox holds what a considerate colleague would have sent, no more.
 */
class MailboxIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final LocalDate QUARTER_ENDS = LocalDate.of(2027, 5, 31);
    private static final LocalDate LAST = LocalDate.of(2029, 8, 31);
    private static final List<LocalTime> MOMENTS =
            moments("00:00 05:10 06:10 07:10 08:10 09:10 12:10 14:10 14:20 20:00 22:10 23:10");
    private static final List<LocalTime> FEW = moments("08:10 13:10");

    private static PostYear year;
    private static String quarter = "";

    @BeforeAll
    static void aQuarter() {
        year = new PostYear("mailboxes");
        PostYear.at(ZonedDateTime.of(2027, 3, 1, 9, 30, 0, 0, BERLIN));
        tenPeople(year);
        launch("ATLAS");
        year.bean(Deputies.class)
                .name("ATLAS", "sponsor", "legal", null, LocalDate.of(2027, 4, 5), LocalDate.of(2027, 4, 23));
        year.days(FIRST, QUARTER_ENDS, day -> weekend(day) ? FEW : MOMENTS);
        quarter = year.mailboxes();
        year.days(QUARTER_ENDS.plusDays(1), LocalDate.of(2027, 9, 30), MailboxIT::once);
        launch("BOREAL");
        year.days(LocalDate.of(2027, 10, 1), LocalDate.of(2028, 2, 6), MailboxIT::once);
        launch("CORAL");
        year.days(LocalDate.of(2028, 2, 7), LAST, MailboxIT::once);
    }

    private static void launch(String code) {
        year.launch(
                code,
                new Story(code, FIRST, "service"),
                List.of(
                        new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                        new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD"),
                        new Launch.Seat("sales", "FN-SAL", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                        new Launch.Seat("marketing", "FN-MKT", "LEADERSHIP", "FUNCTION_LEAD"),
                        new Launch.Seat("hr", "FN-HR", "LEADERSHIP", "FUNCTION_LEAD")));
    }

    /** One moment a working day, in turn one for the east and one for the west. */
    private static List<LocalTime> once(LocalDate day) {
        boolean west = day.getDayOfWeek().getValue() % 2 == 0;
        return weekend(day) ? List.of() : List.of(FEW.get(west ? 1 : 0));
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static List<LocalTime> moments(String all) {
        return Arrays.stream(all.split(" ")).map(LocalTime::parse).toList();
    }

    private static void tenPeople(PostYear year) {
        year.person("manager", "Mona Manager", "MANAGER", "Europe/Berlin", year.after(1, 11));
        year.person("sponsor", "Simone Sponsor", "MEMBER", "Europe/Berlin", year.after(2, 14));
        year.person("finance", "Felix Finance", "MEMBER", "Europe/Berlin", year.after(2, 10));
        year.person("architect", "Arun Architect", "MEMBER", "Asia/Kolkata", year.after(1, 15));
        year.person("service", "Sara Service", "MEMBER", "America/New_York", year.late(0, 9));
        year.person("product", "Petra Product", "MEMBER", "Asia/Tokyo", year.after(3, 14));
        year.person("sales", "Samir Sales", "MEMBER", "Europe/London", year.late(3, 10));
        year.person("marketing", "Marco Marketing", "MEMBER", "Europe/Istanbul", year.after(1, 12));
        year.person("hr", "Hanna People", "MEMBER", "Europe/Moscow", year.after(4, 13));
        year.person("legal", "Lena Legal", "MEMBER", "Europe/Berlin", year.after(1, 10));
        MailWishes wishes = year.bean(MailWishes.class);
        wishes.keep("finance", new MailWish(true, EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), 7, 19, true));
        wishes.keep("product", new MailWish(true, EnumSet.of(DayOfWeek.MONDAY), 8, 18, true));
        wishes.keep("hr", new MailWish(true, EnumSet.of(DayOfWeek.WEDNESDAY), 7, 19, true));
        wishes.keep("marketing", new MailWish(false, WORKING, 9, 17, true));
    }

    @AfterAll
    static void close() {
        year.close();
    }

    @Test
    void everyMailboxHoldsWhatAConsiderateColleagueWouldHaveSent() throws IOException {
        Path seen = Path.of("target/mailboxes/quarter.txt");
        Files.createDirectories(seen.getParent());
        Files.writeString(seen, quarter);
        assertThat(quarter)
                .as("what was seen lies in " + seen)
                .isEqualTo(Files.readString(Path.of("src/test/resources/mailboxes/quarter.txt")));
    }

    @Test
    void inThirtyMonthsNobodyIsNudgedMoreThanTwiceAWeekOverAllPrograms() {
        for (List<PostYear.Got> box : boxes()) {
            List<PostYear.Got> nudges = box.stream().filter(PostYear.Got::nudge).toList();
            for (int at = 2; at < nudges.size(); at++) {
                assertThat(nudges.get(at - 2).at())
                        .as(nudges.get(at).toString())
                        .isBeforeOrEqualTo(nudges.get(at).at().minusDays(7));
            }
        }
        assertThat(year.letters()).filteredOn(PostYear.Got::nudge).isNotEmpty();
    }

    @Test
    void nobodyIsWrittenToOutsideTheirHoursOrWhenNobodyWorks() {
        assertThat(year.letters()).hasSizeGreaterThan(300).allSatisfy(one -> {
            MailWish wish = year.bean(MailWishes.class).of(one.person());
            assertThat(one.at().getHour())
                    .isGreaterThanOrEqualTo(wish.morning())
                    .isLessThan(wish.evening());
            assertThat(year.calendar.isWorkingDay(one.at().toLocalDate(), null))
                    .as(one.toString())
                    .isTrue();
        });
        // a leap day is a day like others, the German unity is not
        assertThat(year.calendar.isWorkingDay(LocalDate.of(2028, 2, 29), null)).isTrue();
        assertThat(year.letters()).noneMatch(one -> one.at().toLocalDate().equals(LocalDate.of(2028, 10, 3)));
    }

    @Test
    void nobodyIsRemindedTwiceADayOfTheSameAndNothingIsLost() {
        assertThat(year.jdbc
                        .sql("select count(*) from notice where fate is null and given < :old")
                        .param("old", LAST.minusDays(15).atStartOfDay().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(year.jdbc
                        .sql(
                                "select count(*) from notice where fate = 'MAILED' and settled > given + interval '10' day")
                        .query(Integer.class)
                        .single())
                .as("news that waited longer than any digest")
                .isZero();
        for (List<PostYear.Got> box : boxes()) {
            for (int at = 1; at < box.size(); at++) {
                PostYear.Got one = box.get(at);
                PostYear.Got before = box.get(at - 1);
                boolean sameDay = one.at().toLocalDate().equals(before.at().toLocalDate());
                assertThat(sameDay && about(one).stream().anyMatch(about(before)::contains))
                        .as(before + "\n" + one)
                        .isFalse();
            }
        }
    }

    @Test
    void theProgramsWereLivedToTheirEndAndEveryQuarterOfTheirBenefitsWasAskedFor() {
        assertThat(year.programs.all()).extracting(Program::state).containsOnly("COMPLETED");
        assertThat(year.letters())
                .filteredOn(one -> one.reasons().stream().anyMatch(why -> why.startsWith("ASSIGNED reportBenefit")))
                .hasSizeGreaterThan(8);
    }

    private static List<List<PostYear.Got>> boxes() {
        return year.letters().stream()
                .map(PostYear.Got::person)
                .distinct()
                .map(year::to)
                .toList();
    }

    private static List<String> about(PostYear.Got letter) {
        return letter.reasons().stream()
                .filter(reason -> !reason.matches("PASSED|CALENDAR|DEPUTY.*|ESCALATION.*"))
                .map(reason -> reason.replaceAll("^[A-Z_]+ ", ""))
                .toList();
    }
}
