package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.calendar.Meeting;
import org.waymark.process.WorkItem;

/** What is worth a mail now: Tuesday 3 March 2026, ten in the morning in Berlin. */
class SieveTests {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 3, 10, 0, 0, 0, ZoneId.of("Europe/Berlin"));
    private static final OffsetDateTime HOUR_AGO = NOW.minusHours(1).toOffsetDateTime();
    private static final MailWish FRIDAYS = new MailWish(true, Set.of(DayOfWeek.FRIDAY), 7, 19, true);

    private static Notice notice(String kind, String taskKey, OffsetDateTime given) {
        String task = kind.equals("PASSED") ? null : "t1";
        return new Notice("s" + kind + taskKey, "ada", "ATLAS", "values", taskKey, kind, task, null, given, null);
    }

    private static Sieve.Thing thing(String kind, OffsetDateTime given, @Nullable OffsetDateTime due) {
        return new Sieve.Thing(notice(kind, "weighValues", given), item(due));
    }

    private static WorkItem item(@Nullable OffsetDateTime due) {
        return new WorkItem(
                "t1", "weighValues", "Weigh", "ATLAS", "values", "i", "ada", HOUR_AGO, due, "OPEN", null, null);
    }

    private static Sieve.Sifted sift(MailWish wish, int nudges, boolean writtenToday, Sieve.Thing... things) {
        return sieve(wish, NOW, nudges, writtenToday).sift(List.of(things));
    }

    private static Sieve sieve(MailWish wish, ZonedDateTime now, int nudges, boolean writtenToday, Sieve.Told... told) {
        return new Sieve(wish, now, now.plusDays(2).with(LocalTime.MIN), nudges, writtenToday, List.of(told));
    }

    private static OffsetDateTime inDays(int days) {
        return NOW.plusDays(days).toOffsetDateTime();
    }

    @Test
    void aNewTaskIsWrittenAbout() {
        assertThat(sift(MailWish.USUAL, 0, false, thing("ASSIGNED", HOUR_AGO, inDays(5)))
                        .write())
                .hasSize(1);
    }

    @Test
    void whatWasDoneMeanwhileIsNotWrittenAbout() {
        Sieve.Sifted sifted =
                sift(MailWish.USUAL, 0, false, new Sieve.Thing(notice("ASSIGNED", "weighValues", HOUR_AGO), null));
        assertThat(sifted.write()).isEmpty();
        assertThat(sifted.settled()).containsValue("DONE");
    }

    @Test
    void whatWasAgreedLongAgoIsNoNews() {
        Notice lastWeek = notice("PASSED", "", NOW.minusDays(8).toOffsetDateTime());
        assertThat(sift(MailWish.USUAL, 0, false, new Sieve.Thing(lastWeek, null))
                        .settled())
                .containsValue("OLD");
    }

    @Test
    void theReminderOfASessionCountsAsANudgeWaitsForNoDigestAndIsNotLate() {
        Sieve.Thing tomorrow = meeting(NOW.plusDays(1));
        assertThat(sift(FRIDAYS, 1, false, tomorrow).write()).hasSize(1);
        assertThat(sift(FRIDAYS, 1, false, tomorrow).nudge()).isTrue();
        assertThat(sift(MailWish.USUAL, 2, false, tomorrow).settled()).containsValue("ENOUGH");
        assertThat(sift(MailWish.USUAL, 0, false, meeting(NOW.minusDays(1))).settled())
                .containsValue("OLD");
    }

    private static Sieve.Thing meeting(ZonedDateTime on) {
        String slot = Meeting.reminder("workshop-7@waymark", on.toLocalDate());
        return new Sieve.Thing(
                new Notice(slot, "ada", "ATLAS", "values", "workshop", "MEETING", null, null, HOUR_AGO, null), null);
    }

    @Test
    void aVoteAskedForByLinkWaitsForNoDigest() {
        assertThat(sift(FRIDAYS, 2, true, thing("BALLOT", HOUR_AGO, inDays(9))).write())
                .hasSize(1);
        Sieve.Sifted voted = sift(FRIDAYS, 0, false, new Sieve.Thing(notice("BALLOT", "weighValues", HOUR_AGO), null));
        assertThat(voted.settled()).containsValue("DONE");
    }

    @Test
    void aBurstSettlesFirstButNotForEver() {
        OffsetDateTime justNow = NOW.minusMinutes(1).toOffsetDateTime();
        Sieve.Thing fresh = thing("ASSIGNED", justNow, inDays(5));
        assertThat(sift(MailWish.USUAL, 0, false, fresh).write()).isEmpty();
        Sieve.Thing old = thing("ASSIGNED", HOUR_AGO, inDays(5));
        assertThat(sift(MailWish.USUAL, 0, false, fresh, old).write()).hasSize(2);
    }

    @Test
    void fifteenThingsAreOneMail() {
        Sieve.Thing[] fifteen = IntStream.range(0, 15)
                .mapToObj(at -> thing("ASSIGNED", HOUR_AGO, inDays(at + 1)))
                .toArray(Sieve.Thing[]::new);
        assertThat(sift(MailWish.USUAL, 0, false, fifteen).write()).hasSize(15);
    }

    @Test
    void theThirdNudgeOfAWeekIsNotSentUnlessItIsOverdue() {
        Sieve.Thing early = thing("REMINDER", HOUR_AGO, inDays(2));
        assertThat(sift(MailWish.USUAL, 1, false, early).nudge()).isTrue();
        assertThat(sift(MailWish.USUAL, 2, false, early).settled()).containsValue("ENOUGH");
        Sieve.Thing late = thing("REMINDER", HOUR_AGO, inDays(-1));
        assertThat(sift(MailWish.USUAL, 2, false, late).write()).hasSize(1);
        assertThat(sift(MailWish.USUAL, 2, false, late).nudge()).isFalse();
    }

    @Test
    void hearingTheDateOfWhatOneIsOnlyNowGivenIsNoNudge() {
        Sieve.Thing given = thing("ASSIGNED", HOUR_AGO, inDays(1));
        Sieve.Thing reminder = thing("REMINDER", HOUR_AGO, inDays(1));
        assertThat(sift(MailWish.USUAL, 0, false, given, reminder).nudge()).isFalse();
        assertThat(sift(MailWish.USUAL, 0, false, reminder).nudge()).isTrue();
    }

    @Test
    void nobodyIsRemindedOnTheDayTheyWereWrittenAboutTheSameThing() {
        Sieve.Thing late = thing("REMINDER", HOUR_AGO, inDays(-1));
        Sieve.Told same = new Sieve.Told("ATLAS", "values", "weighValues", null);
        Sieve.Told other = new Sieve.Told("ATLAS", "values", "weighValues", "t2");
        assertThat(sieve(MailWish.USUAL, NOW, 0, true, same).sift(List.of(late)).settled())
                .containsValue("NOT_NOW");
        assertThat(sieve(MailWish.USUAL, NOW, 0, true, other)
                        .sift(List.of(late))
                        .write())
                .hasSize(1);
    }

    @Test
    void aGateIsRemindedOfOnTheWorkingDayBeforeNotEarlier() {
        Notice daily = notice("REMINDER", "decideGate", HOUR_AGO);
        assertThat(sift(MailWish.USUAL, 0, false, new Sieve.Thing(daily, item(inDays(3))))
                        .settled())
                .containsValue("NOT_NOW");
        assertThat(sift(MailWish.USUAL, 0, false, new Sieve.Thing(daily, item(inDays(1))))
                        .write())
                .hasSize(1);
    }

    @Test
    void aDigestWaitsForItsDayUnlessSomethingCannot() {
        assertThat(sift(FRIDAYS, 0, false, thing("ASSIGNED", HOUR_AGO, inDays(9)))
                        .write())
                .isEmpty();
        assertThat(sift(FRIDAYS, 0, false, thing("ASSIGNED", HOUR_AGO, inDays(1)))
                        .write())
                .hasSize(1);
        Sieve friday = sieve(FRIDAYS, NOW.plusDays(3), 0, false);
        Sieve.Thing calm = thing("ASSIGNED", HOUR_AGO, inDays(30));
        assertThat(friday.sift(List.of(calm)).write()).hasSize(1);
        assertThat(sieve(FRIDAYS, NOW.plusDays(3), 0, true).sift(List.of(calm)).write())
                .isEmpty();
    }

    @Test
    void whoWishesNoMailAboutDecisionsGetsNone() {
        MailWish quiet = new MailWish(false, MailWish.WORKING, 7, 19, false);
        Sieve.Thing decision = new Sieve.Thing(notice("ASSIGNED", "decideGate", HOUR_AGO), item(inDays(2)));
        assertThat(sift(quiet, 0, false, decision).settled()).containsValue("SILENT");
        Sieve.Thing seat = new Sieve.Thing(notice("DEPUTY", "decideGate", HOUR_AGO), item(inDays(2)));
        assertThat(sift(quiet, 0, false, seat).settled()).containsValue("SILENT");
        Sieve.Thing named = new Sieve.Thing(notice("DEPUTY_NAMED", "decideGate", HOUR_AGO), item(inDays(2)));
        assertThat(sift(quiet, 0, false, named).write()).hasSize(1);
    }

    @Test
    void theNextDigestIsTheNextChosenMorning() {
        assertThat(FRIDAYS.nextDigest(NOW)).isEqualTo(NOW.plusDays(3).withHour(7));
        assertThat(FRIDAYS.nextDigest(NOW.plusDays(3).withHour(6)))
                .isEqualTo(NOW.plusDays(3).withHour(7));
        assertThat(FRIDAYS.nextDigest(NOW.plusDays(3)))
                .isEqualTo(NOW.plusDays(10).withHour(7));
    }

    @Test
    void nobodyIsDisturbedAtNight() {
        assertThat(MailWish.USUAL.awake(NOW)).isTrue();
        assertThat(MailWish.USUAL.awake(NOW.withHour(6))).isFalse();
        assertThat(MailWish.USUAL.awake(NOW.withHour(19))).isFalse();
    }
}
