package org.waymark.process.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Lets the engine read an instance as a whole: its executions, its variables and its tasks by one statement each,
 * where it would ask for every single one. What was read lives as long as one command of the engine, whose own cache
 * of entities works the same way.
 */
public final class EngineReads {

    private EngineReads() {}

    /** Makes the engine read that way; before it is built. */
    public static void install(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> sessions = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        sessions.add(new Of(ExecutionManager.class, Executions::new));
        sessions.add(new Of(VariableInstanceManager.class, Variables::new));
        sessions.add(new Of(TaskManager.class, Tasks::new));
        sessions.add(new Of(ProcessDefinitionManager.class, EngineCertainties.Definitions::new));
        sessions.add(new Of(JobDefinitionManager.class, EngineCertainties.JobDefinitions::new));
        sessions.add(new Of(IncidentManager.class, EngineCertainties.Incidents::new));
        sessions.add(new Of(JobManager.class, EngineCertainties.JobsOfEvents::new));
        engine.setCustomSessionFactories(sessions);
        engine.setResourceAuthorizationProvider(new EngineCertainties.Grants());
        // Waymark grants and never revokes, so the engine need not look for revocations before every check
        engine.setAuthorizationCheckRevokes("never");
    }

    private record Of(Class<?> type, Supplier<Session> open) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return open.get();
        }
    }

    private static final class Executions extends ExecutionManager {

        private final Map<String, List<ExecutionEntity>> trees = new HashMap<>();

        @Override
        public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instance) {
            List<ExecutionEntity> known = trees.get(instance);
            if (known == null) {
                known = super.findExecutionsByProcessInstanceId(instance);
                trees.put(instance, known);
            }
            return known;
        }

        @Override
        public @Nullable ExecutionEntity findExecutionById(String id) {
            if (getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) == null) {
                instanceOf(id)
                        .filter(instance -> !trees.containsKey(instance))
                        .ifPresent(this::findExecutionsByProcessInstanceId);
            }
            return super.findExecutionById(id);
        }

        /** The instance an execution belongs to, as far as what was read already tells. */
        private Optional<String> instanceOf(String id) {
            boolean ofTask = getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                    .anyMatch(task -> id.equals(task.getProcessInstanceId()));
            if (ofTask) {
                return Optional.of(id);
            }
            // a called diagram ends: its caller is part of the journey it hangs in
            return getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                    .filter(called -> id.equals(called.getSuperExecutionId()))
                    .map(ExecutionEntity::getRootProcessInstanceId)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }

    private static final class Variables extends VariableInstanceManager {

        private final Map<String, List<VariableInstanceEntity>> read = new HashMap<>();

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
                String execution, @Nullable Collection<String> names) {
            ExecutionEntity known = getDbEntityManager().getCachedEntity(ExecutionEntity.class, execution);
            if (known == null || names != null) {
                return super.findVariableInstancesByExecutionIdAndVariableNames(execution, names);
            }
            return of(known.getProcessInstanceId()).stream()
                    .filter(one -> one.getTaskId() == null && execution.equals(one.getExecutionId()))
                    .toList();
        }

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
                String task, @Nullable Collection<String> names) {
            TaskEntity known = getDbEntityManager().getCachedEntity(TaskEntity.class, task);
            if (known == null || names != null || known.getProcessInstanceId() == null) {
                return super.findVariableInstancesByTaskIdAndVariableNames(task, names);
            }
            return of(known.getProcessInstanceId()).stream()
                    .filter(one -> task.equals(one.getTaskId()))
                    .toList();
        }

        private List<VariableInstanceEntity> of(String instance) {
            return read.computeIfAbsent(instance, this::findVariableInstancesByProcessInstanceId);
        }
    }

    private static final class Tasks extends TaskManager {

        private final Set<String> read = new HashSet<>();

        /** Nobody makes tasks below tasks: Tasklist's button for it is shut at the door. */
        @Override
        public List<Task> findTasksByParentTaskId(String parent) {
            return List.of();
        }

        @Override
        public List<TaskEntity> findTasksByExecutionId(String execution) {
            List<TaskEntity> known = cached(execution);
            ExecutionEntity owner = getDbEntityManager().getCachedEntity(ExecutionEntity.class, execution);
            // a user task is the only one of its execution, so one that is known is all there is
            if (known.isEmpty() && owner != null && read.add(owner.getProcessInstanceId())) {
                findTasksByProcessInstanceId(owner.getProcessInstanceId());
                known = cached(execution);
            }
            return owner == null ? super.findTasksByExecutionId(execution) : known;
        }

        private List<TaskEntity> cached(String execution) {
            List<TaskEntity> tasks = new ArrayList<>();
            for (TaskEntity task : getDbEntityManager().getCachedEntitiesByType(TaskEntity.class)) {
                if (execution.equals(task.getExecutionId())) {
                    tasks.add(task);
                }
            }
            return tasks;
        }
    }
}
