package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.waymark.model.roi.RoiHouse.ATLAS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.web.Refusal;

/** Forecast and actuals against the locked plan: who may say what, when, and what it comes to. */
class BenefitsTests {

    private final RoiHouse house = new RoiHouse("STANDARD");
    private final RoiStory story = new RoiStory(house);

    @BeforeEach
    void locked() {
        house.model.open(ATLAS, 1);
        story.worked();
        house.model.passed(ATLAS, 1);
        // year 1 began on 1 December 2026; the first quarter is over, the second has begun
        house.today("2027-03-05");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aYearFallsEvenlyIntoItsQuartersAndTheSumsAreTheCase() {
        Track track = track();
        Track.Sums benefits = track.sums(kind -> kind != Kind.COST);
        assertThat(round(benefits.plan())).isEqualByComparingTo("3177603");
        assertThat(benefits.outlook()).isEqualByComparingTo(benefits.plan());
        assertThat(round(track.sums(kind -> kind == Kind.COST).plan())).isEqualByComparingTo("2431000");
        assertThat(round(track.benefits(1).stream().map(Track.Point::plan).reduce(BigDecimal.ZERO, BigDecimal::add)))
                .isEqualByComparingTo("144437");
        assertThat(track.lines().get(0).points().get(0).quarter().from()).hasToString("2026-12-01");
        assertThat(track.lines().get(0).points().get(0).quarter().to()).hasToString("2027-02-28");
    }

    @Test
    void whatCameIsHeldAgainstThePlanOfTheSameQuarter() {
        assertThat(track().missing()).isEqualTo(5 + 4);
        say("BEN-01", "service", said(1, null, "50000", "cost report 02/2027", 0), said(3, "90000", null, null, 0));
        Track track = track();
        Track.Sums sums = track.lines().get(0).sums();
        // 720,000 x 0.40 x 0.85 / 4 = 61,200
        assertThat(sums.due()).isEqualByComparingTo("61200");
        assertThat(sums.drift()).isEqualByComparingTo("-11200");
        assertThat(sums.outlookDrift()).isEqualByComparingTo(new BigDecimal("-11200").add(new BigDecimal("28800")));
        assertThat(track.missing()).isEqualTo(5 + 4 - 1);
        assertThat(house.benefits.of(ATLAS, "manager").get("headline"))
                .isEqualTo("Benefits are €\u00a011,200 behind the plan");
    }

    @Test
    void onlyTheOwnerReportsABenefitAndOnlyTheManagerACost() {
        Reported fifty = said(1, "50000", null, null, 0);
        refused(() -> say("BEN-01", "pr", fifty), "roi.benefits.notYours", 403);
        refused(() -> say("BEN-01", "manager", fifty), "roi.benefits.notYours", 403);
        refused(() -> say("CST-02", "service", said(0, "1", null, null, 0)), "roi.benefits.notYours", 403);
        refused(() -> say("BEN-99", "service", fifty), "roi.benefits.noLine", 404);
        refused(() -> say("BEN-01", "service", said(0, "1", null, null, 0)), "roi.benefits.noQuarter", 400);
        refused(() -> say("BEN-01", "service", said(13, "1", null, null, 0)), "roi.benefits.noQuarter", 400);
        say("CST-02", "manager", said(0, null, "800000", "invoices", 0));
        assertThat(track().sums(kind -> kind == Kind.COST).actual()).isEqualByComparingTo("800000");
    }

    @Test
    void whoMayNotSeeTheProgramFindsNothing() {
        doThrow(Refusal.missing("program.unknown", ATLAS)).when(house.team).mustSee(ATLAS, "stranger");
        refused(() -> house.reporting.track(ATLAS, "stranger"), "program.unknown", 404);
        refused(() -> say("BEN-01", "stranger", said(1, "1", null, null, 0)), "program.unknown", 404);
        refused(() -> house.reporting.confirm(ATLAS, List.of(1L), "stranger"), "program.unknown", 404);
    }

    @Test
    void anActualNeedsItsQuarterItsSourceAndASaneFigure() {
        refused(() -> say("BEN-01", "service", said(3, null, "1", "log", 0)), "roi.benefits.notYet", "q3.actual");
        refused(() -> say("BEN-01", "service", said(1, null, "1", "  ", 0)), "roi.benefits.noSource", "q1.source");
        refused(
                () -> say("BEN-01", "service", said(1, "1e30", null, null, 0)),
                "roi.benefits.outOfSize",
                "q1.forecast");
        refused(
                () -> say("BEN-01", "service", said(1, null, "0.123456789", "log", 0)),
                "roi.benefits.outOfSize",
                "q1.actual");
        refused(() -> say("BEN-01", "service", said(1, null, "1", "x".repeat(501), 0)), "roi.tooLong", "q1.source");
        assertThat(house.reporting.track(ATLAS, "service").sums(kind -> true).reported())
                .isZero();
    }

    @Test
    void nothingIsOverwrittenUnseen() {
        say("BEN-01", "service", said(1, null, "50000", "log", 0));
        refused(() -> say("BEN-01", "service", said(1, null, "60000", "log", 0)), "roi.benefits.meanwhile", 409);
        say("BEN-01", "service", said(1, null, "50000", "log", 0));
        assertThat(point().actual()).isEqualByComparingTo("50000");
        verify(house.ledger, times(1)).append(eq(ATLAS), eq("BENEFIT_REPORTED"), eq("service"), any(), any(), any());
    }

    @Test
    void financeConfirmsAndAChangeAfterThatNeedsAReasonAndAnotherLook() {
        say("BEN-01", "service", said(1, null, "50000", "log", 0));
        long first = point().seen();
        refused(() -> house.reporting.confirm(ATLAS, List.of(first), "service"), "roi.benefits.financeOnly", 403);
        refused(() -> house.reporting.confirm(ATLAS, List.of(), "finance"), "roi.benefits.nothingTicked", 422);
        house.reporting.confirm(ATLAS, List.of(first), "finance");
        house.reporting.confirm(ATLAS, List.of(first), "finance");
        verify(house.ledger, times(1)).append(any(), eq("BENEFIT_CONFIRMED"), eq("finance"), any(), any(), any());
        assertThat(point().confirmed()).isTrue();
        assertThat(track().sums(kind -> true).confirmed()).isEqualByComparingTo("50000");

        refused(
                () -> say("BEN-01", "service", said(1, null, "40000", "log", first)),
                "roi.benefits.confirmedAlready",
                "q1.reason");
        say(
                "BEN-01",
                "service",
                new Reported(1, null, new BigDecimal("40000"), "log", "two invoices came late", first));
        assertThat(point().confirmed()).isFalse();
        assertThat(track().sums(kind -> true).confirmed()).isZero();
        refused(() -> house.reporting.confirm(ATLAS, List.of(first), "finance"), "roi.benefits.changedSince", 409);
        assertThat(new Reports(org.springframework.jdbc.core.simple.JdbcClient.create(house.database))
                        .history(ATLAS, "BEN-01"))
                .extracting(Reports.Report::actual)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("40000"), new BigDecimal("50000"));
    }

    @Test
    void beforeTheGateThereIsNothingToReportAgainst() {
        refused(() -> house.reporting.track("OTHER", "service"), "roi.benefits.notLocked", 404);
    }

    @Test
    void theRecordLeadsToThePlanOnceItIsLocked() {
        assertThat(house.model.links(ATLAS))
                .extracting(org.waymark.stage.Link::href)
                .containsExactly("/programs/ATLAS/stages/roi/case.xlsx", "/programs/ATLAS/benefits");
        assertThat(house.model.links("OTHER")).isEmpty();
    }

    private Track track() {
        return house.reporting.track(ATLAS, "manager");
    }

    private Track.Point point() {
        return track().lines().get(0).points().get(0);
    }

    private void say(String line, String person, Reported... said) {
        house.reporting.report(ATLAS, line, List.of(said), person);
    }

    private static Reported said(
            int quarter, @Nullable String forecast, @Nullable String actual, @Nullable String source, long seen) {
        return new Reported(quarter, number(forecast), number(actual), source, null, seen);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static BigDecimal round(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }

    private static void refused(Runnable act, String key, int status) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.status()).isEqualTo(status);
        });
    }

    private static void refused(Runnable act, String key, String field) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
