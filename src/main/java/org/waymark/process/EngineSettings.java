package org.waymark.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.waymark.process.engine.EngineHistory;
import org.waymark.process.engine.EngineReads;

/** Starts the engine after our own tables exist, and keeps our list of work in step with its tasks. */
@Component
@DependsOnDatabaseInitialization
class EngineSettings extends AbstractCamundaConfiguration {

    private final WorkItemSync sync;

    EngineSettings(WorkItemSync sync) {
        this.sync = sync;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
        }
        listeners.add(sync);
        engine.setCustomPostBPMNParseListeners(listeners);
        // the program's code stands beside every line the engine's steps write into the log
        engine.setLoggingContextBusinessKey(Traced.PROGRAM);
        settings(engine);
    }

    /** Engine facts: late expressions, audit history that only ends with a program, no engine telemetry tables. */
    static void settings(ProcessEngineConfigurationImpl engine) {
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        EngineReads.install(engine);
        EngineHistory.install(engine);
    }
}
