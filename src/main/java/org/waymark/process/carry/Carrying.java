package org.waymark.process.carry;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;

/** Carries what runs for a program over to the newest drawings: each running diagram by its own plan. */
final class Carrying {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final Drawings drawings;
    private final CarryPlans plans;
    private final Moves moves;

    Carrying(ProcessEngine engine, Moves moves) {
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.tasks = engine.getTaskService();
        this.drawings = new Drawings(engine.getRepositoryService());
        this.plans = new CarryPlans(runtime, drawings, moves);
        this.moves = moves;
    }

    Drawings drawings() {
        return drawings;
    }

    /** Whether the executor holds one of the program's own steps right now. */
    boolean busy(String program) {
        Date now = ClockUtil.getCurrentTime();
        return instances(program).stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .map(JobEntity.class::cast)
                .anyMatch(job -> job.getLockOwner() != null
                        && job.getLockExpirationTime() != null
                        && job.getLockExpirationTime().after(now));
    }

    Standing standing(String program) {
        Map<String, ProcessDefinition> newest = drawings.newest();
        Map<String, Standing.Instance> instances = new TreeMap<>();
        Map<String, Standing.Place> places = new TreeMap<>();
        Map<String, Standing.Bell> bells = new TreeMap<>();
        for (ProcessInstance instance : instances(program)) {
            String id = instance.getId();
            String definition = instance.getProcessDefinitionId();
            ProcessDefinition here = drawings.definition(definition);
            String diagram = here.getKey();
            instances.put(
                    id,
                    new Standing.Instance(
                            definition,
                            diagram,
                            here.getVersion(),
                            definition.equals(newest.getOrDefault(diagram, here).getId())));
            leaves(runtime.getActivityInstance(id))
                    .forEach((being, element) -> places.put(being, new Standing.Place(id, diagram, element)));
            bells(id, definition, diagram, bells);
        }
        return new Standing(instances, places, bells);
    }

