package org.waymark.model.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.model.TestHouse.PROGRAM;
import static org.waymark.model.TestHouse.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.model.TestHouse;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

/** What customers said, what leaders are measured by, what people name from memory, and what customers shall feel. */
class CustomerVoiceTests {

    private static final LocalDate HEARD = LocalDate.of(2026, 11, 3);
    private static final Scorecard CARD = new Scorecard("Would they come back", "Two questions", "Monthly", null);

    private final TestHouse house = new TestHouse();
    private final ValuesHouse values = new ValuesHouse(house);

    @BeforeEach
    void openTheRound() {
        values.model.open(PROGRAM, 1);
    }

    @AfterEach
    void shutDown() {
        house.close();
    }

    @Test
    void whatACustomerSaidBecomesEvidenceOfTheValueItSpeaksFor() {
        vote("service", List.of(), "They wrote three times.", "VAL-05", Scorecard.BLANK);
        vote("marketing", List.of(), null, null, Scorecard.BLANK);
        vote("product", List.of(), "Nobody knew my order.", null, Scorecard.BLANK);
        values.process.closeWeighing(PROGRAM);

        AgreeDraft draft = values.agree.begin(house.task("agreeValues", "manager"));

        assertThat(draft.values().get(0).id()).isEqualTo("VAL-05");
        assertThat(draft.values().get(0).evidence())
                .containsExactly(new AgreeDraft.Evidence("They wrote three times.", "Calls", HEARD, null));
        assertThat(draft.values().stream().flatMap(item -> item.evidence().stream()))
                .hasSize(1);
    }

    @Test
    void aCustomersWordNeedsWhereAndWhen() {
        WeighDraft draft = new WeighDraft(
                List.of(),
                points("VAL-05", 100),
                "They wrote three times.",
                null,
                null,
                null,
                Scorecard.BLANK,
                Map.of());

        assertThat(values.weigh.missing(task("service"), draft))
                .extracting(Missing::field)
                .containsExactly("factFrom", "factDate");
    }

    @Test
    void nothingOfTheScorecardsShowsBeforeTheClose() {
        vote("service", List.of(), null, null, CARD);

        assertThat(values.scorecards.sections(PROGRAM)).isEmpty();
        assertThat(values.scorecards.facts(PROGRAM)).isEmpty();
        assertThat(values.model.record(PROGRAM).toString()).doesNotContain("come back");
    }

    @Test
    void leadersAnswersStandByFunctionAndToHaveNoneIsAnAnswer() {
        vote("service", List.of(), null, null, CARD);
        vote("marketing", List.of(), null, null, new Scorecard(null, null, null, true));
        vote("product", List.of(), null, null, Scorecard.BLANK);
        values.process.closeWeighing(PROGRAM);

        Document.Section section = values.scorecards.sections(PROGRAM).get(0);

        assertThat(section.note()).startsWith("1 of 2 leaders");
        assertThat(section.rows())
                .extracting(row -> row.get(1).text())
                .containsExactlyInAnyOrder("Would they come back", "no figure about customer experience");
        assertThat(section.toString()).doesNotContain("text=marketing").doesNotContain("text=service");
        assertThat(fact("leadersWithCustomerFigurePercent")).isEqualByComparingTo("50");
        assertThat(values.model.facts(PROGRAM)).extracting(Fact::name).contains("leadersWithCustomerFigurePercent");
    }

    @Test
    void aFigureIsAskedHowItIsMeasuredAndReported() {
        WeighDraft draft = new WeighDraft(
                List.of(),
                points("VAL-05", 100),
                null,
                null,
                null,
                null,
                new Scorecard("Score", null, " ", null),
                Map.of());

        assertThat(values.weigh.missing(task("service"), draft))
                .extracting(Missing::field)
                .containsExactly("scorecard.measured", "scorecard.reported");
    }

