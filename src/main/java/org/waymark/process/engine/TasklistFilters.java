package org.waymark.process.engine;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.waymark.process.WorkItem;

/** The lists Tasklist opens with, written by Waymark alone. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TasklistFilters implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(TasklistFilters.class);
    private static final String ME = "${currentUser()}";

    private record Shelf(String name, int priority, String reader, TaskQuery query) {}

    private final FilterService filters;
    private final TaskService tasks;
    private final EngineRights rights;
    private final Clock clock;

    TasklistFilters(FilterService filters, TaskService tasks, EngineRights rights, Clock clock) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        rights.ensure();
        ensure();
    }

    /** "This week" is a date in the stored list, since an expression that could move it would be an open door. */
    @Scheduled(cron = "30 0 * * * *")
    void renew() {
        try {
            ensure();
        } catch (RuntimeException e) {
            // another node did it in the same second; the next hour tries again
            log.info("The lists of Tasklist were not renewed: {}", e.getMessage());
        }
    }

    private void ensure() {
        var monday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var weekEnds = Date.from(monday.atStartOfDay(ZoneId.systemDefault()).toInstant());
        String everybody = EngineDirectory.EVERYBODY;
        var shelves = List.of(
                new Shelf("My tasks", 1, everybody, tasks.createTaskQuery().taskAssigneeExpression(ME)),
                new Shelf(
                        "My teams' tasks",
                        2,
                        everybody,
                        tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}")),
                new Shelf(
                        "Due this week",
                        3,
                        everybody,
                        tasks.createTaskQuery().taskAssigneeExpression(ME).dueBefore(weekEnds)),
                new Shelf(
                        "Overdue",
                        4,
                        everybody,
                        tasks.createTaskQuery().taskAssigneeExpression(ME).dueBeforeExpression("${now()}")),
                new Shelf("Waiting for a sponsor", 5, everybody, sponsors()),
                new Shelf(
                        "I stand in for",
                        6,
                        everybody,
                        tasks.createTaskQuery().taskCandidateUserExpression(ME).includeAssignedTasks()));
        shelves.forEach(this::store);
    }

    private TaskQuery sponsors() {
        return tasks.createTaskQuery().taskDefinitionKeyIn(WorkItem.DECISIONS.toArray(String[]::new));
    }

    private void store(Shelf wanted) {
        var filter = filters.createTaskFilterQuery().filterName(wanted.name()).list().stream()
                .findFirst()
                .orElseGet(() -> filters.newTaskFilter(wanted.name()));
        filter.setQuery(wanted.query());
        filter.setProperties(properties(wanted.priority()));
        rights.mayRead(wanted.reader(), filters.saveFilter(filter).getId());
    }

    private static Map<String, Object> properties(int priority) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("priority", priority);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        return properties;
    }
}
