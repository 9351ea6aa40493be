package org.waymark.bench;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;

/** The engine that Waymark is built on, bare: no forms, no decision record, no board; history at its default. */
public class CamundaAtFull implements Contender {

    private final String history;
    private ProcessEngine engine;

    public CamundaAtFull() {
        this("full");
    }

    CamundaAtFull(String history) {
        this.history = history;
    }

    @Override
    public void open(Place place) {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration
                .setDataSource(Pool.to(place))
                .setDatabaseSchemaUpdate("true")
                .setHistory(history)
                .setJobExecutorActivate(false)
                .setMetricsEnabled(false)
                .setEnforceHistoryTimeToLive(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(Map.of("people", new People()));
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name("bench").enableDuplicateFiltering(false);
        Diagrams.CAMUNDA.files().forEach(deployment::addString);
        deployment.deploy();
    }

    @Override
    public void journey(String code, String way, Stopwatch stopwatch) throws Exception {
        engine.getRuntimeService().startProcessInstanceByKey("journey", code);
        for (List<Task> open = open(code); !open.isEmpty(); open = open(code)) {
            String task = open.get(0).getId();
            stopwatch.completion(() -> engine.getTaskService().complete(task, Map.of("decision", "GO", "score", 70)));
        }
    }

    private List<Task> open(String code) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .list();
    }

    @Override
    public void close() {
        engine.close();
    }
}
