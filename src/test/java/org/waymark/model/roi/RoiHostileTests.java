package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;
import static org.waymark.model.roi.RoiHouse.ATLAS;
import static org.waymark.model.roi.RoiHouse.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;

/** The return with answers nobody wishes for, from the choice of lines to the record and its workbook. */
class RoiHostileTests {

    private static final String RIGHT_TO_LEFT = "שירות לקוחות";

    private RoiHouse house;
    private RoiStory story;

    @BeforeEach
    void open() {
        house = new RoiHouse("STANDARD");
        house.model.open(ATLAS, 1);
        story = new RoiStory(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Year 0 only costs; at a rate of zero the sum of the flows is the net value, to the unit. */
    @Test
    void atRateZeroTheOutlayOfYearZeroStandsAgainstTheSumOfTheYears() {
        story.worked();
        CaseDraft draft = house.build.begin(task("buildBusinessCase", "manager"));
        story.build(terms(draft, BigDecimal.ZERO, draft.costs()));
        story.review("", null);
        List<List<Document.Cell>> flow = section("Money, cumulative").rows();
        assertThat(flow.get(0).get(1).number()).as("the outlay at the start").isNegative();
        assertThat(facts().get("npv"))
                .as("577,746 + 1,155,492 + 1,444,365 less 825,000, 594,000, 506,000 and 506,000")
                .isEqualByComparingTo("746603");
        assertThat(words()).contains("746,603").doesNotContain("NaN", "Infinity");
    }

    @Test
    void aCaseThatOnlyCostsSaysNoAtEveryRate() {
        story.worked();
        CaseDraft draft = house.build.begin(task("buildBusinessCase", "manager"));
        for (String rate : List.of("0", "0.10", "1")) {
            CaseDraft bare = new CaseDraft(
                    draft.horizonYears(),
                    new BigDecimal(rate),
                    draft.ramp(),
                    draft.contingency(),
                    List.of(),
                    draft.costs(),
                    draft.scenarios(),
                    draft.capacity());
            PricedCase priced = house.pricing.price(bare, Map.of());
            assertThat(house.words.headline(priced, "EUR")).startsWith("This case does not pay");
        }
    }

    @Test
    void wordsAndNamesFromRightToLeftReachTheRecordAndTheWorkbook() throws Exception {
        when(house.people.nameOf("service")).thenReturn(RIGHT_TO_LEFT);
        story.worked();
        CaseDraft draft = house.build.begin(task("buildBusinessCase", "manager"));
        List<CostLine> costs = new ArrayList<>(draft.costs());
        CostLine first = costs.get(0);
        costs.set(0, new CostLine(first.template(), null, first.inputs(), first.years(), first.amounts(), "הצעת מחיר"));
        story.build(terms(draft, draft.rate(), costs));
        story.review("", null);
        assertThat(words()).contains(RIGHT_TO_LEFT, "הצעת מחיר");
        PricedCase priced = house.book.priced(ATLAS);
        new OpenedWorkbook(house.workbook.of(house.programs.get(ATLAS), priced)).says(priced);
    }

    /** Two hundred people in the team: whoever owns a line is asked, once, for all their lines. */
    @Test
    void twoHundredPeopleOwnSixteenLines() {
        List<String> many = IntStream.range(0, 200).mapToObj(i -> "person-" + i).toList();
        when(house.team.of(ATLAS)).thenReturn(many);
        doReturn(true).when(house.team).includes(any(), any());
        var choosing = task("chooseBenefits", "manager");
        ChoiceDraft draft = new ChoiceDraft(IntStream.rangeClosed(1, 16)
                .mapToObj(i -> new ChoiceDraft.Choice(String.format("BEN-%02d", i), "person-" + (i * 12), null))
                .toList());
        house.choose.check(choosing, draft);
        assertThat(house.choose.missing(choosing, draft)).isEmpty();
        house.choose.view(choosing, draft);
        house.choose.submit(choosing, draft);
        assertThat(house.process.estimators(ATLAS)).hasSize(16).doesNotHaveDuplicates();
        assertThat(words()).isNotBlank();
    }

    private static CaseDraft terms(CaseDraft draft, BigDecimal rate, List<CostLine> costs) {
        return new CaseDraft(
                draft.horizonYears(),
                rate,
                draft.ramp(),
                draft.contingency(),
                draft.benefits(),
                costs,
                draft.scenarios(),
                draft.capacity());
    }

    private Document.Section section(String heading) {
        return house.model.record(ATLAS).sections().stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, BigDecimal> facts() {
        return house.model.facts(ATLAS).stream().collect(Collectors.toMap(Fact::name, Fact::value));
    }

    private String words() {
        Document record = house.model.record(ATLAS);
        return record.headline() + " "
                + record.sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .flatMap(List::stream)
                        .map(cell -> String.valueOf(cell.text()))
                        .collect(Collectors.joining(" "));
    }
}