    @Test
    void theTapsBeforeAreScoredAgainstWhatIsAgreedAfterwards() {
        vote("service", List.of("VAL-05", "VAL-07", "VAL-13"), null, null, Scorecard.BLANK);
        vote("marketing", List.of("VAL-05", "VAL-01", "VAL-02"), null, null, Scorecard.BLANK);
        vote("product", List.of("VAL-01", "VAL-02", "VAL-03"), null, null, Scorecard.BLANK);
        values.process.closeWeighing(PROGRAM);
        assertThat(values.recall.of(PROGRAM)).isEmpty();

        agreeOn("VAL-05", "VAL-07", "VAL-13", "VAL-06", "VAL-09");

        RecallHistory.Taken before = values.recall.of(PROGRAM).get(0);
        assertThat(before.moment()).isEqualTo(RecallHistory.Moment.BEFORE);
        assertThat(before.answered()).isEqualTo(3);
        assertThat(before.matchPercent()).isEqualByComparingTo("33.3333");
        assertThat(before.overlapPercent()).isEqualByComparingTo("44.4444");

        values.recall.keep(
                PROGRAM,
                RecallHistory.Moment.AFTER,
                1,
                3,
                List.of(
                        List.of("VAL-05", "VAL-07", "VAL-13"),
                        List.of("VAL-05", "VAL-07", "VAL-13"),
                        List.of("VAL-01", "VAL-07", "VAL-13")),
                List.of("VAL-05", "VAL-07", "VAL-13"));
        Document.Section history = values.recall.sections(PROGRAM).get(0);
        assertThat(history.chart().categories()).containsExactly("Before, round 1", "After, round 1");
        assertThat(history.rows().get(1).get(2).number()).isEqualByComparingTo("67");
        assertThat(values.model.record(PROGRAM).sections()).contains(history);
    }

    @Test
    void aRecallOfFewerThanThreePeopleIsNotShown() {
        vote("service", List.of("VAL-05", "VAL-07", "VAL-13"), null, null, Scorecard.BLANK);
        vote("marketing", List.of(), null, null, Scorecard.BLANK);
        vote("product", List.of(), null, null, Scorecard.BLANK);
        values.process.closeWeighing(PROGRAM);
        agreeOn("VAL-05", "VAL-07", "VAL-13", "VAL-06", "VAL-09");

        Document.Section history = values.recall.sections(PROGRAM).get(0);

        assertThat(history.chart()).isNull();
        assertThat(history.rows().get(0).get(2).text()).isEqualTo("too few to show");
    }

    @Test
    void tapsAreThreeOrNoneAndNeverComeBack() {
        WeighDraft two = new WeighDraft(
                List.of("VAL-05", "VAL-07"), points("VAL-05", 100), null, null, null, null, Scorecard.BLANK, Map.of());
        assertThat(values.weigh.missing(task("service"), two))
                .extracting(Missing::field)
                .containsExactly("recall");
        vote("service", List.of("VAL-05", "VAL-07", "VAL-13"), null, null, CARD);
        values.process.closeWeighing(PROGRAM);
        values.model.open(PROGRAM, 2);
        WeighDraft again = values.weigh.begin(task("service"));
        assertThat(again.recall()).isEmpty();
        assertThat(again.scorecard()).isEqualTo(CARD);
    }

