package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.process.carry.Carriage;
import org.waymark.process.carry.Carried;
import org.waymark.process.carry.Moves;
import org.waymark.process.carry.Standing;

/** A program that stands anywhere in a release is carried over to the next one and goes on, or is left as it was. */
class CarryingTests {

    private static final List<String> STAGES =
            BypassRules.ORDER.stream().map(BypassRules::camel).toList();
    private static Stand stand;
    private static Carriage carriage;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void build() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:carrying;DB_CLOSE_DELAY=-1", "sa", "");
        var transactions = new DataSourceTransactionManager(database);
        var engine = new SpringProcessEngineConfiguration();
        engine.setDataSource(database);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate("true");
        stand = new Stand(engine);
        carriage = new Carriage(stand.engine(), NextRelease.MOVES);
        transaction = new TransactionTemplate(transactions);
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    @BeforeEach
    void nothingIsLeft() {
        stand.clear();
    }

    /** Brings some diagrams of a release; those a test does not come to are left out, because reading them takes time. */
    private static void bring(Map<String, String> release, String... diagrams) {
        Map<String, String> some = new HashMap<>(release);
        some.keySet().retainAll(Stream.of(diagrams).map(one -> one + ".bpmn").toList());
        assertThat(some).hasSameSizeAs(diagrams);
        stand.deploy(some);
    }

    private static Carried carry() {
        return carriage.carry("ATLAS");
    }

    private static Standing standing() {
        return carriage.standing("ATLAS");
    }

    /** Everybody at once, or nobody. */
    private static Carried carryTogether() {
        return transaction.execute(status -> {
            Carried carried = carry();
            if (!carried.possible()) {
                status.setRollbackOnly();
            }
            return carried;
        });
    }

    static Stream<Arguments> everyStep() {
        return IntStream.range(0, STAGES.size())
                .boxed()
                .flatMap(stage -> IntStream.range(0, steps(stage)).mapToObj(step -> Arguments.of(stage, step)));
    }

    /** How many rounds of handing in a stage takes up to its gate. */
    private static int steps(int stage) {
        return STAGES.get(stage).equals("roi")
                ? 4
                : List.of(2, 2, 2, 4, 3, 3, 3).get(stage);
    }

    @ParameterizedTest(name = "stage {0}, after {1} steps")
    @MethodSource("everyStep")
    void fromEveryStepOfEveryStageTheProgramGoesOnToItsGate(int stage, int step) {
        String[] touched = {"journey", "gate", BypassRules.ORDER.get(stage)};
        bring(Stand.drawn(), touched);
        stand.launchAt(STAGES.get(stage) + "Stage");
        IntStream.range(0, step).forEach(any -> stand.open().forEach(stand::handIn));
        goesOn(
                () -> {
                    stand.workThroughStage();
                    stand.handIn("submitForDecision");
                    assertThat(stand.open()).containsExactly("decideGate");
                },
                touched);
    }

    static Stream<Arguments> everyWaitAtAGate() {
        return Stream.of(
                waits("before the submission", any -> {}),
                waits("at the decision", any -> any.handIn("submitForDecision")),
                waits("reminded and late", any -> {
                    any.handIn("submitForDecision");
                    any.fireTimers();
                }),
                waits("on hold", any -> any.decide("HOLD")),
                waits("at questions", any -> any.decide("MORE_INFORMATION")));
    }

