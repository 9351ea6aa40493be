package org.waymark.process;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The timers that run for a program, as drawn in its diagrams. */
@Component
public class Timers {

    private final RuntimeService runtime;
    private final ManagementService management;

    Timers(@Lazy RuntimeService runtime, @Lazy ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** A drawn timer by the id of its element, and when it fires. */
    public record Timer(String element, OffsetDateTime due) {}

    /** Every timer of a program, the soonest first. */
    public List<Timer> of(String program) {
        List<Timer> timers = new ArrayList<>();
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(program)
                .list()) {
            for (Job job : management
                    .createJobQuery()
                    .timers()
                    .processInstanceId(instance.getId())
                    .list()) {
                JobDefinition drawn = management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult();
                if (drawn != null && job.getDuedate() != null) {
                    timers.add(new Timer(
                            drawn.getActivityId(), job.getDuedate().toInstant().atOffset(ZoneOffset.UTC)));
                }
            }
        }
        timers.sort(Comparator.comparing(Timer::due));
        return timers;
    }
}
