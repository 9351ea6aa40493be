package org.waymark.process;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/** The way from our code to the diagrams: start one, wake one, stop one; always inside a running transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Workflow {

    private static final String CLOSED = "contributions.Closed";
    private static final String STOPPED = "program.Stopped";

    private final RuntimeService runtime;
    private final TaskService tasks;

    Workflow(@Lazy RuntimeService runtime, @Lazy TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Starts a diagram for a program. */
    public void start(String process, String program) {
        runtime.startProcessInstanceByKey(process, program, Map.of("program", program));
    }

    /** Ends the open round of contributions in the stage that the instance runs. */
    public void closeContributions(String instance) {
        wake(CLOSED, instance);
    }

    /** Wakes what waits for a message in one instance. */
    public void wake(String message, String instance) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceId(instance)
                    .correlateWithResult();
        } catch (MismatchingMessageCorrelationException nobodyWaits) {
            throw Refusal.conflict("work.nothing-waits");
        }
    }

    /** Takes the whole journey of a program away: its stages, gates, tasks and timers. */
    public void stop(String program) {
        @Nullable
        ProcessInstance journey = runtime.createProcessInstanceQuery()
                .processDefinitionKey("journey")
                .processInstanceBusinessKey(program)
                .singleResult();
        if (journey == null) {
            throw Refusal.conflict("work.nothing-waits");
        }
        wake(STOPPED, journey.getProcessInstanceId());
    }

    /** Gives an open task to somebody else. */
    public void assign(String task, String person) {
        tasks.setAssignee(task, person);
    }
}
