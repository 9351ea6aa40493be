package org.waymark.bench;

import java.util.List;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.repository.DeploymentBuilder;
import org.flowable.task.api.Task;

/**
 * The other engine of the same descent, bare, at its fullest history. Compiled and run with a class path of its own: its
 * libraries and Waymark's disagree.
 */
public final class Flowable implements Contender {

    private ProcessEngine engine;

    @Override
    public void open(Place place) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(Pool.to(place));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.FULL);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(Map.of("people", new People()));
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name("bench").enableDuplicateFiltering();
        Diagrams.FLOWABLE.files().forEach(deployment::addString);
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