    private static Arguments waits(String where, Consumer<Stand> comesThere) {
        return Arguments.of(where, comesThere);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyWaitAtAGate")
    void fromEveryWaitAtAGateTheProgramGoesOnToTheNextStage(String where, Consumer<Stand> comesThere) {
        String[] touched = {"journey", "gate"};
        bring(Stand.drawn(), touched);
        stand.launchAt("valuesGate");
        comesThere.accept(stand);
        goesOn(
                () -> {
                    if (stand.open().isEmpty()) {
                        stand.wake("gate.Resumed");
                    }
                    if (stand.open().contains("answerQuestions")) {
                        stand.answers.submission = "READY";
                        stand.handIn("answerQuestions");
                    }
                    if (stand.open().contains("submitForDecision")) {
                        stand.handIn("submitForDecision");
                    }
                    stand.answers.outcomes.add("PASS");
                    stand.handIn("decideGate");
                    assertThat(stand.open()).containsExactly("rateCapabilities");
                },
                touched);
    }

    /** Carries the program over and on; what was handed in and noted before is the same afterwards. */
    private static void goesOn(Runnable on, String... touched) {
        bring(NextRelease.drawn(), touched);
        Standing before = standing();
        List<String> done = done();
        List<String> told = List.copyOf(stand.answers.told);
        assertThat(before.older()).isTrue();
        Carried carried = carryTogether();
        assertThat(carried.obstacles()).isEmpty();
        assertThat(standing().older()).isFalse();
        assertThat(done()).containsAll(done);
        assertThat(stand.answers.told.subList(0, told.size())).isEqualTo(told);
        on.run();
        assertThat(stand.isRunning()).isTrue();
        assertThat(standing().older()).isFalse();
    }

    private static List<String> done() {
        return stand.engine().getHistoryService().createHistoricTaskInstanceQuery().finished().list().stream()
                .filter(task -> "completed".equals(task.getDeleteReason()))
                .map(CarryingTests::said)
                .sorted()
                .toList();
    }

    private static String said(HistoricTaskInstance task) {
        return task.getId() + task.getTaskDefinitionKey() + task.getAssignee() + task.getEndTime();
    }

    @Test
    void aProgramThatIsAboutToOpenAStageOpensTheNewOne() {
        bring(Stand.drawn(), "journey", "gate", "capabilities");
        stand.launchAt("valuesGate");
        stand.handIn("submitForDecision");
        stand.answers.outcomes.add("PASS");
        Task decision = stand.engine().getTaskService().createTaskQuery().singleResult();
        stand.engine().getTaskService().complete(decision.getId());
        assertThat(stand.open()).isEmpty();
        bring(NextRelease.drawn(), "journey", "gate", "capabilities");
        assertThat(carryTogether().steps()).singleElement().satisfies(step -> {
            assertThat(step.was()).isEqualTo("capabilitiesStage");
            assertThat(step.kept()).isTrue();
        });
        stand.runJobs();
        stand.handIn("rateCapabilities");
        assertThat(stand.open()).containsExactly("settleCapabilities");
    }

    @Test
    void aTaskThatIsCalledOtherwiseKeepsItsPersonAndIsAskedOnce() {
        bring(Stand.drawn(), "journey", "maturity");
        stand.launchAt("maturityStage");
        Map<String, String> asked = asked();
        bring(NextRelease.drawn(), "journey", "maturity");
        Carried carried = carryTogether();
        assertThat(asked()).isEqualTo(asked);
        assertThat(stand.open()).containsExactly("rateMaturity");
        assertThat(carried.tasks()).hasSize(2).allSatisfy(task -> {
            assertThat(task.key()).isEqualTo("rateMaturity");
            assertThat(task.name()).isEqualTo("Rate the maturity");
        });
        assertThat(carried.steps())
                .contains(new Carried.Step(
                        "stage-maturity", "voteMaturity", "Vote on maturity", "rateMaturity", "Rate the maturity"));
        stand.wake("contributions.Closed");
        assertThat(stand.open()).containsExactly("agreeMaturity");
    }

    private static Map<String, String> asked() {
        Map<String, String> asked = new HashMap<>();
        stand.engine()
                .getTaskService()
                .createTaskQuery()
                .list()
                .forEach(task -> asked.put(task.getId(), task.getAssignee()));
        return asked;
    }

    @Test
    void whoeverStandsAtAStepThatIsLeftOutGoesOnToTheOneBehindIt() {
        bring(Stand.drawn(), "journey", "gate", "roi");
        stand.launchAt("roiStage");
        for (String step : List.of("chooseBenefits", "estimateBenefits", "buildBusinessCase")) {
            stand.handIn(step);
        }
        bring(NextRelease.drawn(), "journey", "gate", "roi");
        Carried carried = carryTogether();
        assertThat(stand.open()).containsExactly("submitForDecision");
        assertThat(carried.steps())
                .contains(new Carried.Step("stage-roi", "reviewFinances", "Review the finances", "", ""))
                .contains(new Carried.Step("gate", "", "", "submitForDecision", "Submit for decision"));
    }

    @Test
    void aTimerKeepsItsDateUnlessItsDrawingSaysAnother() {
        bring(Stand.drawn(), "journey", "architecture");
        stand.launchAt("architectureStage");
        stand.handIn("decideComponents");
        bring(NextRelease.drawn(), "journey", "architecture");
        List<Carried.Timer> timers = carryTogether().timers();
        assertThat(timers)
                .extracting(Carried.Timer::element)
                .containsExactly("reviewArchitectureOverdue", "reviewArchitectureReminder");
        assertThat(timers.get(0).moved()).isFalse();
        assertThat(timers.get(1).moved()).isTrue();
        assertThat(timers.get(1).after())
                .isNotNull()
                .satisfies(at -> assertThat(at.getYear()).isEqualTo(2031));
    }

    @Test
    void aReminderThatWentOffDoesNotGoOffAgain() {
        bring(Stand.drawn(), "journey", "capabilities");
        stand.launchAt("capabilitiesStage");
        stand.fireTimers();
        bring(NextRelease.drawn(), "journey", "capabilities");
        assertThat(carryTogether().timers()).isEmpty();
        assertThat(stand.answers.told).containsOnlyOnce("remind rateCapabilities");
    }

    @Test
    void aPromiseAndABenefitGoOverWhereverTheyWait() {
        stand.promise();
        carriedBeside("fulfilCondition");
        stand.promise();
        stand.handIn("fulfilCondition");
        carriedBeside("confirmCondition");
        stand.promise();
        stand.fire("conditionOverdue");
        carriedBeside("resolveOverdueCondition");
        stand.benefit();
        carriedBeside("");
        stand.answers.outcomes.add("DUE");
        stand.fire("awaitQuarter");
        carriedBeside("reportBenefit");
        stand.handIn("reportBenefit");
        carriedBeside("confirmBenefit");
        stand.answers.outcomes.addAll(List.of("CONFIRMED", "BEYOND"));
        stand.handIn("confirmBenefit");
        carriedBeside("resolveDrift");
        stand.answers.outcomes.add("CORRECT");
        stand.handIn("resolveDrift");
        carriedBeside("correctForecast");
        stand.handIn("correctForecast");
        assertThat(stand.open()).containsExactly("resolveDrift");
    }

    private static void carriedBeside(String task) {
        bring(NextRelease.drawn(), "condition", "benefit");
        Map<String, String> asked = asked();
        assertThat(carryTogether().possible()).isTrue();
        assertThat(standing().older()).isFalse();
        assertThat(asked()).isEqualTo(asked);
        assertThat(stand.open()).isEqualTo(task.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(task)));
    }

