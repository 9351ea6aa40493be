package org.waymark.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The four measures of dcfts.md 4.2: their denominators, and that a warning always has somebody who can act. */
class FourTests {

    /** A Wednesday. */
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-25T10:00:00Z");

    private static final LocalDate TODAY = NOW.toLocalDate();

    @Test
    void aLowPartWarnsAsLongAsItsStageCanStillTalkAboutIt() {
        Map<String, String> figures = Map.of("topThreeOverlap", "0.64", "meanAgreement", "0.66", "chasmSplits", "2");
        assertThat(keys(Alignment.of(figures, Set.of("values"), true).warnings()))
                .containsExactly("topThree");
        assertThat(keys(Alignment.of(figures, Set.of("maturity"), true).warnings()))
                .containsExactly("split");
        assertThat(Alignment.of(figures, Set.of("roi"), true).warnings()).isEmpty();
        assertThat(Alignment.of(figures, Set.of("values"), false).warnings()).isEmpty();
    }

    @Test
    void exactlyEnoughIsEnoughAndWhatPeopleRememberCanBeHelpedAtAnyTime() {
        Alignment even = Alignment.of(Map.of("recallMatch", "0.65"), Set.of(), true);
        assertThat(even.warnings()).isEmpty();
        assertThat(even.recall()).isEqualByComparingTo("0.65");
        assertThat(keys(Alignment.of(Map.of("recallMatch", "0.64"), Set.of(), true)
                        .warnings()))
                .containsExactly("recall");
        assertThat(Alignment.of(Map.of(), Set.of("values"), true).measured()).isFalse();
    }

    @Test
    void engagementCountsPeopleNotTasks() {
        Engagement engagement = engagement(
                List.of(
                        done("ada", 20),
                        done("ada", 3),
                        open("ada", 1),
                        done("bo", 40),
                        open("cy", 5),
                        closed("di", 10)),
                Map.of("ada", Set.of("FN-SVC"), "cy", Set.of("FN-PRD"), "eve", Set.of("FN-SAL")));
        // Bo's answer is older than 30 days: neither asked nor answered
        assertThat(engagement.asked()).isEqualTo(3);
        assertThat(engagement.answered()).isEqualTo(1);
        assertThat(engagement.functions()).isEqualTo(1);
        assertThat(engagement.functionsInTeam()).isEqualTo(3);
        assertThat(engagement.waiting()).containsExactly("cy");
        assertThat(engagement.silent()).containsExactly("FN-PRD");
        assertThat(keys(engagement.warnings())).containsExactly("few", "silent");
        assertThat(engagement.warnings()).allMatch(warning -> warning.people().equals(List.of("cy")));
    }

    @Test
    void nobodyIsSilentBeforeTheyHadTimeAndNobodyIsWarnedAboutWhoCannotAnswerAnyMore() {
        assertThat(engagement(List.of(open("cy", 1), open("di", 1)), Map.of()).warnings())
                .isEmpty();
        assertThat(engagement(List.of(closed("cy", 5), closed("di", 5)), Map.of())
                        .warnings())
                .isEmpty();
        Engagement three = engagement(List.of(done("ada", 1), done("bo", 1), done("cy", 1), open("di", 9)), Map.of());
        assertThat(three.answered() * 100).isGreaterThanOrEqualTo(three.asked() * Engagement.ENOUGH_PERCENT);
        assertThat(three.waiting()).containsExactly("di");
        assertThat(three.warnings()).isEmpty();
    }

    @Test
    void progressCountsWhatReviewsFoundAndWhatTheOthersWillAsk() {
        Progress progress = progress(
                List.of(
                        gate("values", "PASSED", 5, 5),
                        gate("capabilities", "AT_GATE", 3, 5),
                        gate("roi", "AHEAD", 0, 0)),
                List.of("ada"));
        assertThat(progress.gatesPassed()).isEqualTo(1);
        assertThat(progress.gates()).isEqualTo(3);
        assertThat(progress.criteriaMet()).isEqualTo(8);
        assertThat(progress.criteria()).isEqualTo(5 + 5 + 6);
        assertThat(progress.confirmed()).isNull();
    }

    @Test
    void whatWasFoundBeforeAStageWasSentBackNoLongerCounts() {
        Progress progress = progress(List.of(gate("values", "OPEN", 4, 5)), List.of());
        assertThat(progress.criteriaMet()).isZero();
        assertThat(progress.criteria()).isEqualTo(6);
    }

