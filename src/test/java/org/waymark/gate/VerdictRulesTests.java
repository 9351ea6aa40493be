package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.process.Missing;
import org.waymark.promise.Promise;
import org.waymark.stage.Fact;

class VerdictRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    static Finding finding(String id, Binding kind, boolean met, @Nullable String waiver) {
        return new Finding(
                id,
                "Text of " + id,
                "fact",
                "count",
                BigDecimal.valueOf(met ? 0 : 2),
                Comparison.EQUALS,
                BigDecimal.ZERO,
                1,
                kind,
                met,
                "MANAGER",
                waiver,
                waiver == null ? null : "manager",
                false);
    }

    private static VerdictRules rules(Finding... findings) {
        List<Finding> all = List.of(findings);
        return new VerdictRules(
                all, Recommendation.from(all), TODAY, List.of("values", "capabilities"), true, false, "olaf"::equals);
    }

    private static Verdict verdict(Decision decision, @Nullable String reason) {
        return new Verdict(decision, reason, List.of(), List.of(), null, null, List.of());
    }

    private static Verdict conditional(Promise... promises) {
        return new Verdict(Decision.CONDITIONAL_GO, null, List.of(), List.of(promises), null, null, List.of());
    }

    private static List<String> keys(List<Missing> missing) {
        return missing.stream().map(Missing::key).toList();
    }

    @Test
    void goNeedsNothingMoreWhenAllIsMet() {
        assertThat(rules(finding("a", Binding.MANDATORY, true, null)).missing(verdict(Decision.GO, null)))
                .isEmpty();
    }

    @Test
    void somebodyHasToChoose() {
        assertThat(keys(rules().missing(Verdict.blank()))).containsExactly("gate.decide.choose");
    }

    @Test
    void aBlockingFindingAllowsNoGoOfAnyKind() {
        VerdictRules rules = rules(finding("a", Binding.BLOCKING, false, "please"));
        assertThat(keys(rules.missing(verdict(Decision.GO, "because")))).contains("gate.decide.blocked");
        assertThat(keys(rules.missing(conditional(new Promise("x", "olaf", TODAY, "a", null)))))
                .contains("gate.decide.blocked");
    }

    @Test
    void aWaiverCountsOnlyIfSomebodyAskedForItAndTheGoNamesIt() {
        Verdict naming = new Verdict(Decision.GO, "fine", List.of("a"), List.of(), null, null, List.of());
        assertThat(rules(finding("a", Binding.MANDATORY, false, "late data")).missing(naming))
                .isEmpty();
        assertThat(keys(rules(finding("a", Binding.MANDATORY, false, null)).missing(naming)))
                .contains("gate.decide.unmet");
        assertThat(keys(rules(finding("a", Binding.MANDATORY, false, "late data"))
                        .missing(verdict(Decision.GO, "fine"))))
                .contains("gate.decide.waive");
    }

    @Test
    void conditionsAnswerForRequiredFindingsAndAreTheReason() {
        VerdictRules rules = rules(finding("a", Binding.MANDATORY, false, null));
        assertThat(rules.missing(conditional(new Promise("Baseline", "olaf", TODAY.plusDays(9), "a", null))))
                .isEmpty();
        assertThat(keys(rules.missing(conditional(new Promise("Else", "olaf", TODAY, null, null)))))
                .containsExactly("gate.decide.condition.unanswered");
        assertThat(keys(rules.missing(conditional()))).contains("gate.decide.condition.none");
    }

    @Test
    void aConditionHasTextAnOwnerWeKnowAndADateAhead() {
        VerdictRules rules = rules();
        assertThat(keys(rules.missing(conditional(new Promise(null, "nobody", TODAY.minusDays(1), null, null)))))
                .contains("gate.decide.condition.text", "gate.person", "gate.date.past");
        assertThat(keys(rules.missing(conditional(new Promise("x", "olaf", TODAY.plusDays(401), null, null)))))
                .contains("gate.date.far");
    }

    @Test
    void everyOtherDecisionNeedsAReason() {
        for (Decision decision : List.of(Decision.RECYCLE, Decision.KILL, Decision.HOLD, Decision.MORE_INFORMATION)) {
            assertThat(keys(rules().missing(verdict(decision, " ")))).contains("gate.decide.reason");
        }
    }

    @Test
    void decidingAgainstTheRecommendationNeedsAReason() {
        Finding loss = new Finding(
                "npv",
                "t",
                "npv",
                "money",
                BigDecimal.valueOf(-5),
                Comparison.AT_LEAST,
                BigDecimal.ZERO,
                1,
                Binding.MANDATORY,
                false,
                "MANAGER",
                "strategic",
                "manager",
                false);
        Verdict go = new Verdict(Decision.GO, null, List.of("npv"), List.of(), null, null, List.of());
        assertThat(keys(rules(loss).missing(go))).containsExactly("gate.decide.reason.against");
    }

    @Test
    void itGoesBackOnlyToThisStageOrAnEarlierOne() {
        Verdict back = new Verdict(Decision.RECYCLE, "r", List.of(), List.of(), "roi", null, List.of());
        assertThat(keys(rules().missing(back))).containsExactly("gate.decide.stage.later");
        Verdict none = new Verdict(Decision.RECYCLE, "r", List.of(), List.of(), null, null, List.of());
        assertThat(keys(rules().missing(none))).containsExactly("gate.decide.stage");
        Verdict fine = new Verdict(Decision.RECYCLE, "r", List.of(), List.of(), "values", null, List.of());
        assertThat(rules().missing(fine)).isEmpty();
    }

    @Test
    void aHoldAlwaysEnds() {
        assertThat(keys(rules().missing(hold(null)))).containsExactly("gate.decide.hold");
        assertThat(keys(rules().missing(hold(TODAY)))).containsExactly("gate.date.past");
        assertThat(keys(rules().missing(hold(TODAY.plusDays(402))))).containsExactly("gate.date.far");
        assertThat(rules().missing(hold(TODAY.plusDays(30)))).isEmpty();
    }

    private static Verdict hold(@Nullable LocalDate until) {
        return new Verdict(Decision.HOLD, "r", List.of(), List.of(), null, until, List.of());
    }

    @Test
    void questionsNameWhoShouldAnswer() {
        Verdict ask = new Verdict(
                Decision.MORE_INFORMATION,
                "r",
                List.of(),
                List.of(),
                null,
                null,
                List.of(new Verdict.Ask("olaf", "How?"), new Verdict.Ask(null, "Why?"), new Verdict.Ask("zoe", null)));
        assertThat(rules().missing(ask))
                .extracting(Missing::field)
                .containsExactly("questions[1].to", "questions[2].text", "questions[2].to");
    }

    @Test
    void theRecommendationSaysByWhichRule() {
        assertThat(Recommendation.from(List.of()).rule()).isEqualTo("met");
        assertThat(Recommendation.from(List.of(finding("a", Binding.ADVISORY, false, null)))
                        .rule())
                .isEqualTo("advisory");
        assertThat(Recommendation.from(List.of(finding("a", Binding.MANDATORY, false, null)))
                        .decision())
                .isEqualTo(Decision.CONDITIONAL_GO);
        assertThat(Recommendation.from(List.of(finding("a", Binding.BLOCKING, false, null)))
                        .decision())
                .isEqualTo(Decision.RECYCLE);
    }

    @Test
    void aFactNobodyStatesIsNotMetAndSaysSo() {
        Criterion criterion = new Criterion(
                "a",
                "roi",
                "nowhere",
                Comparison.EQUALS,
                BigDecimal.ZERO,
                1,
                Binding.MANDATORY,
                "LITE",
                "MANAGER",
                null,
                true,
                Need.OPTIONAL);
        Finding found = Finding.measure(List.of(criterion), List.of(), "LITE", Criterion::id)
                .get(0);
        assertThat(found.met()).isFalse();
        assertThat(found.unit()).isEqualTo("missing");
    }

    @Test
    void belowItsDepthACriterionIsShownButBindsNobody() {
        Criterion criterion = new Criterion(
                "a",
                "roi",
                "x",
                Comparison.EQUALS,
                BigDecimal.ZERO,
                1,
                Binding.BLOCKING,
                "STANDARD",
                "MANAGER",
                null,
                true,
                Need.OPTIONAL);
        List<Fact> facts = List.of(Fact.count("x", 3));
        assertThat(Finding.measure(List.of(criterion), facts, "LITE", Criterion::id)
                        .get(0)
                        .kind())
                .isEqualTo(Binding.ADVISORY);
        assertThat(Finding.measure(List.of(criterion), facts, "FULL", Criterion::id)
                        .get(0)
                        .kind())
                .isEqualTo(Binding.BLOCKING);
    }
}
