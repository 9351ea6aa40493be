package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.waymark.model.roi.RoiHouse.ATLAS;
import static org.waymark.model.roi.RoiHouse.task;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worked case of the reference, carried through the stage by the people it asks. */
final class RoiStory {

    private static final List<String> LINES = List.of("BEN-01", "BEN-02", "BEN-05", "BEN-06", "BEN-11");

    private final RoiHouse house;

    RoiStory(RoiHouse house) {
        this.house = house;
    }

    void choose() {
        var task = task("chooseBenefits", "manager");
        ChoiceDraft draft = new ChoiceDraft(LINES.stream()
                .map(line -> new ChoiceDraft.Choice(line, "BEN-11".equals(line) ? "pr" : "service", null))
                .toList());
        house.choose.check(task, draft);
        assertThat(house.choose.missing(task, draft)).isEmpty();
        house.choose.submit(task, draft);
    }

    void worked() {
        choose();
        asked();
        for (String owner : List.of("service", "pr")) {
            estimate(owner);
        }
        house.process.closeEstimates(ATLAS);
        CaseDraft begun = house.build.begin(task("buildBusinessCase", "manager"));
        build(new CaseDraft(
                begun.horizonYears(),
                begun.rate(),
                begun.ramp(),
                begun.contingency(),
                begun.benefits(),
                costs(),
                begun.scenarios(),
                begun.capacity()));
        review("", null);
    }

    void asked() {
        when(house.items.all(ATLAS, "estimateBenefits", "i1"))
                .thenReturn(List.of(task("estimateBenefits", "service"), task("estimateBenefits", "pr")));
    }

    private void estimate(String owner) {
        var task = task("estimateBenefits", owner);
        List<String> mine = LINES.stream()
                .filter(line -> "BEN-11".equals(line) == "pr".equals(owner))
                .toList();
        EstimateDraft draft = new EstimateDraft(mine.stream()
                .map(line -> new EstimateDraft.Estimate(
                        line, inputs(line), "own log, 2025", confidence(line), null, "log of 2025", null))
                .toList());
        house.estimate.check(task, draft);
        assertThat(house.estimate.missing(task, draft)).isEmpty();
        house.estimate.submit(task, draft);
        assertThat(house.estimate.view(task, draft).template()).isEqualTo("roi/estimate");
    }

    void build(CaseDraft draft) {
        var task = task("buildBusinessCase", "manager");
        house.build.check(task, draft);
        assertThat(house.build.missing(task, draft)).isEmpty();
        house.build.view(task, draft);
        house.build.submit(task, draft);
    }

    void review(String id, Review other) {
        var task = task("reviewFinances", "finance");
        ReviewDraft blank = house.review.begin(task);
        ReviewDraft draft = new ReviewDraft(blank.lines().stream()
                .map(line -> id.equals(line.id()) ? other : new Review(line.id(), Verdict.ACCEPT, null, null))
                .toList());
        house.review.check(task, draft);
        assertThat(house.review.missing(task, draft)).isEmpty();
        house.review.view(task, draft);
        house.review.submit(task, draft);
    }

    static List<CostLine> costs() {
        return List.of(
                cost("CST-02", "projectDays", "750", "dayRate", "1000"),
                cost("CST-01", "users", "400", "unitPrice", "1150", "months", "12"),
                cost("CST-05", "fullTimePeople", "1", "annualCost", "60000", "months", "12"),
                cost("CST-07", "campaigns", "10000", "events", "5000", "sponsorTime", "5000"));
    }

    private static CostLine cost(String template, String... figures) {
        return new CostLine(template, null, map(figures), null, Map.of(), null);
    }

    private static BigDecimal confidence(String line) {
        return new BigDecimal(
                Map.of("BEN-01", "0.85", "BEN-02", "0.80", "BEN-05", "0.95", "BEN-06", "0.60", "BEN-11", "0.50")
                        .get(line));
    }

    static Map<String, @Nullable BigDecimal> inputs(String line) {
        return switch (line) {
            case "BEN-01" ->
                map(
                        "contactsPerYear",
                        "1500000",
                        "minutesBefore",
                        "8.0",
                        "minutesAfter",
                        "6.5",
                        "hourlyCost",
                        "32",
                        "captureRate",
                        "0.60");
            case "BEN-02" ->
                map(
                        "eligibleContactsPerYear",
                        "900000",
                        "deflectionRate",
                        "0.08",
                        "assistedCost",
                        "6.00",
                        "selfServiceCost",
                        "0.80");
            case "BEN-05" ->
                map("licences", "240000", "hosting", "60000", "administration", "40000", "monthsOff", "12");
            case "BEN-06" ->
                map(
                        "buyingConversationsPerYear",
                        "90000",
                        "conversionRate",
                        "0.03",
                        "averageOrderValue",
                        "70",
                        "contributionMargin",
                        "0.35",
                        "incrementality",
                        "0.50");
            default ->
                map(
                        "probabilityBefore",
                        "0.20",
                        "lossBefore",
                        "4000000",
                        "probabilityAfter",
                        "0.14",
                        "lossAfter",
                        "3000000");
        };
    }

    private static Map<String, @Nullable BigDecimal> map(String... pairs) {
        Map<String, @Nullable BigDecimal> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], new BigDecimal(pairs[i + 1]));
        }
        return map;
    }
}
