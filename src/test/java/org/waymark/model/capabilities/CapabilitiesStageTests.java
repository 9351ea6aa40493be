package org.waymark.model.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.waymark.model.TestHouse.PROGRAM;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.catalogue.Capability;
import org.waymark.company.Company;
import org.waymark.model.TestHouse;
import org.waymark.model.capabilities.AgreeDraft.Row;
import org.waymark.model.values.AgreedValuesFixture;
import org.waymark.model.values.RecallHistory;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Fact;
import org.waymark.web.Refusal;

class CapabilitiesStageTests {

    private static final List<String> TOP = List.of("VAL-05", "VAL-07", "VAL-13");

    private final TestHouse house = new TestHouse();
    private final CapabilityVotes votes = new CapabilityVotes(house.jdbc, house.clock);
    private final CapabilityAgreements agreements = new CapabilityAgreements(house.jdbc, house.clock);
    private final Serving serving = new Serving(house.catalogue, AgreedValuesFixture.reading(house.jdbc));
    private final KnownCapabilities known = new KnownCapabilities(mock(Company.class));
    private final Asking asking = new Asking(votes, known, house.catalogue, house.team);
    private final RateCapabilities rate =
            new RateCapabilities(votes, serving, house.catalogue, asking, known, house.ledger);
    private final RecallHistory recall = AgreedValuesFixture.history(house);
    private final CapabilitiesProcess process = new CapabilitiesProcess(votes, serving, recall, house.ledger);
    private final AgreeCapabilities agree = new AgreeCapabilities(
            votes,
            agreements,
            serving,
            known,
            house.team,
            new GapRules(house.team),
            new GapPage(votes, house.catalogue, house.team, house.people));
    private final RatingsRecord ratings = new RatingsRecord(votes, house.catalogue, house.texts);
    private final CapabilitiesModel model = new CapabilitiesModel(
            votes,
            agreements,
            new CapabilitiesRecord(
                    votes,
                    agreements,
                    ratings,
                    new GapMatrix(house.texts),
                    recall,
                    serving,
                    known,
                    house.catalogue,
                    house.people,
                    house.texts),
            ratings,
            serving,
            known,
            house.programs,
            house.team);

    @BeforeEach
    void agreeTheValues() {
        AgreedValuesFixture.agree(house.jdbc, PROGRAM, Map.of("VAL-05", 40, "VAL-07", 30, "VAL-13", 20, "VAL-06", 10));
    }

    @AfterEach
    void shutDown() {
        house.close();
    }

    @Test
    void functionLeadsRateAndInASmallProgramTheManagerAlone() {
        model.open(PROGRAM, 1);
        assertThat(process.raters(PROGRAM)).containsExactly("service", "marketing", "product");

        house.depth("LITE");
        model.open(PROGRAM, 2);
        assertThat(process.raters(PROGRAM)).containsExactly("manager");
    }

