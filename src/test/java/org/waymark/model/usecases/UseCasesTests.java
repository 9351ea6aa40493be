package org.waymark.model.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.model.ModelStand;
import org.waymark.model.capabilities.AgreedCapabilities;
import org.waymark.model.values.AgreedValues;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

class UseCasesTests {

    private static final String PROGRAM = ModelStand.PROGRAM;
    private static final LocalDate TODAY = ModelStand.TODAY;

    private ModelStand stand;

    @BeforeEach
    void begin() {
        AgreedValues values = mock(AgreedValues.class);
        when(values.of(anyString()))
                .thenReturn(List.of(
                        new AgreedValues.Weighted("VAL-05", new BigDecimal("32.5")),
                        new AgreedValues.Weighted("VAL-06", new BigDecimal("21")),
                        new AgreedValues.Weighted("VAL-17", new BigDecimal("18")),
                        new AgreedValues.Weighted("VAL-07", new BigDecimal("16.5")),
                        new AgreedValues.Weighted("VAL-13", new BigDecimal("12"))));
        AgreedCapabilities capabilities = mock(AgreedCapabilities.class);
        when(capabilities.of(anyString()))
                .thenReturn(List.of(
                        new AgreedCapabilities.Agreed("CAP-04", 3, 2),
                        new AgreedCapabilities.Agreed("CAP-06", 2, 2),
                        new AgreedCapabilities.Agreed("CAP-13", 3, 2),
                        new AgreedCapabilities.Agreed("CAP-14", 3, 1),
                        new AgreedCapabilities.Agreed("CAP-19", 2, 1),
                        new AgreedCapabilities.Agreed("CAP-26", 3, 3)));
        stand = new ModelStand(
                "org.waymark.model.usecases",
                Map.of(AgreedValues.class, values, AgreedCapabilities.class, capabilities));
        stand.member("service", Part.FUNCTION_LEAD, "FN-SVC");
        stand.member("marketing", Part.FUNCTION_LEAD, "FN-MKT");
        stand.member("product", Part.FUNCTION_LEAD, "FN-PRD");
        stand.member("finance", Part.FINANCE, "FN-FIN");
        stand.get(UseCaseStore.class).open(PROGRAM, 1);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    private static ChooseUseCases.Item now(String id, String asking, String accepting) {
        return new ChooseUseCases.Item(id, "NOW", "It is ready and people wait for it", asking, accepting);
    }

    private void choose(ChooseUseCases.Item... items) {
        ChooseUseCases work = stand.get(ChooseUseCases.class);
        WorkItem task = stand.task("choose-" + items.length, "chooseUseCases", "use-cases", "manager");
        ChooseUseCases.Draft draft = new ChooseUseCases.Draft(List.of(items));
        work.check(task, draft);
        assertThat(work.missing(task, draft)).isEmpty();
        work.submit(task, draft);
    }

    private void sign(String person, AgreeUseCases.Item... items) {
        AgreeUseCases work = stand.get(AgreeUseCases.class);
        WorkItem task = stand.task("sign-" + person, "agreeUseCases", "use-cases", person);
        AgreeUseCases.Draft draft = new AgreeUseCases.Draft(List.of(items));
        work.check(task, draft);
        assertThat(work.missing(task, draft)).isEmpty();
        work.submit(task, draft);
    }

    private int fact(String name) {
        return stand.get(UseCasesModel.class).facts(PROGRAM).stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseThrow()
                .intValueExact();
    }

    @Test
    void aWaveIsChosenSignedAndPlanned() {
        choose(now("UC-01", "FN-MKT", "FN-SVC"), now("UC-11", "FN-PRD", "FN-PRD"), now("UC-30", "FN-FIN", "FN-FIN"));
        assertThat(stand.get(UseCasesProcess.class).signatories(PROGRAM))
                .containsExactlyInAnyOrder("marketing", "service", "product", "finance");
        sign("marketing", new AgreeUseCases.Item("UC-01", "YES", null));
        sign("service", new AgreeUseCases.Item("UC-01", "YES_WHEN", "we get two more people"));
        sign("product", new AgreeUseCases.Item("UC-11", "YES", null));
        sign("finance", new AgreeUseCases.Item("UC-30", "NO", "no time before the audit"));
        stand.get(UseCasesProcess.class).closeAgreements(PROGRAM);

        PlanFirstWave plan = stand.get(PlanFirstWave.class);
        WorkItem task = stand.task("plan", "planFirstWave", "use-cases", "manager");
        PlanFirstWave.Draft start = plan.begin(task);
        assertThat(start.wave().stream().filter(item -> item.id() != null).map(PlanFirstWave.Item::id))
                .containsExactly("UC-01", "UC-11");
        assertThat(start.wave().get(0).measure()).isEqualTo("Engagement coverage = answered / relevant");
        String page = stand.render(plan, task, start, "plan");
        assertThat(page).contains("we get two more people", "no time before the audit", "yes from both sides");
        PlanFirstWave.Draft draft = new PlanFirstWave.Draft(List.of(
                new PlanFirstWave.Item("UC-01", null, TODAY.plusDays(60), "Coverage", true),
                new PlanFirstWave.Item("UC-11", null, TODAY.plusDays(120), "Backlog items", null)));
        plan.check(task, draft);
        assertThat(plan.missing(task, draft)).isEmpty();
        plan.submit(task, draft);

        assertThat(fact("useCasesInFirstWave")).isEqualTo(2);
        assertThat(fact("waveUseCasesUnsigned")).isZero();
        assertThat(fact("functionsBeyondMarketing")).isEqualTo(2);
        assertThat(fact("quickWinsWithin90Days")).isEqualTo(1);
        assertThat(stand.get(FirstWave.class).of(PROGRAM)).containsExactly("UC-01", "UC-11");
        assertThat(stand.get(FirstWave.class).capabilities(PROGRAM))
                .contains("CAP-04", "CAP-13", "CAP-14", "CAP-29", "CAP-06", "CAP-19");
        Document document = stand.get(UseCasesModel.class).record(PROGRAM);
        assertThat(document.headline())
                .isEqualTo("2 use cases start first, signed by both sides, with 2 functions beyond marketing"
                        + " and one quick win inside 90 days");
        assertThat(document.sections())
                .hasSize(4)
                .allSatisfy(section -> assertThat(section.rows())
                        .allSatisfy(row -> assertThat(row).hasSameSizeAs(section.columns())));
    }

    @Test
    void whatSomebodyRefusedCannotBeInTheWaveAndAQuickWinIsQuick() {
        choose(now("UC-01", "FN-MKT", "FN-SVC"), now("UC-11", "FN-PRD", "FN-PRD"));
        sign("service", new AgreeUseCases.Item("UC-01", "NO", "we are two people"));
        PlanFirstWave plan = stand.get(PlanFirstWave.class);
        WorkItem task = stand.task("plan", "planFirstWave", "use-cases", "manager");
        PlanFirstWave.Draft draft = new PlanFirstWave.Draft(List.of(
                new PlanFirstWave.Item("UC-01", null, TODAY.plusDays(10), "Coverage", null),
                new PlanFirstWave.Item("UC-11", null, TODAY.plusDays(91), "", true)));
        assertThat(plan.missing(task, draft))
                .extracting(Missing::field)
                .containsExactly("wave[0].id", "wave[1].date", "wave[1].measure");
        assertThatThrownBy(() -> plan.check(
                        task,
                        new PlanFirstWave.Draft(List.of(new PlanFirstWave.Item("UC-05", null, null, null, null)))))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).field())
                .isEqualTo("wave[0].id");
    }

    @Test
    void choosingAsksForTeamsReasonsAndALead() {
        ChooseUseCases work = stand.get(ChooseUseCases.class);
        WorkItem task = stand.task("choose", "chooseUseCases", "use-cases", "manager");
        assertThat(work.missing(task, work.begin(task)))
                .extracting(Missing::field)
                .containsExactly("useCases");
        ChooseUseCases.Draft draft = new ChooseUseCases.Draft(List.of(
                new ChooseUseCases.Item("UC-22", "NOW", "", null, "FN-PR"),
                new ChooseUseCases.Item("UC-02", "NO", null, null, null),
                new ChooseUseCases.Item("UC-03", "LATER", null, null, null)));
        assertThat(work.missing(task, draft))
                .extracting(Missing::field)
                .containsExactlyInAnyOrder(
                        "useCases[0].reason", "useCases[0].asking", "useCases[0].accepting", "useCases[1].reason");
        for (ChooseUseCases.Item wrong : List.of(
                new ChooseUseCases.Item("UC-99", null, null, null, null),
                new ChooseUseCases.Item(null, "NOW", null, null, null),
                new ChooseUseCases.Item("UC-01", "SOON", null, null, null),
                new ChooseUseCases.Item("UC-01", "NOW", "x".repeat(601), null, null),
                new ChooseUseCases.Item("UC-01", "NOW", null, "FN-XYZ", null))) {
            assertThatThrownBy(() -> work.check(task, new ChooseUseCases.Draft(List.of(wrong))))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void theListStartsWithWhatBringsMostAndWarnsBeforeItIsTooMuch() {
        ChooseUseCases work = stand.get(ChooseUseCases.class);
        WorkItem task = stand.task("choose", "chooseUseCases", "use-cases", "manager");
        List<ChooseUseCases.Item> items =
                new java.util.ArrayList<>(work.begin(task).useCases());
        items.replaceAll(item -> List.of("UC-01", "UC-02", "UC-03", "UC-08").contains(item.id())
                ? now(item.id(), "FN-MKT", "FN-SVC")
                : item);
        String page = stand.render(work, task, new ChooseUseCases.Draft(items), "choose");
        assertThat(page)
                .contains("Marketing would carry 4 of these at once", "Only one function beyond marketing")
                .contains("53.5 points × 2 of 4 capabilities ready ÷ effort 2 (medium)");
        assertThat(page.indexOf("Answer inbound comments")).isLessThan(page.indexOf("Guided purchase in messaging"));
    }

    @Test
    void nobodyAnswersForAnotherTeam() {
        choose(now("UC-01", "FN-MKT", "FN-SVC"), now("UC-11", "FN-PRD", "FN-PRD"));
        AgreeUseCases work = stand.get(AgreeUseCases.class);
        WorkItem task = stand.task("sign", "agreeUseCases", "use-cases", "service");
        assertThat(work.begin(task).agreements())
                .extracting(AgreeUseCases.Item::id)
                .containsExactly("UC-01");
        assertThatThrownBy(() -> work.check(
                        task, new AgreeUseCases.Draft(List.of(new AgreeUseCases.Item("UC-11", "YES", null)))))
                .isInstanceOf(Refusal.class);
        assertThat(stand.render(work, task, work.begin(task), "agree"))
                .contains("Marketing asks for it", "Not there yet: ", "Yes, when …");
    }

    @Test
    void whoeverWasPassedATaskAnswersForTheOneWhoPassedIt() {
        choose(now("UC-01", "FN-MKT", "FN-SVC"), now("UC-11", "FN-PRD", "FN-PRD"));
        stand.task("a", "agreeUseCases", "use-cases", "marketing");
        stand.task("b", "agreeUseCases", "use-cases", "product");
        WorkItem passed = stand.task("c", "agreeUseCases", "use-cases", "agent");
        AgreeUseCases work = stand.get(AgreeUseCases.class);
        AgreeUseCases.Draft draft = new AgreeUseCases.Draft(List.of(new AgreeUseCases.Item("UC-01", "YES", null)));
        work.check(passed, draft);
        work.submit(passed, draft);
        assertThat(stand.get(UseCaseStore.class).agreements(PROGRAM))
                .extracting(Agreement::functionCode, Agreement::person)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("FN-SVC", "agent"));
    }

    @Test
    void theNextRoundStartsFromTheLastAnswers() {
        choose(now("UC-01", "FN-MKT", "FN-SVC"), new ChooseUseCases.Item("UC-02", "NO", "Too early", null, null));
        sign("service", new AgreeUseCases.Item("UC-01", "YES_WHEN", "we get two more people"));
        stand.get(UseCasesModel.class).open(PROGRAM, 2);
        ChooseUseCases work = stand.get(ChooseUseCases.class);
        WorkItem task = stand.task("again", "chooseUseCases", "use-cases", "manager");
        assertThat(work.begin(task).useCases())
                .filteredOn(item -> "UC-02".equals(item.id()))
                .containsExactly(new ChooseUseCases.Item("UC-02", "NO", "Too early", null, null));
        choose(work.begin(task).useCases().toArray(ChooseUseCases.Item[]::new));
        AgreeUseCases sign = stand.get(AgreeUseCases.class);
        WorkItem second = stand.task("sign-2", "agreeUseCases", "use-cases", "marketing");
        assertThat(stand.get(UseCaseStore.class).agreements(PROGRAM)).isEmpty();
        WorkItem third = stand.task("sign-3", "agreeUseCases", "use-cases", "service");
        assertThat(sign.begin(second).agreements().get(0).answer()).isNull();
        assertThat(stand.get(UseCaseStore.class).lastAnswers(PROGRAM)).hasSize(1);
        assertThat(third.assignee()).isEqualTo("service");
    }

    @Test
    void theStageDoesNotOpenWithoutAnybodyToSign() {
        try (ModelStand empty = new ModelStand(
                "org.waymark.model.usecases",
                Map.of(
                        AgreedValues.class, mock(AgreedValues.class),
                        AgreedCapabilities.class, mock(AgreedCapabilities.class)))) {
            UseCasesModel model = empty.get(UseCasesModel.class);
            assertThatThrownBy(() -> model.open(PROGRAM, 1)).isInstanceOf(Refusal.class);
            assertThat(model.facts(PROGRAM))
                    .allSatisfy(fact -> assertThat(fact.value()).isZero());
            assertThat(model.record(PROGRAM).headline()).isEqualTo("Nothing has been chosen yet.");
        }
    }

    private static OwnItem own(String id, String name, String decision) {
        return new OwnItem(
                id,
                name,
                "One sentence",
                "S",
                List.of("VAL-05"),
                List.of("CAP-04", "CAP-14"),
                decision,
                "We need it",
                "FN-MKT",
                "FN-SVC");
    }

    @Test
    void aUseCaseOfOnesOwnIsScoredSignedAndPlannedLikeTheOthers() {
        ChooseUseCases work = stand.get(ChooseUseCases.class);
        WorkItem task = stand.task("choose", "chooseUseCases", "use-cases", "manager");
        ChooseUseCases.Draft draft =
                new ChooseUseCases.Draft(work.begin(task).useCases(), List.of(own("OWN-0", "مرحبا 客户", "NOW")));
        work.check(task, draft);
        assertThat(work.missing(task, draft)).isEmpty();
        assertThat(stand.render(work, task, draft, "choose-own")).contains("مرحبا 客户", "Add a use case");
        work.submit(task, draft);
        assertThat(stand.get(Priorities.class).of(PROGRAM).get("OWN-0").score()).isEqualByComparingTo("16.3");
        sign("service", new AgreeUseCases.Item("OWN-0", "YES", null));
        sign("marketing", new AgreeUseCases.Item("OWN-0", "YES", null));
        PlanFirstWave plan = stand.get(PlanFirstWave.class);
        WorkItem planning = stand.task("plan", "planFirstWave", "use-cases", "manager");
        plan.submit(
                planning,
                new PlanFirstWave.Draft(
                        List.of(new PlanFirstWave.Item("OWN-0", null, TODAY.plusDays(30), "Seen", true))));
        assertThat(stand.get(FirstWave.class).capabilities(PROGRAM)).containsExactly("CAP-04", "CAP-14");
        Document document = stand.get(UseCasesModel.class).record(PROGRAM);
        assertThat(document.sections().get(0).rows().get(0).get(0).text()).isEqualTo("مرحبا 客户");
        assertThat(document.sections().get(0).rows().get(0).get(7).text()).startsWith("there is: ");
        assertThat(work.begin(task).own()).hasSize(1);
    }

    @Test
    void nonsenseInAUseCaseOfOnesOwnIsRefusedWithItsField() {
        ChooseUseCases work = stand.get(ChooseUseCases.class);
        WorkItem task = stand.task("choose", "chooseUseCases", "use-cases", "manager");
        for (OwnItem wrong : List.of(
                own("UC-01", "A name", "NOW"),
                own("OWN-0", "x".repeat(10_000), null),
                new OwnItem("OWN-0", "A", "B", "XL", null, null, null, null, null, null),
                new OwnItem("OWN-0", "A", "B", "S", List.of("VAL-99"), null, null, null, null, null),
                new OwnItem("OWN-0", "A", "B", "S", null, List.of("CAP-99"), null, null, null, null))) {
            assertThatThrownBy(() -> work.check(task, new ChooseUseCases.Draft(List.of(), List.of(wrong))))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.field()).startsWith("own[0]."));
        }
        ChooseUseCases.Draft twice =
                new ChooseUseCases.Draft(List.of(), List.of(own("OWN-0", "A", "NOW"), own("OWN-0", "B", "NOW")));
        assertThatThrownBy(() -> work.check(task, twice)).isInstanceOf(Refusal.class);
        ChooseUseCases.Draft blank = new ChooseUseCases.Draft(
                List.of(), List.of(new OwnItem(null, " ", null, null, null, null, "NOW", null, null, null)));
        work.check(task, blank);
        assertThat(work.missing(task, blank)).extracting(Missing::field).containsExactly("useCases");
    }
}