    @Test
    void aGateMayBeTwoWeeksLateAndWarnsOnlyWhileSomebodyHoldsIt() {
        assertThat(late("AT_GATE", 14, List.of("ada")).warnings()).isEmpty();
        Progress late = late("AT_GATE", 15, List.of("ada"));
        assertThat(late.daysLate()).isEqualTo(15);
        assertThat(late.warnings())
                .containsExactly(new Warning("progress", "late", List.of("values", 15), List.of("ada")));
        assertThat(late("AT_GATE", 15, List.of()).warnings()).isEmpty();
        assertThat(late("ON_HOLD", 15, List.of("ada")).warnings()).isEmpty();
        assertThat(late("PASSED", 15, List.of("ada")).daysLate()).isZero();
    }

    @Test
    void momentumIsWorkingDaysSinceTheLastDecisionAndItsTrend() {
        Momentum momentum =
                momentum(5, List.of("ada"), event(1, false), event(6, true), event(13, false), event(20, true));
        // Thursday to Wednesday
        assertThat(momentum.workingDaysSinceDecision()).isEqualTo(4);
        assertThat(momentum.events()).isEqualTo(3);
        assertThat(momentum.eventsBefore()).isEqualTo(1);
        assertThat(momentum.trend()).isEqualTo(Momentum.Trend.FASTER);
        assertThat(momentum.warnings()).isEmpty();
    }

    @Test
    void twoWeeksWithoutADecisionWarnIfSomebodyHoldsIt() {
        assertThat(keys(momentum(40, List.of("ada"), event(15, true)).warnings()))
                .containsExactly("quiet");
        assertThat(momentum(40, List.of(), event(15, true)).warnings()).isEmpty();
        assertThat(momentum(40, List.of("ada"), event(14, true)).warnings()).isEmpty();
        // a young program has had no time to decide
        assertThat(momentum(10, List.of("ada")).warnings()).isEmpty();
        assertThat(keys(momentum(15, List.of("ada")).warnings())).containsExactly("quiet");
    }

    @Test
    void halfAsMuchTwiceRunningWarnsOnceDoesNot() {
        List<Momentum.Event> events = new ArrayList<>(List.of(event(2, true)));
        for (int i = 0; i < 3; i++) {
            events.add(event(20, false));
        }
        assertThat(momentum(60, List.of("ada"), events).warnings()).isEmpty();
        for (int i = 0; i < 7; i++) {
            events.add(event(30, false));
        }
        assertThat(keys(momentum(60, List.of("ada"), events).warnings())).containsExactly("slower");
    }

    private static List<String> keys(List<Warning> warnings) {
        return warnings.stream().map(Warning::key).toList();
    }

    private static Engagement engagement(List<Engagement.Asked> tasks, Map<String, Set<String>> functions) {
        return Engagement.of(tasks, functions, NOW, Weekdays.calendar());
    }

    private static Engagement.Asked open(String person, int daysAgo) {
        return asked(person, null, daysAgo, "OPEN");
    }

    private static Engagement.Asked closed(String person, int daysAgo) {
        return asked(person, null, daysAgo, "CLOSED");
    }

    private static Engagement.Asked done(String person, int daysAgo) {
        return asked(person, person, daysAgo, "DONE");
    }

    private static Engagement.Asked asked(String person, @Nullable String by, int daysAgo, String state) {
        OffsetDateTime at = NOW.minusDays(daysAgo);
        return new Engagement.Asked("ATLAS", person, by, at, null, by == null ? null : at, state);
    }

    private static Progress.Gate gate(String stage, String state, int met, int found) {
        return new Progress.Gate("ATLAS", stage, state, TODAY, TODAY, met, found, 6);
    }

    private static Progress late(String state, int days, List<String> holders) {
        LocalDate first = TODAY.minusDays(days);
        return progress(List.of(new Progress.Gate("ATLAS", "values", state, first, first, 0, 0, 6)), holders);
    }

    private static Progress progress(List<Progress.Gate> gates, List<String> holders) {
        return Progress.of(gates, Map.of(), holders, true, TODAY);
    }

    private static Momentum.Event event(int daysAgo, boolean decision) {
        return new Momentum.Event("ATLAS", NOW.minusDays(daysAgo), decision);
    }

    private static Momentum momentum(int launchedDaysAgo, List<String> holders, Momentum.Event... events) {
        return momentum(launchedDaysAgo, holders, List.of(events));
    }

    private static Momentum momentum(int launchedDaysAgo, List<String> holders, List<Momentum.Event> events) {
        return Momentum.of(events, NOW.minusDays(launchedDaysAgo), holders, true, NOW, Weekdays.calendar());
    }
}
