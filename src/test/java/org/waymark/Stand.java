package org.waymark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** A bare engine that carries tokens through the diagrams while stand-ins answer for the beans; nothing of ours runs. */
final class Stand {

    final StandIns answers = new StandIns();
    private final ProcessEngine engine;

    Stand() {
        this(inMemory());
    }

    Stand(ProcessEngineConfigurationImpl configuration) {
        configuration.setProcessEngineName("stand");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setHistory("activity");
        Map<Object, Object> beans = new HashMap<>();
        BypassRules.ORDER.forEach(stage -> beans.put(BypassRules.camel(stage) + "Process", answers));
        beans.put("programProcess", answers);
        beans.put("gateProcess", answers.gate);
        beans.put("conditionProcess", answers.condition);
        beans.put("benefitProcess", answers.benefit);
        beans.put("work", answers);
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        deploy(drawn());
    }

    private static ProcessEngineConfigurationImpl inMemory() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:stand;DB_CLOSE_DELAY=-1");
        return configuration;
    }

    /** The diagrams as they are, by file name. */
    static Map<String, String> drawn() {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : ProcessContractTests.diagrams()) {
            try {
                texts.put(file.getFileName().toString(), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    /** Brings a release: all its diagrams in one deployment, as the product does. */
    void deploy(Map<String, String> texts) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        texts.forEach(deployment::addString);
        deployment.deploy();
    }

    ProcessEngine engine() {
        return engine;
    }

    void close() {
        engine.close();
    }

    /** Launches a program. */
    String launch() {
        clear();
        return begun(engine.getRuntimeService()
                .startProcessInstanceByKey("journey", "ATLAS", Map.of("program", "ATLAS"))
                .getId());
    }

    /** A program as it stands before one box of the journey, without the walk there. */
    String launchAt(String box) {
        clear();
        return begun(engine.getRuntimeService()
                .createProcessInstanceByKey("journey")
                .businessKey("ATLAS")
                .setVariable("program", "ATLAS")
                .startBeforeActivity(box)
                .execute()
                .getId());
    }

    /** A promise, by itself. */
    String promise() {
        clear();
        return begun(engine.getRuntimeService()
                .startProcessInstanceByKey("condition", "ATLAS", Map.of("program", "ATLAS"))
                .getId());
    }

    /** One line of a locked plan, by itself. */
    String benefit() {
        clear();
        return begun(engine.getRuntimeService()
                .startProcessInstanceByKey("benefit", "ATLAS", Map.of("program", "ATLAS"))
                .getId());
    }

    /** Fires the timer at one element. */
    void fire(String element) {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .timers()
                .activityId(element)
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        runJobs();
    }

    private String begun(String journey) {
        runJobs();
        return journey;
    }

    /** Ends whatever still runs. */
    void clear() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(old -> engine.getRuntimeService().deleteProcessInstance(old.getId(), "next"));
        answers.reset();
    }

    /** Lets the executor's work be done now. */
    void runJobs() {
        engine.getManagementService()
                .createJobQuery()
                .messages()
                .list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    /** Fires every timer that is set, once. */
    void fireTimers() {
        for (Job timer : engine.getManagementService().createJobQuery().timers().list()) {
            engine.getManagementService().executeJob(timer.getId());
        }
        runJobs();
    }

    /** Wakes the one instance that waits for a message. */
    void wake(String message) {
        String instance = engine.getRuntimeService()
                .createEventSubscriptionQuery()
                .eventName(message)
                .singleResult()
                .getProcessInstanceId();
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(instance)
                .correlate();
        runJobs();
    }

    /** Everybody asked hands in. */
    void handIn(String key) {
        List<Task> tasks =
                engine.getTaskService().createTaskQuery().taskDefinitionKey(key).list();
        if (tasks.isEmpty()) {
            throw new AssertionError("Nobody is asked for " + key + " but for " + open());
        }
        tasks.forEach(task -> engine.getTaskService().complete(task.getId()));
        runJobs();
    }

    /** Works through whatever the stage asks, up to its gate. */
    void workThroughStage() {
        for (int step = 0; !open().contains("submitForDecision"); step++) {
            if (step > 20 || open().isEmpty()) {
                throw new AssertionError("The stage does not come to its gate: " + open());
            }
            open().forEach(this::handIn);
        }
    }

    /** Submits and decides. */
    void decide(String outcome) {
        handIn("submitForDecision");
        answers.outcomes.add(outcome);
        handIn("decideGate");
    }

    /** What people are asked for now. */
    TreeSet<String> open() {
        TreeSet<String> keys = new TreeSet<>();
        engine.getTaskService().createTaskQuery().list().forEach(task -> keys.add(task.getTaskDefinitionKey()));
        return keys;
    }

    boolean isRunning() {
        return engine.getRuntimeService().createProcessInstanceQuery().count() > 0;
    }

    /** Where the program's own diagram ended. */
    List<String> ends(String journey) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(journey)
                .list()
                .stream()
                .filter(one -> one.getActivityType().endsWith("EndEvent"))
                .map(one -> one.getActivityId())
                .toList();
    }
}