    @Test
    void promisesComeFromTheCatalogueUntilSomebodyUnticksThem() {
        vote("service", List.of(), null, null, Scorecard.BLANK);
        values.process.closeWeighing(PROGRAM);
        AgreeDraft draft = agreeOn("VAL-05", "VAL-07", "VAL-13", "VAL-06", "VAL-09");
        assertThat(draft.values().get(0).promises()).containsExactly("recognised");
        Document.Section kept = section("What customers will feel");
        assertThat(kept.rows().get(0).get(1).text()).contains("Answer everyone");
        assertThat(kept.rows().get(3).get(1).text()).isEqualTo("no agreed value yet");

        AgreeDraft.Item none =
                new AgreeDraft.Item("VAL-05", "m", "%", "up", null, true, null, null, null, List.of(), List.of("-"));
        assertThat(none.promises()).isEmpty();
        AgreeDraft.Item odd = new AgreeDraft.Item(
                "VAL-05", "m", "%", "up", null, true, null, null, null, List.of(), List.of("feared"));
        assertThatThrownBy(() -> values.agree.check(task("manager"), new AgreeDraft(List.of(odd), null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("values[0].promises"));
    }

    @Test
    void ownPointsStandBesideTheGroupsForTheirOwnerAlone() {
        everybody();
        assertThat(values.model.mine(PROGRAM, "service").isEmpty()).isTrue();
        values.process.closeWeighing(PROGRAM);

        Document.Section own = values.model.mine(PROGRAM, "service").sections().get(0);

        assertThat(own.rows().get(0)).extracting(Document.Cell::number).satisfies(numbers -> {
            assertThat(numbers.get(1)).isEqualByComparingTo("100");
            assertThat(numbers.get(2)).isEqualByComparingTo("100.0");
        });
        assertThat(values.model.mine(PROGRAM, "manager").isEmpty()).isTrue();
        assertThat(values.model.mine(PROGRAM, "sponsor").isEmpty()).isTrue();
    }

    @Test
    void hostileVotesAreCountedOrRefusedWithTheirField() {
        String arabic = "مريم تقول إن لا أحد يجيب";
        vote("service", List.of(), arabic, "VAL-05", new Scorecard(arabic, arabic, arabic, null));
        refused(
                new WeighDraft(List.of(), Map.of(), "x".repeat(10_000), null, null, null, Scorecard.BLANK, Map.of()),
                "fact");
        refused(
                new WeighDraft(List.of("VAL-99"), Map.of(), null, null, null, null, Scorecard.BLANK, Map.of()),
                "recall");
        refused(
                new WeighDraft(List.of(), Map.of(), null, null, null, "VAL-99", Scorecard.BLANK, Map.of()),
                "factValue");
        refused(
                new WeighDraft(
                        List.of(), Map.of(), null, null, LocalDate.of(2031, 1, 1), null, Scorecard.BLANK, Map.of()),
                "factDate");
        refused(
                new WeighDraft(
                        List.of(),
                        Map.of(),
                        null,
                        null,
                        null,
                        null,
                        new Scorecard("x".repeat(301), null, null, null),
                        Map.of()),
                "scorecard.figure");
        values.process.closeWeighing(PROGRAM);
        assertThat(values.votes.told(PROGRAM, 1))
                .extracting(ValueVotes.Told::what)
                .containsExactly(arabic);
        assertThat(values.model.record(PROGRAM).sections()).isNotEmpty();
    }

    @Test
    void zeroVotesOneStakeholderAndTwoHundredAllClose() {
        values.process.closeWeighing(PROGRAM);
        assertThat(values.model.record(PROGRAM).headline()).contains("0 of 3");

        house.team(new Member(PROGRAM, "service", Part.FUNCTION_LEAD, "FN-SVC", null));
        values.model.open(PROGRAM, 2);
        vote("service", List.of(), null, null, Scorecard.BLANK);
        values.process.closeWeighing(PROGRAM);
        assertThat(values.model.measures(PROGRAM)).isEmpty();

        house.team(IntStream.range(0, 200)
                .mapToObj(i -> new Member(PROGRAM, "person" + i, Part.FUNCTION_LEAD, "FN-SVC", null))
                .toArray(Member[]::new));
        values.model.open(PROGRAM, 3);
        IntStream.range(0, 200)
                .forEach(i -> vote("person" + i, List.of("VAL-05", "VAL-07", "VAL-13"), null, null, CARD));
        values.process.closeWeighing(PROGRAM);
        assertThat(fact("weighedPercent")).isEqualByComparingTo("100");
        assertThat(values.model.measures(PROGRAM)).containsEntry("topThreeOverlap", "1.00");
    }

    private void everybody() {
        List.of("service", "marketing", "product")
                .forEach(person -> vote(person, List.of(), null, null, Scorecard.BLANK));
    }

    private void vote(String person, List<String> recall, String said, String about, Scorecard card) {
        WeighDraft draft = new WeighDraft(
                recall,
                points("VAL-05", 100),
                said,
                said == null ? null : "Calls",
                said == null ? null : HEARD,
                about,
                card,
                Map.of());
        values.weigh.check(task(person), draft);
        values.weigh.submit(task(person), draft);
    }

    private AgreeDraft agreeOn(String... ids) {
        List<AgreeDraft.Item> items = java.util.Arrays.stream(ids)
                .map(id -> AgreeValues.suggested(house.catalogue.value(id), "EUR", List.of()))
                .toList();
        AgreeDraft draft = new AgreeDraft(items, "Everything is covered");
        values.agree.submit(house.task("agreeValues", "manager"), draft);
        return draft;
    }

    private Document.Section section(String heading) {
        return values.model.record(PROGRAM).sections().stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private void refused(WeighDraft draft, String field) {
        assertThatThrownBy(() -> values.weigh.check(task("service"), draft))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private WorkItem task(String person) {
        return house.task("weighValues", person);
    }

    private BigDecimal fact(String name) {
        return values.model.facts(PROGRAM).stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
