package org.waymark.process;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The steps the engine does by itself between two people: opening the next stage. */
@Component
public class Jobs {

    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final Clock clock;

    Jobs(@Lazy ManagementService jobs, @Lazy RuntimeService runtime, Clock clock) {
        this.jobs = jobs;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Lets the timers at one element of a program go off whose time has come. */
    public void due(String program, String element) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(program)
                .list()) {
            jobs.createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(element)
                    .timers()
                    .duedateLowerThan(Date.from(clock.instant()))
                    .list()
                    .forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    /** Does now what waits to be done for a program; whatever the executor is doing already is left to it. */
    public void settle(String program) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(program)
                .list()) {
            List<Job> waiting = jobs.createJobQuery()
                    .processInstanceId(instance.getId())
                    .messages()
                    .withRetriesLeft()
                    .list();
            for (Job job : waiting) {
                try {
                    jobs.executeJob(job.getId());
                } catch (ProcessEngineException e) {
                    if (!Collision.in(e)) {
                        throw e;
                    }
                    // the executor has it: it runs there, with the same effect
                }
            }
        }
    }

    /** Whether the engine still has something to do for a program before anybody can work on it. */
    public boolean busy(String program) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(program).list().stream()
                .anyMatch(instance -> jobs.createJobQuery()
                                .processInstanceId(instance.getId())
                                .messages()
                                .withRetriesLeft()
                                .count()
                        > 0);
    }
}
