package org.waymark.process;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    Workflow(@Lazy RuntimeService runtime, @Lazy TaskService tasks, ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.events = events;
    }

    /** Starts a diagram for a program. */
    public void start(String process, String program) {
        runtime.startProcessInstanceByKey(process, program, Map.of("program", program));
    }

    /**
     * Starts a diagram that runs beside the journey, for one of its stages, and answers its instance. The stage is kept
     * with the instance itself, where nobody can overwrite it.
     */
    public String startApart(String process, String program, String stage) {
        return runtime.createProcessInstanceByKey(process)
                .businessKey(program)
                .caseInstanceId(stage)
                .setVariable("program", program)
                .execute()
                .getId();
    }

    /** Lets the journey begin again at one stage, wherever it was; what else runs for the program goes on. */
    public void restartAt(String program, String stage) {
        journey(program).ifPresent(journey -> wake(STOPPED, journey.getProcessInstanceId()));
        runtime.createProcessInstanceByKey("journey")
                .businessKey(program)
                .setVariable("program", program)
                .startBeforeActivity(camel(stage) + "Stage")
                .execute();
    }

    private static String camel(String stage) {
        return Pattern.compile("-(.)")
                .matcher(stage)
                .replaceAll(hit -> hit.group(1).toUpperCase(Locale.ROOT));
    }

    /** Ends whatever still runs for a program that is over, except the instance that says so. */
    public void endAll(String program, String sayingSo) {
        List<ProcessInstance> roots = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(program)
                .rootProcessInstances()
                .list();
        boolean apart = roots.stream().anyMatch(one -> one.getId().equals(sayingSo));
        for (ProcessInstance one : roots) {
            boolean journey = one.getProcessDefinitionId().startsWith("journey:");
            if (journey && apart) {
                wake(STOPPED, one.getId());
            } else if (!journey && !one.getId().equals(sayingSo)) {
                runtime.deleteProcessInstance(one.getId(), STOPPED);
            }
        }
        events.publishEvent(new ProgramStopped(program));
    }

    private Optional<ProcessInstance> journey(String program) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processDefinitionKey("journey")
                .processInstanceBusinessKey(program)
                .singleResult());
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

    /** Takes the whole journey of a program away: its stages, gates, tasks and timers, and what runs beside it. */
    public void stop(String program) {
        ProcessInstance journey = journey(program).orElseThrow(() -> Refusal.conflict("work.nothing-waits"));
        wake(STOPPED, journey.getProcessInstanceId());
        endAll(program, "");
    }

    /** Takes one of several tasks of the same kind away, as if it had never been asked; the others stay as they are. */
    public void withdraw(String task) {
        Task found = tasks.createTaskQuery().taskId(task).singleResult();
        if (found == null) {
            throw Refusal.conflict("work.nothing-waits");
        }
        String instance = found.getProcessInstanceId();
        String one = Arrays.stream(
                        runtime.getActivityInstance(instance).getActivityInstances(found.getTaskDefinitionKey()))
                .filter(activity -> List.of(activity.getExecutionIds()).contains(found.getExecutionId()))
                .map(ActivityInstance::getId)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("work.nothing-waits"));
        runtime.createProcessInstanceModification(instance)
                .cancelActivityInstance(one)
                .execute();
    }

    /** Says who may take a task over from whoever has it; Tasklist shows it to them too. */
    public void offer(String task, Set<String> people) {
        Set<String> before = new LinkedHashSet<>();
        tasks.getIdentityLinksForTask(task).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null)
                .forEach(link -> before.add(link.getUserId()));
        before.stream().filter(one -> !people.contains(one)).forEach(one -> tasks.deleteCandidateUser(task, one));
        people.stream().filter(one -> !before.contains(one)).forEach(one -> tasks.addCandidateUser(task, one));
    }

    /** Gives an open task to somebody else. */
    public void assign(String task, String person) {
        tasks.setAssignee(task, person);
    }
}