    @Test
    void withoutFunctionLeadsOrAgreedValuesTheStageDoesNotOpen() {
        house.team();
        assertThatThrownBy(() -> model.open(PROGRAM, 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyWhatServesTheAgreedValuesIsAsked() {
        List<String> asked =
                serving.of(PROGRAM).capabilities().stream().map(Capability::id).toList();

        assertThat(asked).contains("CAP-04", "CAP-13", "CAP-26").doesNotContain("CAP-07", "CAP-31");
        assertThat(serving.of(PROGRAM).unserved()).isEmpty();
        // CAP-04 serves 05, 06, 07 and carries most: 80 of 100
        assertThat(serving.of(PROGRAM).needs()).containsEntry("CAP-04", 3).containsEntry("CAP-16", 1);
    }

    @Test
    void threeTapsAndEveryCapabilityAreNeededAndCannotJudgeIsAnAnswer() {
        model.open(PROGRAM, 1);
        Map<String, Integer> have = everything(1);
        have.put("CAP-04", null);

        assertThat(missing(new RateDraft(TOP, have))).isEmpty();
        assertThat(missing(new RateDraft(List.of("VAL-05"), have))).containsExactly("capabilities.recallLeft");
        assertThat(missing(new RateDraft(List.of("VAL-01", "VAL-02", "VAL-03", "VAL-04"), have)))
                .containsExactly("capabilities.recallOver");
        have.remove("CAP-04");
        assertThat(missing(new RateDraft(TOP, have))).containsExactly("capabilities.notRated");
    }

    @Test
    void whatCanNeverBeRightIsRefused() {
        refused(new RateDraft(List.of("VAL-99"), Map.of()), "recall");
        refused(new RateDraft(List.of(), Map.of("CAP-04", 4)), "have[CAP-04]");
        refused(new RateDraft(List.of(), Map.of("CAP-04", -1)), "have[CAP-04]");
        refused(new RateDraft(List.of(), Map.of("CAP-31", 1)), "have[CAP-31]");
    }

    @Test
    void theCloseCountsRecallAndSpreadAndNothingShowsBefore() {
        model.open(PROGRAM, 1);
        vote("service", TOP, 3);
        vote("marketing", TOP, 1);
        assertThat(facts().get("recallMatchPercent")).isZero();
        assertThat(votes.spreads(PROGRAM, 1)).isEmpty();
        assertThat(model.record(PROGRAM).toString()).contains("2 of 3").doesNotContain("CAP-04");
        assertThat(house.ledgerLines.get(0))
                .startsWith("VOTED service {commitment=")
                .doesNotContain("VAL-05");

        vote("product", List.of("VAL-05", "VAL-07", "VAL-01"), 1);
        process.closeRating(PROGRAM);

        assertThat(facts().get("recallMatchPercent")).isEqualTo(67);
        assertThat(votes.spreads(PROGRAM, 1).get("CAP-04").lowerMedian()).isEqualTo(1);
        assertThat(model.measures(PROGRAM)).containsEntry("recallMatch", "0.67").containsEntry("recallOverlap", "0.89");
        assertThatThrownBy(() -> vote("product", TOP, 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void recallIsAskedAfreshWhileRatingsComeBack() {
        model.open(PROGRAM, 1);
        vote("service", TOP, 2);
        process.closeRating(PROGRAM);
        model.open(PROGRAM, 2);

        RateDraft again = rate.begin(house.task("rateCapabilities", "service"));

        assertThat(again.recall()).isEmpty();
        assertThat(again.have()).containsEntry("CAP-04", 2);
    }

    @Test
    void needAndHaveArePrefilledAndOwnersOfTheLargestGapsAreMissing() {
        AgreeDraft draft = rated();

        assertThat(keys(agree.missing(manager(), draft)))
                .filteredOn(key -> key.equals("capabilities.ownerMissing"))
                .hasSize(Gap.topTen(AgreeCapabilities.gaps(draft, serving.of(PROGRAM)))
                        .size())
                .hasSize(8);
        Row four = draft.capabilities().stream()
                .filter(row -> "CAP-04".equals(row.id()))
                .findFirst()
                .orElseThrow();
        assertThat(four.need()).isEqualTo(3);
        assertThat(four.have()).isEqualTo(1);
    }

    @Test
    void aChangedLevelNeedsAReasonAndAWholeAgreementSatisfiesTheGate() {
        AgreeDraft owned = owned(rated());
        assertThat(keys(agree.missing(manager(), owned))).allMatch("capabilities.toolReasonMissing"::equals);
        AgreeDraft changed = map(
                owned, row -> "CAP-04".equals(row.id()) ? new Row(row.id(), row.need(), 2, row.owner(), null) : row);
        assertThat(keys(agree.missing(manager(), changed))).contains("capabilities.reasonMissing");

        AgreeDraft whole =
                map(changed, row -> new Row(row.id(), row.need(), row.have(), row.owner(), "We looked again"));
        agree.check(manager(), whole);
        assertThat(agree.missing(manager(), whole)).isEmpty();
        agree.submit(manager(), whole);

        assertThat(facts())
                .containsEntry("capabilitiesWithoutNeedOrHave", 0)
                .containsEntry("topGapsWithoutOwner", 0)
                .containsEntry("toolWithoutTeamUnexplained", 0)
                .containsEntry("valuesWithoutCapability", 0);
        assertThat(model.record(PROGRAM).headline()).contains("fall short");
        assertThat(model.record(PROGRAM).sections()).hasSize(7);
        model.open(PROGRAM, 2);
        assertThat(facts().get("capabilitiesWithoutNeedOrHave")).isPositive();
        Row again = agree.begin(manager()).capabilities().stream()
                .filter(row -> "CAP-04".equals(row.id()))
                .findFirst()
                .orElseThrow();
        assertThat(again.have()).isEqualTo(2);
        assertThat(again.owner()).isEqualTo("service");
    }

    @Test
    void withoutTeamsEveryToolAsksForAReason() {
        model.open(PROGRAM, 1);
        for (String person : List.of("service", "marketing", "product")) {
            vote(person, TOP, 0);
        }
        process.closeRating(PROGRAM);
        AgreeDraft draft = owned(agree.begin(manager()));

        assertThat(keys(agree.missing(manager(), draft))).contains("capabilities.toolReasonMissing");
    }

    @Test
    void nonsenseInAnAgreementIsRefused() {
        rated();
        refused(new Row("CAP-99", 1, 1, null, null), "capabilities[0].id");
        refused(new Row("CAP-04", 4, 1, null, null), "capabilities[0].need");
        refused(new Row("CAP-04", 1, -1, null, null), "capabilities[0].have");
        refused(new Row("CAP-04", 1, 1, "a-stranger", null), "capabilities[0].owner");
        refused(new Row("CAP-04", 1, 1, null, "x".repeat(2001)), "capabilities[0].reason");
    }

    private AgreeDraft rated() {
        model.open(PROGRAM, 1);
        vote("service", TOP, 1);
        vote("marketing", TOP, 1);
        vote("product", TOP, 2);
        process.closeRating(PROGRAM);
        return agree.begin(manager());
    }

    private AgreeDraft owned(AgreeDraft draft) {
        return map(draft, row -> new Row(row.id(), row.need(), row.have(), "service", row.reason()));
    }

    private static AgreeDraft map(AgreeDraft draft, java.util.function.UnaryOperator<Row> change) {
        return new AgreeDraft(draft.capabilities().stream().map(change).toList());
    }

    private WorkItem manager() {
        return house.task("agreeCapabilities", "manager");
    }

    private void vote(String person, List<String> recall, int level) {
        rate.submit(house.task("rateCapabilities", person), new RateDraft(recall, everything(level)));
    }

    private Map<String, Integer> everything(int level) {
        Map<String, Integer> have = new HashMap<>();
        serving.of(PROGRAM).capabilities().forEach(capability -> have.put(capability.id(), level));
        return have;
    }

    private void refused(RateDraft draft, String field) {
        assertThatThrownBy(() -> rate.check(house.task("rateCapabilities", "service"), draft))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private void refused(Row row, String field) {
        assertThatThrownBy(() -> agree.check(manager(), new AgreeDraft(List.of(row))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private List<String> missing(RateDraft draft) {
        return keys(rate.missing(house.task("rateCapabilities", "service"), draft));
    }

    private static List<String> keys(List<Missing> missing) {
        return missing.stream().map(Missing::key).toList();
    }

    private Map<String, Integer> facts() {
        Map<String, Integer> facts = new LinkedHashMap<>();
        for (Fact fact : model.facts(PROGRAM)) {
            facts.put(
                    fact.name(),
                    fact.value().setScale(0, java.math.RoundingMode.HALF_UP).intValue());
        }
        return facts;
    }
}
