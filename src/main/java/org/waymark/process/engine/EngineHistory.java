package org.waymark.process.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/** The engine's history at the level "audit", without writing what it counts for itself and without reading back. */
public final class EngineHistory {

    private EngineHistory() {}

    /** Makes the engine keep that history; before it is built. */
    public static void install(ProcessEngineConfigurationImpl engine) {
        List<HistoryLevel> levels = new ArrayList<>();
        if (engine.getCustomHistoryLevels() != null) {
            levels.addAll(engine.getCustomHistoryLevels());
        }
        // the last level of a name is the one that counts
        levels.add(new WithoutCounters());
        engine.setCustomHistoryLevels(levels);
        engine.setHistoryEventProducer(new WithDeployedDiagrams());
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new WithoutReadingBack());
    }

    /** Who is asked at once is in the tasks' history; how many have answered so far is only the engine's own sum. */
    private static final class WithoutCounters extends HistoryLevelAudit {

        private static final Set<String> COUNTERS =
                Set.of("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter");

        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
            boolean counter =
                    entity instanceof VariableInstanceEntity variable && COUNTERS.contains(variable.getName());
            return !counter && super.isHistoryEventProduced(type, entity);
        }
    }

    /** What history says of a diagram never changes under its id, so the deployed one is asked, not its row. */
    private static final class WithDeployedDiagrams extends CacheAwareHistoryEventProducer {

        @Override
        protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
            ProcessDefinitionEntity deployed =
                    Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
            return deployed != null ? deployed : super.getProcessDefinitionEntity(id);
        }
    }

    /** A task and its step began when the task was created, so nobody has to ask the history for it. */
    private static final class WithoutReadingBack extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            if (!isInitialEvent(event)
                    && event instanceof HistoricScopeInstanceEvent ending
                    && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
                Date began = began(event);
                if (began != null) {
                    ending.setStartTime(began);
                    getDbEntityManager().merge(event);
                    return;
                }
            }
            super.insertOrUpdate(event);
        }

        private @Nullable Date began(HistoryEvent event) {
            if (event instanceof HistoricTaskInstanceEventEntity ofTask) {
                TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, ofTask.getTaskId());
                return task == null ? null : task.getCreateTime();
            }
            if (event instanceof HistoricActivityInstanceEventEntity step
                    && "callActivity".equals(step.getActivityType())) {
                return calledBegan(step);
            }
            if (event instanceof HistoricActivityInstanceEventEntity step) {
                for (TaskEntity task : getDbEntityManager().getCachedEntitiesByType(TaskEntity.class)) {
                    if (isStepOf(step, task) || isRoundOf(step, task)) {
                        return task.getCreateTime();
                    }
                }
            }
            return null;
        }

        /** A called diagram ends in the transaction that leaves the step which called it, and both began together. */
        private @Nullable Date calledBegan(HistoricActivityInstanceEventEntity step) {
            for (HistoricProcessInstanceEventEntity called :
                    getDbEntityManager().getCachedEntitiesByType(HistoricProcessInstanceEventEntity.class)) {
                if (step.getProcessInstanceId().equals(called.getSuperProcessInstanceId())
                        && called.getEndTime() != null) {
                    return called.getStartTime();
                }
            }
            return null;
        }

        private static boolean isStepOf(HistoricActivityInstanceEventEntity step, TaskEntity task) {
            return step.getExecutionId().equals(task.getExecutionId())
                    && step.getActivityId().equals(task.getTaskDefinitionKey());
        }

        /** All tasks of a round are opened at once, so each tells when the round began. */
        private static boolean isRoundOf(HistoricActivityInstanceEventEntity step, TaskEntity task) {
            return step.getProcessInstanceId().equals(task.getProcessInstanceId())
                    && step.getActivityId()
                            .equals(task.getTaskDefinitionKey() + BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX);
        }
    }
}
