package org.waymark.model.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.model.TestHouse.PROGRAM;
import static org.waymark.model.TestHouse.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.model.TestHouse;
import org.waymark.model.values.AgreeDraft.Evidence;
import org.waymark.model.values.AgreeDraft.Item;
import org.waymark.process.Missing;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.web.Refusal;

class ValuesStageTests {

    /** Where, when and about which value; and the three tapped. */
    private static final String REST = "\nCalls\n2026-11-03\n\n";

    private final TestHouse house = new TestHouse();
    private final ValuesHouse values = new ValuesHouse(house);
    private final ValueVotes votes = values.votes;
    private final WeighValues weigh = values.weigh;
    private final ValuesProcess process = values.process;
    private final AgreeValues agree = values.agree;
    private final ValuesModel model = values.model;

    @BeforeEach
    void openTheRound() {
        model.open(PROGRAM, 1);
    }

    @AfterEach
    void shutDown() {
        house.close();
    }

    @Test
    void everyStakeholderIsAskedAndOpeningAgainChangesNothing() {
        model.open(PROGRAM, 1);

        assertThat(process.weighers(PROGRAM)).containsExactly("service", "marketing", "product");
    }

    @Test
    void aProgramWithoutStakeholdersIsRefusedAtOpening() {
        house.team();

        assertThatThrownBy(() -> model.open(PROGRAM, 2))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("values.nobody"));
    }

    @Test
    void pointsThatDoNotAddUpOrLieOnTooManyValuesAreNotReady() {
        assertThat(missing(points("VAL-01", 92))).containsExactly("values.pointsLeft");
        assertThat(missing(points("VAL-01", 92, "VAL-02", 20))).containsExactly("values.pointsOver");
        assertThat(missing(points(
                        "VAL-01", 12, "VAL-02", 11, "VAL-03", 11, "VAL-04", 11, "VAL-05", 11, "VAL-06", 11, "VAL-07",
                        11, "VAL-08", 11, "VAL-09", 11)))
                .containsExactly("values.tooMany");
        assertThat(missing(points("VAL-01", 60, "VAL-02", 40, "VAL-03", 0))).isEmpty();
    }

    @Test
    void whatCanNeverBeRightIsRefusedWithItsField() {
        refused(weighed(points("VAL-01", -1), null), "weights[VAL-01]");
        refused(weighed(points("VAL-01", 101), null), "weights[VAL-01]");
        refused(weighed(points("VAL-99", 10), null), "weights[VAL-99]");
        refused(weighed(Map.of(), "x".repeat(2001)), "fact");
    }

    @Test
    void wishesOnTheSameBallotAreAskedForCheckedAndHandedOnButNeverPublished() {
        values.early.ask("2", "5");
        Map<String, Integer> all = points("VAL-05", 100);

        assertThat(weigh.missing(house.task("weighValues", "service"), wishing(all, Map.of("2", 1))))
                .extracting(Missing::field)
                .containsExactly("wish[5]");
        refused(wishing(all, Map.of("2", 3)), "wish[2]");
        refused(wishing(all, Map.of("10", 1)), "wish[10]");

        weigh.submit(house.task("weighValues", "service"), wishing(all, Map.of("2", 1, "5", 2)));

        assertThat(values.early.kept).containsOnly(Map.entry("service", Map.of("2", 1, "5", 2)));
        assertThat(house.ledgerLines.toString()).doesNotContain("wish");
        assertThat(weigh.begin(house.task("weighValues", "service")).wish()).isEqualTo(Map.of("2", 1, "5", 2));
    }

    @Test
    void aBiggerProgramTakesNoWishesWithThePoints() {
        weigh.submit(house.task("weighValues", "service"), wishing(points("VAL-05", 100), Map.of("2", 1)));

        assertThat(values.early.kept).isEmpty();
        assertThat(weigh.begin(house.task("weighValues", "service")).wish()).isEmpty();
    }

    @Test
    void aVoteIsSealedAndTheDecisionRecordHoldsOnlyItsCommitment() {
        vote("service", points("VAL-05", 73, "VAL-13", 27), "They wrote three times.");

        String line = house.ledgerLines.get(0);
        assertThat(line)
                .startsWith("VOTED service {commitment=")
                .doesNotContain("=73")
                .doesNotContain("VAL-05");
        Map<String, Object> row = house.jdbc
                .sql("select points, fact, salt, commitment from values_vote")
                .query()
                .singleRow();
        Seal seal = new Seal((String) row.get("salt"), (String) row.get("commitment"));
        assertThat(seal.holds(row.get("points") + "\n" + row.get("fact") + REST))
                .isTrue();
        assertThat(seal.holds("VAL-05=72 VAL-13=28\n" + row.get("fact") + REST)).isFalse();
        assertThat(line).contains(seal.commitment());
    }

    @Test
    void nothingOfTheVotesShowsBeforeTheClose() {
        vote("service", points("VAL-05", 73, "VAL-13", 27), "A marked word");

        assertThat(model.record(PROGRAM).toString())
                .contains("1 of 3")
                .doesNotContain("73")
                .doesNotContain("A marked word")
                .doesNotContain("Answer everyone");
        assertThat(fact("weighedPercent")).isZero();
        assertThat(model.measures(PROGRAM)).isEmpty();
        assertThat(votes.weights(PROGRAM, 1)).isEmpty();
        assertThat(votes.told(PROGRAM, 1)).isEmpty();
    }

    @Test
    void theCloseRecordsWhoAnsweredAndWhatTheGroupWeighs() {
        vote("service", points("VAL-05", 60, "VAL-07", 40), null);
        vote("marketing", points("VAL-05", 50, "VAL-13", 50), "A customer said so");
        process.closeWeighing(PROGRAM);
        process.closeWeighing(PROGRAM);

        assertThat(fact("weighedPercent")).isEqualByComparingTo("66.6667");
        assertThat(votes.weights(PROGRAM, 1).get(0).percent()).isEqualByComparingTo("55");
        assertThat(votes.told(PROGRAM, 1)).extracting(ValueVotes.Told::what).containsExactly("A customer said so");
        assertThat(house.ledgerLines)
                .filteredOn(line -> line.startsWith("CLOSED"))
                .singleElement()
                .asString()
                .contains("answered=2", "notAnswered=[product]");
        assertThatThrownBy(() -> vote("product", points("VAL-01", 100), null)).isInstanceOf(Refusal.class);
    }

    @Test
    void twoAnswersAreTooFewToShowAndThreeAreEnough() {
        vote("service", points("VAL-05", 100), null);
        vote("marketing", points("VAL-05", 90, "VAL-13", 10), null);
        process.closeWeighing(PROGRAM);
        assertThat(model.record(PROGRAM).toString())
                .contains("only the order is shown")
                .doesNotContain("95.0");
        assertThat(model.measures(PROGRAM)).isEmpty();

        model.open(PROGRAM, 2);
        everybodyVotes();
        assertThat(model.record(PROGRAM).toString()).contains("Agreement on the ranking");
        assertThat(model.measures(PROGRAM)).containsKeys("valuesConcordance", "topThreeOverlap");
    }

    @Test
    void theNextRoundStartsFromTheLastAnswer() {
        everybodyVotes();
        model.open(PROGRAM, 2);

        WeighDraft again = weigh.begin(house.task("weighValues", "service"));

        assertThat(again.weights()).isEqualTo(points("VAL-05", 40, "VAL-07", 30, "VAL-13", 30));
        assertThat(again.fact()).isEqualTo("They wrote three times.");
        assertThat(weigh.begin(house.task("weighValues", "somebody-new")).weights())
                .isEmpty();
    }

    @Test
    void theProposalHasTheHeaviestValuesAndIsNotYetReady() {
        everybodyVotes();

        AgreeDraft draft = agree.begin(house.task("agreeValues", "manager"));

        assertThat(draft.ids()).containsExactly("VAL-05", "VAL-07", "VAL-13", "VAL-06", "VAL-09");
        assertThat(keys(agree.missing(house.task("agreeValues", "manager"), draft)))
                .contains("values.baselineMissing", "values.targetMissing", "values.ownerMissing")
                .contains("values.evidenceMissing")
                .doesNotContain("values.measureMissing", "values.fiveToSeven", "values.lensMissing.risk");
    }

    @Test
    void aWholeAgreementSatisfiesTheGateAndStartsTheNextRound() {
        everybodyVotes();
        AgreeDraft draft = complete(agree.begin(house.task("agreeValues", "manager")));
        agree.check(house.task("agreeValues", "manager"), draft);
        assertThat(agree.missing(house.task("agreeValues", "manager"), draft)).isEmpty();
        agree.submit(house.task("agreeValues", "manager"), draft);

        assertThat(facts())
                .containsEntry("valuesAgreed", 5)
                .containsEntry("weighedPercent", 100)
                .containsEntry("valuesWithoutOwner", 0)
                .containsEntry("valuesWithoutMeasureOrBaseline", 0)
                .containsEntry("topThreeWithoutEvidence", 0)
                .containsEntry("lensesMissingWithoutReason", 0);
        Document document = model.record(PROGRAM);
        assertThat(document.headline()).contains("5 values agreed").contains("Answer everyone");
        assertThat(document.sections()).hasSize(6);
        assertThat(new AgreedValues(house.jdbc).topThree(PROGRAM)).containsExactly("VAL-05", "VAL-07", "VAL-13");

        model.open(PROGRAM, 2);
        assertThat(fact("valuesAgreed")).isZero();
        assertThat(agree.begin(house.task("agreeValues", "manager"))).isEqualTo(draft);
    }

    @Test
    void anOwnerWhoLeavesTheTeamNoLongerCounts() {
        everybodyVotes();
        agree.submit(house.task("agreeValues", "manager"), complete(agree.begin(house.task("agreeValues", "manager"))));
        house.team(house.team.members(PROGRAM).stream()
                .filter(member -> !member.person().equals("service"))
                .toArray(org.waymark.stakeholder.Member[]::new));

        assertThat(fact("valuesWithoutOwner")).isEqualByComparingTo("5");
        assertThat(agree.begin(house.task("agreeValues", "manager")).values())
                .extracting(Item::owner)
                .containsOnlyNulls();
    }

    @Test
    void aLensWithoutAValueNeedsAReason() {
        everybodyVotes();
        List<Item> items = new ArrayList<>(
                complete(agree.begin(house.task("agreeValues", "manager"))).values());
        items.replaceAll(item -> "VAL-13".equals(item.id())
                ? ready(AgreeValues.suggested(house.catalogue.value("VAL-01"), "EUR", List.of()))
                : item);

        assertThat(keys(agree.missing(house.task("agreeValues", "manager"), new AgreeDraft(items, null))))
                .containsExactly("values.lensMissing.risk");
        assertThat(agree.missing(house.task("agreeValues", "manager"), new AgreeDraft(items, "Legal covers it")))
                .isEmpty();
    }

    @Test
    void nonsenseInAnAgreementIsRefusedWithItsField() {
        everybodyVotes();
        Item good = ready(AgreeValues.suggested(house.catalogue.value("VAL-05"), "EUR", List.of()));
        refusedAgreement(with(good, "VAL-99", good.baseline(), good.owner(), good.date()), "values[0].id");
        refusedAgreement(with(good, "VAL-05", "a lot", good.owner(), good.date()), "values[0].baseline");
        refusedAgreement(with(good, "VAL-05", "1", "a-stranger", good.date()), "values[0].owner");
        refusedAgreement(with(good, "VAL-05", "1", "service", LocalDate.of(2020, 1, 1)), "values[0].date");
        refusedAgreement(
                new Item(
                        "VAL-05",
                        "m",
                        "%",
                        "up",
                        "1",
                        null,
                        BigDecimal.ONE,
                        null,
                        null,
                        List.of(new Evidence("said", "who", null, "javascript:alert(1)")),
                        null),
                "values[0].evidence[0].link");
    }

    @Test
    void toBeMeasuredMayBeSaidInWords() {
        Item item = new Item("VAL-05", "m", "%", "up", "To be measured", null, null, null, null, List.of(), null);

        assertThat(item.measuredLater()).isTrue();
        assertThat(item.baseline()).isNull();
    }

    @Test
    void untickedRowsKeepTheirPlaceAndAreNoValues() {
        Item unticked = new Item(null, "left over", "%", "up", null, null, null, null, null, List.of(), null);
        AgreeDraft draft = new AgreeDraft(
                List.of(unticked, AgreeValues.suggested(house.catalogue.value("VAL-05"), "EUR", List.of()), unticked),
                null);

        assertThat(draft.ids()).containsExactly("VAL-05");
        assertThat(draft.values()).hasSize(2);
        assertThat(draft.values().get(1).id()).isEqualTo("VAL-05");
    }

    private void everybodyVotes() {
        vote("service", points("VAL-05", 40, "VAL-07", 30, "VAL-13", 30), "They wrote three times.");
        vote("marketing", points("VAL-05", 40, "VAL-07", 30, "VAL-06", 20, "VAL-09", 10), null);
        vote("product", points("VAL-05", 50, "VAL-07", 30, "VAL-13", 20), null);
        process.closeWeighing(PROGRAM);
    }

    private void vote(String person, Map<String, Integer> points, String fact) {
        weigh.submit(house.task("weighValues", person), weighed(points, fact));
    }

    private static WeighDraft wishing(Map<String, Integer> points, Map<String, Integer> wish) {
        return new WeighDraft(List.of(), points, null, null, null, null, Scorecard.BLANK, wish);
    }

    private static WeighDraft weighed(Map<String, Integer> points, String fact) {
        return new WeighDraft(
                List.of(),
                points,
                fact,
                fact == null ? null : "Calls",
                fact == null ? null : LocalDate.of(2026, 11, 3),
                null,
                Scorecard.BLANK,
                Map.of());
    }

    private AgreeDraft complete(AgreeDraft draft) {
        return new AgreeDraft(draft.values().stream().map(this::ready).toList(), draft.reason());
    }

    private Item ready(Item item) {
        return new Item(
                item.id(),
                item.measure(),
                item.unit(),
                item.better(),
                "40",
                false,
                new BigDecimal("90.0000"),
                LocalDate.of(2027, 6, 30),
                "service",
                List.of(new Evidence("Nobody answers", "Calls", LocalDate.of(2026, 11, 3), null)),
                item.promises());
    }

    private static Item with(Item item, String id, String baseline, String owner, LocalDate date) {
        return new Item(
                id,
                item.measure(),
                item.unit(),
                item.better(),
                baseline,
                false,
                item.target(),
                date,
                owner,
                List.of(),
                null);
    }

    private void refusedAgreement(Item item, String field) {
        assertThatThrownBy(() -> agree.check(house.task("agreeValues", "manager"), new AgreeDraft(List.of(item), null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    private void refused(WeighDraft draft, String field) {
        assertThatThrownBy(() -> weigh.check(house.task("weighValues", "service"), draft))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    private List<String> missing(Map<String, Integer> points) {
        return keys(weigh.missing(house.task("weighValues", "service"), weighed(points, null)));
    }

    private static List<String> keys(List<Missing> missing) {
        return missing.stream().map(Missing::key).toList();
    }

    private BigDecimal fact(String name) {
        return model.facts(PROGRAM).stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private Map<String, Integer> facts() {
        return model.facts(PROGRAM).stream()
                .collect(Collectors.toMap(Fact::name, fact -> fact.value().intValue()));
    }
}
