package org.waymark.model.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.model.ModelStand;
import org.waymark.model.architecture.DecideDraft.Item;
import org.waymark.model.usecases.FirstWave;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

class ArchitectureTests {

    private static final String PROGRAM = ModelStand.PROGRAM;

    private ModelStand stand;

    @BeforeEach
    void begin() {
        FirstWave wave = mock(FirstWave.class);
        when(wave.capabilities(anyString())).thenReturn(Set.of("CAP-04", "CAP-13", "CAP-14", "CAP-29", "CAP-28"));
        when(wave.work(anyString()))
                .thenReturn(List.of(new FirstWave.Work(
                        "UC-01", "FN-SVC", List.of("CAP-04", "CAP-13", "CAP-14", "CAP-29", "CAP-28"))));
        when(wave.nameOf(anyString(), anyString())).thenReturn("Answer inbound comments");
        when(wave.promised(anyString())).thenReturn(Map.of("UC-01", ModelStand.TODAY.plusDays(60)));
        stand = new ModelStand("org.waymark.model.architecture", Map.of(FirstWave.class, wave));
        stand.member("manager", Part.MANAGER, null);
        stand.member("architect", Part.ARCHITECT, null);
        stand.member("service", Part.FUNCTION_LEAD, "FN-SVC");
        stand.member("marketing", Part.FUNCTION_LEAD, "FN-MKT");
        stand.get(ArchitectureModel.class).open(PROGRAM, 1);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    private WorkItem deciding() {
        return stand.task("decide", "decideComponents", "architecture", "architect");
    }

    /** What a sensible architect hands in: every open line becomes new. */
    private static DecideDraft completed(DecideDraft start) {
        List<Item> items = new ArrayList<>(start.decisions());
        items.replaceAll(item -> item.decision() == null ? with(item, "NEW", item.businessOwner(), null) : item);
        return new DecideDraft(items);
    }

    private static Item with(Item item, String decision, String owner, String masterOf) {
        return new Item(
                item.id(),
                decision,
                "Something",
                owner,
                item.technicalOwner(),
                2,
                5,
                masterOf,
                item.pattern(),
                item.wave(),
                "because",
                new BigDecimal("120000"),
                "In two steps, both run for three months",
                ModelStand.TODAY.plusDays(200),
                new Dossier(
                        "BOTH",
                        ModelStand.TODAY.plusDays(90),
                        List.of("ARC-29"),
                        List.of("CST-03"),
                        "Replace it at once: too risky before the season",
                        "manager",
                        "Sales would rather wait",
                        3,
                        "By mail and a session in May"));
    }

    private static DecideDraft change(DecideDraft draft, String id, String decision, String owner, String masterOf) {
        List<Item> items = new ArrayList<>(draft.decisions());
        items.replaceAll(item -> id.equals(item.id()) ? with(item, decision, owner, masterOf) : item);
        return new DecideDraft(items);
    }

    private DecideDraft decide(DecideDraft draft) {
        DecideComponents work = stand.get(DecideComponents.class);
        work.check(deciding(), draft);
        assertThat(work.missing(deciding(), draft)).isEmpty();
        work.submit(deciding(), draft);
        return draft;
    }

    private void review(String person, ReviewArchitecture.Item... items) {
        ReviewArchitecture work = stand.get(ReviewArchitecture.class);
        WorkItem task = stand.task("review-" + person, "reviewArchitecture", "architecture", person);
        ReviewArchitecture.Draft draft = new ReviewArchitecture.Draft(List.of(items));
        work.check(task, draft);
        work.submit(task, draft);
    }

    private List<String> facts() {
        return stand.get(ArchitectureModel.class).facts(PROGRAM).stream()
                .map(fact -> fact.name() + " " + fact.value())
                .toList();
    }

    @Test
    void connectingIsWhereEveryLineStarts() {
        DecideComponents work = stand.get(DecideComponents.class);
        DecideDraft start = work.begin(deciding());
        assertThat(start.decisions()).hasSize(45);
        assertThat(start.decisions().stream()
                        .filter(item ->
                                item.id().compareTo("ARC-33") >= 0 && item.id().compareTo("ARC-43") <= 0))
                .hasSize(11)
                .allSatisfy(item -> assertThat(item.decision()).isEqualTo("INTEGRATE"));
        assertThat(start.decisions())
                .filteredOn(item -> "ARC-18".equals(item.id()))
                .first()
                .satisfies(item -> {
                    assertThat(item.decision()).isNull();
                    assertThat(item.businessOwner()).isEqualTo("service");
                    assertThat(item.technicalOwner()).isEqualTo("architect");
                    assertThat(item.wave()).isEqualTo(1);
                });
        String page = stand.render(work, deciding(), start, "decide");
        assertThat(page).contains("Channels", "the first wave does not need", "Usually: new or replace");
        assertThat(page.split("name=\"decisions\\[\\d+].id\"")).hasSize(46);
    }

    @Test
    void aLiteProgramDecidesOnlyWhatItTouches() {
        stand.depth("LITE");
        assertThat(stand.get(DecideComponents.class).begin(deciding()).decisions())
                .extracting(Item::id)
                .containsExactly("ARC-14", "ARC-18", "ARC-26", "ARC-32", "ARC-33", "ARC-36", "ARC-40");
    }

    @Test
    void decidedReviewedAndAgreed() {
        DecideComponents work = stand.get(DecideComponents.class);
        DecideDraft draft = completed(work.begin(deciding()));
        draft = change(draft, "ARC-36", "REPLACE", "service", null);
        draft = decide(change(draft, "ARC-33", "INTEGRATE", "marketing", "CUSTOMER_PROFILE"));
        stand.render(work, deciding(), draft, "decide-filled");
        assertThat(stand.get(ArchitectureProcess.class).reviewers(PROGRAM))
                .containsExactlyInAnyOrder("service", "marketing");

        ReviewArchitecture reviewing = stand.get(ReviewArchitecture.class);
        WorkItem task = stand.task("review-0", "reviewArchitecture", "architecture", "service");
        ReviewArchitecture.Draft asked = reviewing.begin(task);
        assertThat(asked.decisions().get(0).id()).isEqualTo("ARC-36");
        assertThat(reviewing.missing(task, asked)).hasSameSizeAs(asked.decisions());
        assertThat(stand.render(reviewing, task, asked, "review"))
                .contains("120,000 EUR", "In two steps, both run for three months");
        List<ReviewArchitecture.Item> verdicts = new ArrayList<>(asked.decisions());
        verdicts.replaceAll(item -> "ARC-36".equals(item.id())
                ? new ReviewArchitecture.Item("ARC-36", "OBJECT", "Not before the season")
                : new ReviewArchitecture.Item(item.id(), "ACCEPT", null));
        reviewing.submit(task, new ReviewArchitecture.Draft(verdicts));
        stand.get(ArchitectureProcess.class).closeReviews(PROGRAM);

        assertThat(facts())
                .containsExactly(
                        "neededComponentsUndecided 0",
                        "domainsWithTwoMasters 0",
                        "replacementsWithoutPlan 0",
                        "objectionsOpen 1",
                        "deferredWithoutDate 0",
                        "capabilitiesWithoutComponent 0",
                        "replacementsWithoutApproval 1",
                        "useCasesWaitingForConnection 1",
                        "useCasesWithoutComponent 0");
        AgreeArchitecture agreeing = stand.get(AgreeArchitecture.class);
        WorkItem last = stand.task("agree", "agreeArchitecture", "architecture", "manager");
        assertThat(agreeing.missing(last, agreeing.begin(last)))
                .extracting(Missing::field)
                .containsExactly("reason");
        assertThat(stand.render(agreeing, last, agreeing.begin(last), "agree-architecture"))
                .contains("One objection", "Service: Not before the season", "Marketing has not looked");
        agreeing.submit(last, new AgreeArchitecture.Draft("We connect first and replace one platform"));
        assertThat(agreeing.begin(last).reason()).isEqualTo("We connect first and replace one platform");

        Document document = stand.get(ArchitectureModel.class).record(PROGRAM);
        assertThat(document.headline()).isEqualTo("One business owner objects to what is planned");
        assertThat(document.sections())
                .allSatisfy(section -> assertThat(section.rows())
                        .allSatisfy(row -> assertThat(row).hasSameSizeAs(section.columns())));
    }

    @Test
    void twoMastersBlockTheHandOver() {
        DecideComponents work = stand.get(DecideComponents.class);
        DecideDraft draft = completed(work.begin(deciding()));
        draft = change(draft, "ARC-33", "INTEGRATE", "service", "CUSTOMER_PROFILE");
        draft = change(draft, "ARC-14", "NEW", "service", "CUSTOMER_PROFILE");
        assertThat(work.missing(deciding(), draft))
                .hasSize(2)
                .allSatisfy(
                        missing -> assertThat(stand.text(missing.key(), missing.args()))
                                .isEqualTo(
                                        "Customer profile has more than one master: Unified profile and identity, CRM. Keep one."));
        assertThat(stand.render(work, deciding(), draft, "decide-masters"))
                .contains("Customer profile has more than one");
    }

    @Test
    void nonsenseIsRefusedWithItsField() {
        DecideComponents work = stand.get(DecideComponents.class);
        Item fine = work.begin(deciding()).decisions().get(0);
        for (Item wrong : List.of(
                new Item("ARC-99", null, null, null, null, null, null, null, null, null, null, null, null, null, null),
                new Item(
                        "ARC-01", "BURN", null, null, null, null, null, null, null, null, null, null, null, null, null),
                new Item(
                        "ARC-01",
                        null,
                        null,
                        "nobody-1",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new Item("ARC-01", null, null, null, null, 6, null, null, null, null, null, null, null, null, null),
                new Item(
                        "ARC-01", null, null, null, null, null, null, "WEATHER", null, null, null, null, null, null,
                        null),
                new Item("ARC-01", null, null, null, null, null, null, null, null, 0, null, null, null, null, null),
                new Item(
                        "ARC-01",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal(-1),
                        null,
                        null,
                        null),
                new Item(
                        "ARC-01",
                        null,
                        "x".repeat(10_000),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))) {
            assertThatThrownBy(() -> work.check(deciding(), new DecideDraft(List.of(wrong))))
                    .isInstanceOf(Refusal.class)
                    .satisfies(
                            refusal -> assertThat(((Refusal) refusal).field()).startsWith("decisions[0]."));
        }
        assertThatThrownBy(() -> work.check(deciding(), new DecideDraft(List.of(fine, fine))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theNextRoundStartsFromTheLastDecisionsAndShowsTheObjections() {
        DecideComponents work = stand.get(DecideComponents.class);
        DecideDraft first = decide(completed(work.begin(deciding())));
        review("service", new ReviewArchitecture.Item("ARC-18", "OBJECT", "too early"));
        stand.get(ArchitectureModel.class).open(PROGRAM, 2);
        DecideDraft again = work.begin(deciding());
        assertThat(again.decisions()).hasSameSizeAs(first.decisions());
        assertThat(again.decisions())
                .filteredOn(item -> "ARC-18".equals(item.id()))
                .allSatisfy(item -> {
                    assertThat(item.decision()).isEqualTo("NEW");
                    assertThat(item.exitCost()).isEqualByComparingTo("120000");
                });
        assertThat(stand.render(work, deciding(), again, "decide-again"))
                .contains("Service objected last time: too early");
        decide(again);
        assertThat(facts()).contains("objectionsOpen 0");
    }

    /** The check of dcfts.md 4.8, number 12. */
    @Test
    void replacingWithoutExitCostAndApproverIsRefusedAndIntegratingIsTheDefaultOfSystemsOfRecord() {
        DecideComponents work = stand.get(DecideComponents.class);
        DecideDraft draft = completed(work.begin(deciding()));
        List<Item> items = new ArrayList<>(draft.decisions());
        items.replaceAll(item -> "ARC-33".equals(item.id())
                ? new Item(
                        "ARC-33",
                        "REPLACE",
                        null,
                        "service",
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        "ends",
                        null,
                        "in two steps",
                        null,
                        null)
                : item);
        int at = items.indexOf(items.stream()
                .filter(item -> "ARC-33".equals(item.id()))
                .findFirst()
                .orElseThrow());
        assertThat(work.missing(deciding(), new DecideDraft(items)))
                .extracting(Missing::field)
                .contains("decisions[" + at + "].exitCost", "decisions[" + at + "].dossier.approver");
    }

    @Test
    void aSecondProgramBeginsFromWhatTheCompanyHoldsAndBothSeeWhatTheySeeDifferently() {
        DecideComponents work = stand.get(DecideComponents.class);
        DecideDraft draft = completed(work.begin(deciding()));
        decide(change(draft, "ARC-33", "INTEGRATE", "service", "CUSTOMER_PROFILE"));
        WorkItem agree = stand.task("agree", "agreeArchitecture", "architecture", "manager");
        stand.get(AgreeArchitecture.class).submit(agree, new AgreeArchitecture.Draft("Connect first"));
        stand.get(ArchitectureModel.class).passed(PROGRAM, 1);

        stand.get(ArchitectureModel.class).open("BOREAL", 1);
        WorkItem second = of("BOREAL", "decideComponents", "architect");
        DecideDraft begun = work.begin(second);
        assertThat(begun.decisions())
                .filteredOn(item -> "ARC-33".equals(item.id()))
                .allSatisfy(item -> {
                    assertThat(item.masterOf()).isEqualTo("CUSTOMER_PROFILE");
                    assertThat(item.more().refused()).startsWith("Replace it at once");
                });
        assertThat(stand.render(work, second, begun, "decide-second"))
                .contains("ATLAS decided “integrate” on 23 Nov 2026; the company holds it.", "Still true?");
        DecideDraft other = change(
                change(begun, "ARC-33", "KEEP", "service", null), "ARC-40", "INTEGRATE", "service", "CUSTOMER_PROFILE");
        work.submit(second, other);
        stand.get(AgreeArchitecture.class)
                .submit(of("BOREAL", "agreeArchitecture", "manager"), new AgreeArchitecture.Draft("Otherwise"));
        for (String program : List.of(PROGRAM, "BOREAL")) {
            assertThat(stand.get(ArchitectureModel.class).record(program).sections())
                    .filteredOn(section -> section.heading().equals("Where another program says otherwise"))
                    .singleElement()
                    .satisfies(section -> assertThat(section.rows())
                            .extracting(row -> row.get(0).text())
                            .contains("CRM", "Master of Customer profile"));
        }
    }

    private static WorkItem of(String program, String key, String person) {
        return new WorkItem(
                key,
                key,
                key,
                program,
                "architecture",
                "i",
                person,
                java.time.OffsetDateTime.now(),
                null,
                "OPEN",
                null,
                null);
    }

    @Test
    void theMapHasABoxForEveryDecisionInItsLayer() {
        DecideComponents work = stand.get(DecideComponents.class);
        decide(completed(work.begin(deciding())));
        Document.Section map =
                stand.get(ArchitectureModel.class).record(PROGRAM).sections().get(0);
        assertThat(map.chart()).isNotNull();
        assertThat(map.bands().keySet())
                .containsExactly(
                        "Channels",
                        "Listening",
                        "Learning",
                        "Engagement",
                        "Collaboration",
                        "Universal connector",
                        "Systems of record",
                        "Controls");
        assertThat(map.rows()).hasSize(45);
    }
}
