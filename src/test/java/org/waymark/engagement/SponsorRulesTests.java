package org.waymark.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.engagement.SponsorAct.Rule;
import org.waymark.process.WorkItem;
import org.waymark.program.StageState;

/** Each rule suggests its act on its ground, and stops when the ground goes or the act is done. */
class SponsorRulesTests {

    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 24, 10, 0, 0, 0, ZoneOffset.UTC);

    private final List<SponsorRules.Open> tasks = new ArrayList<>();
    private final List<SponsorRules.Worry> concerns = new ArrayList<>();
    private final List<QuickWins.QuickWin> wins = new ArrayList<>();
    private final List<StageState> stages = new ArrayList<>();
    private final List<SponsorAct.Done> done = new ArrayList<>(List.of(did("SAY", "program", "COMMUNICATE", 29)));
    private boolean running = true;

    @Test
    void anOwnDecisionAndAnOwnAnswerAreTakingPartAndNeedNoTap() {
        task("t1", "decideGate", "sponsor", 0, false);
        task("t2", "voteMaturity", "sponsor", 0, false);
        assertThat(all()).containsExactly("DECIDE t1", "ANSWER t2");
        assertThat(Rule.DECIDE.isTapped() || Rule.ANSWER.isTapped() || Rule.REPLY.isTapped())
                .isFalse();
        tasks.clear();
        assertThat(all()).isEmpty();
    }

    @Test
    void whoeverHoldsSomethingForThreeWorkingDaysOrIsLateIsWorthOneCall() {
        task("t1", "rateCapabilities", "ines", 2, false);
        assertThat(all()).isEmpty();
        task("t2", "rateCapabilities", "ben", 3, false);
        task("t3", "answerChecklist", "ben", 12, false);
        task("t4", "rateCapabilities", "ada", 1, true);
        task("t5", "agreeValues", "", 20, true);
        assertThat(all()).containsExactly("CALL ben", "CALL ada");
        assertThat(((SponsorRules.Open) rules().all().get(0).ground()).item().task())
                .isEqualTo("t3");
        running = false;
        assertThat(all()).as("nobody is called about a program that is over").isEmpty();
    }

    @Test
    void aConcernWithoutAnswerIsAskedAfterAndTheSponsorsOwnIsTheirsToAnswer() {
        concern(1, "legal", "OPEN", 3);
        concern(2, "legal", "OPEN", 2);
        concern(3, "legal", "ANSWERED", 30);
        concern(4, "sponsor", "OPEN", 0);
        assertThat(all()).containsExactly("REPLY 4", "CONCERN 1");
    }

    @Test
    void whatWasAgreedIsTellingNewsForTwoWeeksAndEveryRoundAnew() {
        stage("values", "PASSED", 1, 13);
        stage("capabilities", "PASSED", 2, 15);
        stage("maturity", "AT_GATE", 1, 1);
        assertThat(all()).containsExactly("TELL values/1");
        done.add(did("TELL", "values/1", "COMMUNICATE", 1));
        assertThat(all()).isEmpty();
        stages.clear();
        stage("values", "PASSED", 2, 0);
        assertThat(all()).containsExactly("TELL values/2");
    }

    @Test
    void aFreshQuickWinIsThankedForUnlessItIsTheSponsorsOwn() {
        win(1, "service", 13);
        win(2, "service", 15);
        win(3, "sponsor", 1);
        assertThat(all()).containsExactly("THANK 1");
    }

    @Test
    void afterAMonthWithoutAWordOneIsDueUnlessThereIsNewsToTell() {
        done.clear();
        assertThat(all()).containsExactly("SAY program");
        done.add(did("CALL", "ben", "COALITION", 2));
        assertThat(all()).containsExactly("SAY program");
        done.add(did("THANK", "9", "COMMUNICATE", 31));
        assertThat(all()).containsExactly("SAY program");
        stage("values", "PASSED", 1, 1);
        assertThat(all()).containsExactly("TELL values/1");
        stages.clear();
        done.add(did("THANK", "9", "COMMUNICATE", 29));
        assertThat(all()).isEmpty();
        running = false;
        done.clear();
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsDoneRestsForTwoWeeksForThatPersonOnly() {
        task("t1", "rateCapabilities", "ines", 12, true);
        task("t2", "rateCapabilities", "ben", 8, true);
        done.add(did("CALL", "ines", "COALITION", 13));
        assertThat(all()).containsExactly("CALL ben");
        done.clear();
        done.add(did("SAY", "program", "COMMUNICATE", 1));
        done.add(did("CALL", "ines", "COALITION", 15));
        assertThat(all()).containsExactly("CALL ines", "CALL ben");
    }

    @Test
    void atMostThreeAreShownOneOfEachGroupBeforeASecondOfAny() {
        for (int at = 0; at < 5; at++) {
            task("own" + at, "decideGate", "sponsor", at, false);
            task("other" + at, "rateCapabilities", "person" + at, 5, false);
        }
        win(1, "service", 1);
        assertThat(few()).containsExactly("DECIDE own0", "CALL person0", "THANK 1");
        wins.clear();
        assertThat(few()).containsExactly("DECIDE own0", "DECIDE own1", "CALL person0");
        tasks.clear();
        assertThat(few()).isEmpty();
    }

    private SponsorRules rules() {
        return new SponsorRules("sponsor", running, NOW, tasks, concerns, wins, stages, done);
    }

    private List<String> all() {
        return names(rules().all());
    }

    private List<String> few() {
        return names(SponsorRules.few(rules().all()));
    }

    private static List<String> names(List<SponsorRules.Found> found) {
        return found.stream().map(one -> one.rule() + " " + one.subject()).toList();
    }

    private void task(String id, String key, String person, int days, boolean late) {
        WorkItem item =
                new WorkItem(id, key, key, "P", "values", "i1", person, OffsetDateTime.MIN, null, "OPEN", null, null);
        tasks.add(new SponsorRules.Open(item, days, late));
    }

    private void concern(long id, String owner, String state, int days) {
        concerns.add(new SponsorRules.Worry(
                new Concern(
                        id,
                        "P",
                        null,
                        "Who pays?",
                        "sales",
                        NOW.minusDays(days),
                        owner,
                        LocalDate.of(2026, 12, 24),
                        null,
                        null,
                        null,
                        state,
                        null,
                        null),
                days));
    }

    private void stage(String id, String state, int round, int daysAgo) {
        stages.add(new StageState(
                "P", id, 1, state, round, null, null, null, 0, 0, null, null, "GO", NOW.minusDays(daysAgo)));
    }

    private void win(long id, String by, int daysAgo) {
        wins.add(new QuickWins.QuickWin(
                id, "Replies in an hour", "customers", "log", null, LocalDate.EPOCH, by, NOW.minusDays(daysAgo)));
    }

    private static SponsorAct.Done did(String rule, String subject, String kind, int daysAgo) {
        return new SponsorAct.Done(rule, subject, kind, "what", NOW.minusDays(daysAgo));
    }
}
