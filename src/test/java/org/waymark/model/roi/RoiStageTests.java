package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;
import static org.waymark.model.roi.RoiHouse.ATLAS;
import static org.waymark.model.roi.RoiHouse.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.web.Refusal;

/** From the choice of lines to what the gate is told, on a database, with the worked case of the reference. */
class RoiStageTests {

    private final RoiHouse house = new RoiHouse("STANDARD");
    private final RoiStory story = new RoiStory(house);

    @BeforeEach
    void open() {
        house.model.open(ATLAS, 1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theWorkedCaseReachesTheGateToTheUnit() {
        story.worked();
        assertThat(facts())
                .containsEntry("benefitLinesCounted", new BigDecimal("5"))
                .containsEntry("countedLinesWithoutBaseline", BigDecimal.ZERO)
                .containsEntry("countedLinesWithoutOwner", BigDecimal.ZERO)
                .containsEntry("ownersInProgramOffice", BigDecimal.ZERO)
                .containsEntry("linesNotReviewed", BigDecimal.ZERO)
                .containsEntry("npv", new BigDecimal("402001"))
                .containsEntry("npvCash", new BigDecimal("64541"))
                .containsEntry("roiPercent", new BigDecimal("18.6"))
                .containsEntry("paybackMonths", new BigDecimal("26.5"))
                .containsEntry("largestLineSharePercent", new BigDecimal("83.9"))
                .containsEntry("peopleAndChangeCosted", BigDecimal.ONE);
        Document document = house.model.record(ATLAS);
        assertThat(document.headline())
                .isEqualTo("It pays: €\u00a0402,001 net over 3 years, 18.6\u00a0% return, and the money is back after"
                        + " 26.5 months. Cash alone: €\u00a064,541");
        assertThat(document.sections())
                .extracting(Document.Section::heading)
                .contains("Money, cumulative", "Cost lines");
        assertThat(house.model.measures(ATLAS)).containsEntry("npv", "402001").containsEntry("currency", "EUR");
    }

    @Test
    void aLineWithoutBaselineIsAHypothesisAndNotSummed() {
        story.worked();
        CaseDraft draft = house.build.begin(task("buildBusinessCase", "manager"));
        story.build(replaced(draft, with(draft.benefits().get(4), null, null)));
        assertThat(facts())
                .containsEntry("benefitLinesCounted", new BigDecimal("4"))
                .containsEntry("npv", new BigDecimal("64541"))
                .containsEntry("npvCash", new BigDecimal("64541"));
        story.build(replaced(draft, with(draft.benefits().get(4), null, true)));
        assertThat(facts())
                .containsEntry("npv", new BigDecimal("402001"))
                .containsEntry("countedLinesWithoutBaseline", BigDecimal.ONE);
    }

    @Test
    void aCaseWithoutCostsPromisesNoReturn() {
        story.worked();
        CaseDraft draft = house.build.begin(task("buildBusinessCase", "manager"));
        CaseDraft bare = new CaseDraft(
                draft.horizonYears(),
                draft.rate(),
                draft.ramp(),
                draft.contingency(),
                draft.benefits(),
                List.of(),
                draft.scenarios(),
                draft.capacity());
        assertThat(house.words.headline(house.pricing.price(bare, Map.of()), "EUR"))
                .startsWith("Benefits of €")
                .endsWith("what it returns cannot be said before the costs are there");
    }

    @Test
    void aCaseThatNeverPaysSaysNo() {
        story.worked();
        CaseDraft draft = house.build.begin(task("buildBusinessCase", "manager"));
        story.build(new CaseDraft(
                draft.horizonYears(),
                draft.rate(),
                draft.ramp(),
                draft.contingency(),
                draft.benefits().subList(3, 5),
                draft.costs(),
                draft.scenarios(),
                draft.capacity()));
        assertThat(house.model.record(ATLAS).headline())
                .startsWith("This case does not pay")
                .endsWith("the money does not come back within the horizon");
        assertThat(facts())
                .containsEntry("paybackMonths", RoiFacts.NEVER)
                .containsEntry("benefitLinesCounted", new BigDecimal("2"));
        assertThat(house.book.benefits(ATLAS))
                .as("dropped lines stay on record")
                .hasSize(5);
    }

    @Test
    void financeMayLowerALineOrRefuseItButNeverImproveACaseByRefusingACost() {
        story.worked();
        story.review("BEN-01", new Review("BEN-01", Verdict.ADJUST, new BigDecimal("360000"), "half of it"));
        BigDecimal lowered = facts().get("npv");
        assertThat(lowered).isLessThan(BigDecimal.ZERO);
        story.review("BEN-11", new Review("BEN-11", Verdict.REFUSE, null, "not ours"));
        assertThat(facts())
                .containsEntry("npv", new BigDecimal("64541"))
                .containsEntry("linesNotReviewed", BigDecimal.ZERO);
        story.review("CST-01", new Review("CST-01", Verdict.REFUSE, null, "no offer seen"));
        assertThat(facts()).containsEntry("npv", new BigDecimal("402001"));
    }

    @Test
    void theNextRoundStartsFromWhatWasSaid() {
        story.worked();
        CaseDraft before = house.build.begin(task("buildBusinessCase", "manager"));
        house.model.open(ATLAS, 2);
        house.model.open(ATLAS, 2);
        assertThat(house.choose.begin(task("chooseBenefits", "manager")).chosen())
                .hasSize(5);
        assertThat(house.build.begin(task("buildBusinessCase", "manager"))).isEqualTo(before);
        assertThat(house.review.begin(task("reviewFinances", "finance")).lines())
                .allMatch(Review::given);
        assertThat(facts()).containsEntry("linesNotReviewed", new BigDecimal("9"));
        assertThat(house.estimate.begin(task("estimateBenefits", "pr")).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.inputs()).isNotEmpty());
    }

    @Test
    void ownersSeeTheirOwnLinesOnlyAndWhoTakesWorkOverTakesTheLinesOver() {
        story.choose();
        when(house.items.all(ATLAS, "estimateBenefits", "i1"))
                .thenReturn(List.of(task("estimateBenefits", "service"), task("estimateBenefits", "pr")));
        assertThat(house.process.estimators(ATLAS)).containsExactly("service", "pr");
        EstimateDraft mine = house.estimate.begin(task("estimateBenefits", "pr"));
        assertThat(mine.lines()).extracting(EstimateDraft.Estimate::template).containsExactly("BEN-11");
        EstimateDraft stolen = new EstimateDraft(
                List.of(new EstimateDraft.Estimate("BEN-01", Map.of(), null, null, null, null, null)));
        refused(
                () -> house.estimate.check(task("estimateBenefits", "pr"), stolen),
                "roi.notYourLine",
                "lines[0].template");
        when(house.items.all(ATLAS, "estimateBenefits", "i1"))
                .thenReturn(List.of(task("estimateBenefits", "service"), task("estimateBenefits", "finance")));
        assertThat(house.estimate.begin(task("estimateBenefits", "finance")).lines())
                .extracting(EstimateDraft.Estimate::template)
                .containsExactly("BEN-11");
    }

    @Test
    void aLineNeedsAnOwnerFromTheTeamOutsideTheOffice() {
        var task = task("chooseBenefits", "manager");
        ChoiceDraft draft = new ChoiceDraft(List.of(
                new ChoiceDraft.Choice("BEN-01", null, null),
                new ChoiceDraft.Choice("BEN-02", "manager", null),
                new ChoiceDraft.Choice("BEN-03", "outsider", null),
                new ChoiceDraft.Choice(null, "service", "BEN-04")));
        house.choose.check(task, draft);
        assertThat(house.choose.missing(task, draft))
                .extracting(Missing::key)
                .containsExactly("roi.owner.missing", "roi.owner.office", "roi.owner.notInTeam");
        assertThat(house.choose.missing(task, new ChoiceDraft(List.of())))
                .extracting(Missing::key)
                .containsExactly("roi.missing.benefits");
        refused(
                () -> house.choose.check(
                        task, new ChoiceDraft(List.of(new ChoiceDraft.Choice("BEN-01", "stranger", null)))),
                "roi.owner.unknown",
                "lines[0].owner");
        refused(
                () -> house.choose.check(
                        task, new ChoiceDraft(List.of(new ChoiceDraft.Choice("BEN-99", "service", null)))),
                "roi.unknownLine",
                "lines[0].template");
    }

    @Test
    void aLiteProgramWeighsFiveBenefits() {
        try (RoiHouse lite = new RoiHouse("LITE")) {
            lite.model.open(ATLAS, 1);
            List<ChoiceDraft.Choice> six = new ArrayList<>();
            for (int i = 1; i <= 6; i++) {
                six.add(new ChoiceDraft.Choice("BEN-0" + i, "service", null));
            }
            assertThat(lite.choose.missing(task("chooseBenefits", "manager"), new ChoiceDraft(six)))
                    .extracting(Missing::key)
                    .containsExactly("roi.lite");
        }
    }

    @Test
    void refusesWhatCanNeverBeRight() {
        BenefitLine line = BenefitLine.blank("BEN-01", "service", Map.of("hourlyCost", new BigDecimal("-1")));
        refusedCase(line, "roi.negative", "benefits[0].inputs[hourlyCost]");
        refusedCase(
                BenefitLine.blank("BEN-01", "service", Map.of("captureRate", new BigDecimal("60"))),
                "roi.shareOverOne",
                "benefits[0].inputs[captureRate]");
        refusedCase(
                BenefitLine.blank("BEN-01", "service", Map.of("colour", BigDecimal.ONE)),
                "roi.unknownInput",
                "benefits[0].inputs[colour]");
        refusedCase(
                BenefitLine.blank("BEN-01", "service", Map.of("hourlyCost", new BigDecimal("1e29"))),
                "roi.outOfSize",
                "benefits[0].inputs[hourlyCost]");
        CaseDraft contingencyTwice = new CaseDraft(
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(new CostLine("CST-12", null, Map.of(), null, Map.of(), null)),
                Map.of(),
                Map.of());
        refused(() -> check(contingencyTwice), "roi.contingencyOnce", "costs[0].template");
        CaseDraft century = new CaseDraft(100, null, List.of(), null, List.of(), List.of(), Map.of(), Map.of());
        refused(() -> check(century), "roi.horizonOutOfRange", "horizonYears");
    }

    @Test
    void aRiskLineNeverCountsForMoreThanHalf() {
        BenefitLine sure = new BenefitLine(
                "BEN-11", "pr", RoiStory.inputs("BEN-11"), "log", new BigDecimal("0.80"), null, null, null, Map.of());
        CaseDraft draft =
                new CaseDraft(null, null, List.of(), null, List.of(sure), RoiStory.costs(), Map.of(), Map.of());
        assertThat(house.build.missing(task("buildBusinessCase", "manager"), draft))
                .extracting(Missing::key)
                .containsExactly("roi.riskTooSure");
        assertThat(new BenefitLine("BEN-11", "pr", Map.of(), null, null, Basis.OWN_PILOT, null, null, Map.of())
                        .weight(Kind.RISK))
                .isEqualByComparingTo("0.50");
    }

    @Test
    void onlyTheStrongestClaimsNeedEvidence() {
        story.choose();
        var task = task("estimateBenefits", "service");
        story.asked();
        assertThat(missing(task, estimate("0.80", null, null))).isEmpty();
        assertThat(missing(task, estimate("0.81", null, null))).containsExactly("lines[0].evidence");
        assertThat(missing(task, estimate("0.81", "CRM, export of 3 May", null)))
                .isEmpty();
    }

    @Test
    void whoCannotJudgeALineLeavesItOpenAndNothingIsInvented() {
        story.choose();
        var task = task("estimateBenefits", "service");
        story.asked();
        EstimateDraft draft = house.estimate.begin(task);
        EstimateDraft open = new EstimateDraft(draft.lines().stream()
                .map(line -> new EstimateDraft.Estimate(
                        line.template(), RoiStory.inputs(line.template()), null, null, null, null, true))
                .toList());
        house.estimate.check(task, open);
        assertThat(house.estimate.missing(task, open)).isEmpty();
        house.estimate.submit(task, open);
        assertThat(house.book.priced(ATLAS).benefits())
                .filteredOn(line -> !line.id().equals("BEN-11"))
                .allMatch(line -> line.stated() == null && !line.counted());
        CaseDraft begun = house.build.begin(task("buildBusinessCase", "manager"));
        assertThat(house.build.missing(task("buildBusinessCase", "manager"), begun))
                .extracting(Missing::field)
                .contains("benefits[0].inputs[contactsPerYear]");
        assertThat(house.build
                        .view(task("buildBusinessCase", "manager"), begun)
                        .model()
                        .get("benefitRows"))
                .asString()
                .contains("service person cannot put figures on it");
    }

    private List<String> missing(WorkItem task, EstimateDraft draft) {
        return house.estimate.missing(task, draft).stream().map(Missing::field).toList();
    }

    private static EstimateDraft estimate(String confidence, String evidence, Boolean cannotSay) {
        return new EstimateDraft(List.of(
                new EstimateDraft.Estimate(
                        "BEN-01",
                        RoiStory.inputs("BEN-01"),
                        "own log",
                        new BigDecimal(confidence),
                        null,
                        evidence,
                        cannotSay),
                new EstimateDraft.Estimate("BEN-02", Map.of(), null, null, null, null, true),
                new EstimateDraft.Estimate("BEN-05", Map.of(), null, null, null, null, true),
                new EstimateDraft.Estimate("BEN-06", Map.of(), null, null, null, null, true)));
    }

    @Test
    void theCapacityCheckFeedsTheFrontLine() {
        CaseDraft draft = new CaseDraft(
                null,
                null,
                List.of(),
                new BigDecimal("0"),
                List.of(),
                List.of(new CostLine(
                        "CST-09", null, Map.of("annualCost", new BigDecimal("40000")), null, Map.of(), null)),
                Map.of(),
                Map.of(
                        "weeklyVolume",
                        new BigDecimal("25000"),
                        "relevantShare",
                        new BigDecimal("0.40"),
                        "targetCoverage",
                        BigDecimal.ONE,
                        "automatedShare",
                        BigDecimal.ZERO,
                        "minutesPerReply",
                        new BigDecimal("4"),
                        "productiveHours",
                        new BigDecimal("30"),
                        "currentAgents",
                        new BigDecimal("2")));
        check(draft);
        PricedCase priced = new Pricing(house.catalogue).price(draft, Map.of());
        assertThat(priced.costs().get(0).stated()).isEqualByComparingTo("840000");
    }

    private void check(CaseDraft draft) {
        house.build.check(task("buildBusinessCase", "manager"), draft);
    }

    private void refusedCase(BenefitLine line, String key, String field) {
        CaseDraft draft = new CaseDraft(null, null, List.of(), null, List.of(line), List.of(), Map.of(), Map.of());
        refused(() -> check(draft), key, field);
    }

    private static void refused(Runnable act, String key, String field) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.status()).isEqualTo(400);
        });
    }

    private Map<String, BigDecimal> facts() {
        return house.model.facts(ATLAS).stream().collect(Collectors.toMap(Fact::name, Fact::value));
    }

    private static CaseDraft replaced(CaseDraft draft, BenefitLine last) {
        List<BenefitLine> benefits = new ArrayList<>(draft.benefits());
        benefits.set(4, last);
        return new CaseDraft(
                draft.horizonYears(),
                draft.rate(),
                draft.ramp(),
                draft.contingency(),
                benefits,
                draft.costs(),
                draft.scenarios(),
                draft.capacity());
    }

    private static BenefitLine with(BenefitLine line, String baseline, Boolean included) {
        return new BenefitLine(
                line.template(),
                line.owner(),
                line.inputs(),
                baseline,
                line.confidence(),
                line.basis(),
                line.evidence(),
                included,
                line.amounts());
    }
}