    private List<ProcessInstance> instances(String program) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(program)
                .list();
    }

    private static Map<String, String> leaves(ActivityInstance tree) {
        Map<String, String> leaves = new LinkedHashMap<>();
        for (ActivityInstance child : tree.getChildActivityInstances()) {
            Map<String, String> below = leaves(child);
            if (below.isEmpty()) {
                leaves.put(child.getId(), child.getActivityId());
            }
            leaves.putAll(below);
        }
        for (TransitionInstance coming : tree.getChildTransitionInstances()) {
            leaves.put(coming.getId(), coming.getActivityId());
        }
        return leaves;
    }

    private void bells(String instance, String definition, String diagram, Map<String, Standing.Bell> bells) {
        List<Job> timers =
                management.createJobQuery().processInstanceId(instance).timers().list();
        if (timers.isEmpty()) {
            return;
        }
        Map<String, String> drawn = new LinkedHashMap<>();
        management
                .createJobDefinitionQuery()
                .processDefinitionId(definition)
                .list()
                .forEach(one -> drawn.put(one.getId(), one.getActivityId()));
        for (Job timer : timers) {
            if (timer.getDuedate() != null) {
                bells.put(
                        timer.getId(),
                        new Standing.Bell(
                                instance,
                                diagram,
                                drawn.getOrDefault(timer.getJobDefinitionId(), ""),
                                timer.getDuedate().toInstant().atOffset(ZoneOffset.UTC)));
            }
        }
    }

    /** Carries everything over, in the running transaction; where something cannot be, whoever asked takes it back. */
    Carried carry(String program) {
        Standing before = standing(program);
        Map<String, Task> asked = asked(program);
        List<Carried.Obstacle> obstacles = new ArrayList<>();
        before.instances().forEach((id, one) -> {
            if (!one.newest()) {
                pass(id, one, before, obstacles);
            }
        });
        Map<String, Standing.Instance> running =
                obstacles.isEmpty() ? standing(program).instances() : before.instances();
        Map<String, ProcessDefinition> newest = drawings.newest();
        running.forEach((id, one) -> {
            if (!one.newest()) {
                move(id, one.definition(), Drawings.of(newest, one.diagram()).getId(), obstacles);
            }
        });
        Standing after = standing(program);
        if (after.instances().isEmpty()) {
            obstacles.add(new Carried.Obstacle("", "", "", Carried.Why.NOTHING_LEFT));
        }
        CarriedParts told = new CarriedParts(drawings, before, after);
        return new Carried(
                told.parts(newest),
                told.steps(),
                told.timers(),
                obstacles.isEmpty() ? rename(asked, before, after, program) : List.of(),
                obstacles);
    }

    private void move(String instance, String from, String to, List<Carried.Obstacle> obstacles) {
        CarryPlans.Prepared prepared = plans.between(from, to);
        try {
            runtime.newMigration(prepared.plan()).processInstanceIds(instance).execute();
        } catch (MigratingProcessInstanceValidationException refused) {
            obstacles.addAll(Obstacles.of(refused, drawings.drawing(from), prepared.leftOut()));
        }
    }

    /** Where a step is left out, whoever stands there goes on to the one behind it before the drawing changes. */
    private void pass(String instance, Standing.Instance one, Standing before, List<Carried.Obstacle> obstacles) {
        Drawing older = drawings.drawing(one.definition());
        Drawing newer =
                drawings.drawing(Drawings.of(drawings.newest(), one.diagram()).getId());
        Set<String> known = drawings.activities(one.definition());
        Set<String> left = before.places().values().stream()
                .filter(place -> place.instance().equals(instance))
                .map(Standing.Place::element)
                .filter(step -> newer.find(
                                moves.now(one.diagram(), step, newer.shapes().keySet()))
                        .isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String step : left) {
            String then = moves.then(one.diagram(), step).orElse(null);
            if (then == null) {
                continue; // the engine says that it has nowhere to go
            }
            if (!known.contains(then)) {
                obstacles.add(new Carried.Obstacle(one.diagram(), step, older.name(step), Carried.Why.NOT_THERE));
                continue;
            }
            String body = step + BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX;
            runtime.createProcessInstanceModification(instance)
                    .cancelAllForActivity(known.contains(body) ? body : step)
                    // last: where nothing is left to do here, this ends the diagram and its caller goes on
                    .startBeforeActivity(then)
                    .execute();
        }
    }

    private Map<String, Task> asked(String program) {
        return tasks.createTaskQuery().processInstanceBusinessKey(program).list().stream()
                .collect(Collectors.toMap(Task::getId, task -> task));
    }

    /** A task that waits at a step with another name is called by it from now on. */
    private List<Carried.TaskNow> rename(Map<String, Task> asked, Standing before, Standing after, String program) {
        List<Carried.TaskNow> renamed = new ArrayList<>();
        for (Task task : asked(program).values()) {
            Task was = asked.get(task.getId());
            Standing.Instance then = was == null ? null : before.instances().get(was.getProcessInstanceId());
            Standing.Instance now = after.instances().get(task.getProcessInstanceId());
            if (was == null || then == null || now == null) {
                continue;
            }
            String old = drawings.drawing(then.definition()).name(was.getTaskDefinitionKey());
            String drawn = drawings.drawing(now.definition()).name(task.getTaskDefinitionKey());
            String name = String.valueOf(task.getName());
            boolean otherName = !old.equals(drawn) && name.startsWith(old);
            if (otherName) {
                name = drawn + name.substring(old.length());
                task.setName(name);
                tasks.saveTask(task);
            }
            if (otherName || !was.getTaskDefinitionKey().equals(task.getTaskDefinitionKey())) {
                renamed.add(new Carried.TaskNow(task.getId(), task.getTaskDefinitionKey(), name));
            }
        }
        return renamed;
    }
}
