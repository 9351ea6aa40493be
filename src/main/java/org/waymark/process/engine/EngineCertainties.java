package org.waymark.process.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** What the engine need not ask the database, because it can only be so. */
final class EngineCertainties {

    private EngineCertainties() {}

    /** A deployed diagram never changes under its id, and nobody suspends one: the door lets no such call through. */
    static final class Definitions extends ProcessDefinitionManager {

        @Override
        public @Nullable ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
            ProcessDefinitionEntity known = super.getCachedResourceDefinitionEntity(id);
            return known != null
                    ? known
                    : Context.getProcessEngineConfiguration()
                            .getDeploymentCache()
                            .findProcessDefinitionFromCache(id);
        }
    }

    /**
     * What a deployed diagram says of its timers and steps never changes either; nobody suspends or ranks them. A copy
     * is kept for every job that is made of it, for as long as the product runs.
     */
    static final class JobDefinitions extends JobDefinitionManager {

        private static final Map<String, JobDefinitionEntity> KNOWN = new ConcurrentHashMap<>();

        @Override
        public @Nullable JobDefinitionEntity findById(String id) {
            JobDefinitionEntity known = KNOWN.get(id);
            if (known == null) {
                known = super.findById(id);
                if (known != null) {
                    KNOWN.put(id, known);
                }
            }
            return known;
        }
    }

    /** An incident hangs only on a job that has failed, which keeps the trace of it. */
    static final class Incidents extends IncidentManager {

        @Override
        public List<Incident> findIncidentByConfigurationAndIncidentType(String job, @Nullable String type) {
            JobEntity known = getDbEntityManager().getCachedEntity(JobEntity.class, job);
            boolean healthy = known != null && known.getRetries() > 0 && known.getExceptionByteArrayId() == null;
            return healthy ? List.of() : super.findIncidentByConfigurationAndIncidentType(job, type);
        }
    }

    /** Messages reach a diagram in the transaction that sends them, so no job ever waits to deliver one. */
    static final class JobsOfEvents extends JobManager {

        @Override
        public List<JobEntity> findJobsByConfiguration(String handler, String configuration, @Nullable String tenant) {
            return ProcessEventJobHandler.TYPE.equals(handler)
                    ? List.of()
                    : super.findJobsByConfiguration(handler, configuration, tenant);
        }
    }

    /** Gives the assignee the right to a task; for a task opened just now no earlier right needs to be looked for. */
    static final class Grants extends DefaultAuthorizationProvider {

        @Override
        protected @Nullable AuthorizationEntity getGrantAuthorization(
                String task, @Nullable String person, @Nullable String group, Resource resource) {
            TaskEntity known = Context.getCommandContext().getDbEntityManager().getCachedEntity(TaskEntity.class, task);
            boolean opensNow = known != null && known.getRevision() == 0;
            return opensNow ? null : super.getGrantAuthorization(task, person, group, resource);
        }
    }
}