    @Test
    void whatHasNowhereToGoIsRefusedAndLeftAsItWas() {
        bring(Stand.drawn(), "journey", "capabilities");
        stand.launchAt("capabilitiesStage");
        stand.handIn("rateCapabilities");
        bring(NextRelease.drawn(), "journey", "capabilities");
        Standing before = standing();
        Carriage withoutNotes = new Carriage(stand.engine(), Moves.of(List.of()));
        Carried refused = transaction.execute(status -> {
            status.setRollbackOnly();
            return withoutNotes.carry("ATLAS");
        });
        assertThat(refused.obstacles())
                .containsExactly(new Carried.Obstacle(
                        "stage-capabilities", "agreeCapabilities", "Agree the capabilities", Carried.Why.NOWHERE));
        assertThat(standing()).isEqualTo(before);
        stand.handIn("agreeCapabilities");
        assertThat(stand.open()).containsExactly("submitForDecision");
    }

    @Test
    void aStepThatBecameAnotherKindOfStepSaysSo() {
        bring(Stand.drawn(), "journey", "capabilities");
        stand.launchAt("capabilitiesStage");
        stand.handIn("rateCapabilities");
        Map<String, String> next = new HashMap<>(Stand.drawn());
        next.computeIfPresent(
                "capabilities.bpmn",
                (file, text) -> text.replaceAll(
                        "(?s)<bpmn:userTask id=\"agreeCapabilities\"[^>]*>(.*?)<bpmn:extensionElements>.*?</bpmn:extensionElements>(.*?)</bpmn:userTask>",
                        "<bpmn:receiveTask id=\"agreeCapabilities\">$1$2</bpmn:receiveTask>"));
        bring(next, "capabilities");
        Standing before = standing();
        assertThat(carryTogether().obstacles())
                .extracting(Carried.Obstacle::why)
                .containsExactly(Carried.Why.OTHER_KIND);
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void aDryRunChangesNothing() {
        bring(Stand.drawn(), "journey", "maturity");
        stand.launchAt("maturityStage");
        bring(NextRelease.drawn(), "journey", "maturity");
        Standing before = standing();
        Map<String, String> asked = asked();
        Carried looked = transaction.execute(status -> {
            status.setRollbackOnly();
            return carry();
        });
        assertThat(looked.possible()).isTrue();
        assertThat(standing()).isEqualTo(before);
        assertThat(standing().mark()).isEqualTo(before.mark());
        assertThat(asked()).isEqualTo(asked);
        stand.handIn("voteMaturity");
        assertThat(standing().mark()).isNotEqualTo(before.mark());
    }

    @Test
    void handingInWhileTheProgramIsCarriedOverEndsEitherWayAndNeverHalfWay() throws Exception {
        for (int round = 0; round < 6; round++) {
            bring(Stand.drawn(), "journey", "values");
            stand.launchAt("valuesStage");
            stand.handIn("weighValues");
            String task = stand.engine()
                    .getTaskService()
                    .createTaskQuery()
                    .singleResult()
                    .getId();
            bring(NextRelease.drawn(), "journey", "values");
            CyclicBarrier barrier = new CyclicBarrier(2);
            List<String> answers = atOnce(
                    barrier,
                    CarryingTests::carryTogether,
                    () -> stand.engine().getTaskService().complete(task));
            stand.runJobs();
            assertThat(answers).contains("done");
            boolean carried = answers.get(0).equals("done");
            boolean handedIn = answers.get(1).equals("done");
            assertThat(standing().older()).isNotEqualTo(carried);
            String expected = !handedIn ? "agreeValues" : carried ? "confirmValues" : "submitForDecision";
            if (handedIn && carried) {
                // one after the other, in either order
                assertThat(stand.open())
                        .isSubsetOf("confirmValues", "submitForDecision")
                        .hasSize(1);
            } else {
                assertThat(stand.open()).containsExactly(expected);
            }
        }
    }

    private static List<String> atOnce(CyclicBarrier barrier, Runnable... acts) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (Runnable act : acts) {
                running.add(pool.submit(() -> {
                    barrier.await();
                    try {
                        act.run();
                        return "done";
                    } catch (OptimisticLockingException fasterOne) {
                        return "refused";
                    }
                }));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
