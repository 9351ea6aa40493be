package org.waymark.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Touched;
import org.waymark.web.TaskNames;

/** Writes every task the engine opens, hands over or ends into our own table, in the engine's transaction. */
@Component
class WorkItemSync extends AbstractBpmnParseListener {

    private final WorkItems items;
    private final Work work;
    private final Drafts drafts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // lazy: the engine parses diagrams while it starts, before most of the house exists
    WorkItemSync(
            @Lazy WorkItems items,
            @Lazy Work work,
            @Lazy Drafts drafts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.work = work;
        this.drafts = drafts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) behavior(activity)).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::opened);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, this::changed);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::changed);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::touched);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::closed);
    }

    private static Object behavior(ActivityImpl activity) {
        Object behavior = activity.getActivityBehavior();
        if (behavior == null) {
            throw new IllegalStateException("User task without behaviour: " + activity.getId());
        }
        return behavior;
    }

    private void opened(DelegateTask task) {
        String program = task.getExecution().getProcessBusinessKey();
        WorkItem opened = new WorkItem(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                program,
                stageOf(task.getExecution()),
                task.getProcessInstanceId(),
                task.getAssignee(),
                OffsetDateTime.now(clock),
                task.getDueDate() == null ? null : atUtc(task.getDueDate()),
                "OPEN",
                null,
                null);
        WorkItem item = opened.named(TaskNames.made(task.getName(), program, work.about(opened)));
        task.setName(item.name());
        items.opened(item);
        work.standIns(item).forEach(task::addCandidateUser);
        touched(task);
    }

    private void changed(DelegateTask task) {
        if (!items.isOpening(task.getId())) {
            items.find(task.getId()).ifPresent(item -> changesHands(item, task.getAssignee()));
        }
        items.changed(task.getId(), task.getAssignee(), task.getDueDate() == null ? null : atUtc(task.getDueDate()));
        touched(task);
    }

    /** What was typed goes along with a task given to somebody else, where it belongs to the task. */
    private void changesHands(WorkItem item, @Nullable String to) {
        String from = item.assignee();
        if (from != null && to != null && !from.equals(to) && work.carriesDraft(item)) {
            drafts.carry(item.task(), from, to);
        }
    }

    private void closed(DelegateTask task) {
        items.closed(task.getId());
        touched(task);
    }

    private void touched(DelegateTask task) {
        events.publishEvent(new Touched(task.getExecution().getProcessBusinessKey()));
    }

    /** A task's stage is where its diagram hangs in the journey, never a variable somebody could have written. */
    static String stageOf(DelegateExecution execution) {
        ExecutionEntity instance = ((ExecutionEntity) execution).getProcessInstance();
        if (instance.getCaseInstanceId() != null) {
            return instance.getCaseInstanceId(); // started beside the journey, for one stage
        }
        String definition = instance.getProcessDefinition().getKey();
        if (definition.startsWith("stage-")) {
            return definition.substring("stage-".length());
        }
        @Nullable ExecutionEntity caller = instance.getSuperExecution();
        String place = caller == null ? "" : caller.getCurrentActivityId();
        String element = place.endsWith("Gate") ? place.substring(0, place.length() - "Gate".length()) : place;
        return element.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static OffsetDateTime atUtc(Date date) {
        return date.toInstant().atOffset(ZoneOffset.UTC);
    }
}
