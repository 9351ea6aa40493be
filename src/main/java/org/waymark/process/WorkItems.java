package org.waymark.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has what to do, since when and until when; kept in the same transaction as the engine's own tasks. */
@Repository
public class WorkItems {

    private static final int MOST_REMEMBERED = 10_000;
    private static final String SELECT = """
            select task, task_key, name, program, stage, instance, assignee, created, due, state, ended, ended_by
            from work_item
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, String> programs = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    WorkItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<WorkItem> find(String task) {
        Optional<WorkItem> found = read(SELECT + " where task = :task")
                .param("task", task)
                .query(WorkItem.class)
                .optional();
        found.ifPresent(item -> programs.put(task, item.program()));
        return found;
    }

    /** A task together with what its assignee has typed. */
    Optional<Handing> handing(String task, String person) {
        return read("""
                        select w.task, w.task_key, w.name, w.program, w.stage, w.instance, w.assignee, w.created, w.due,
                            w.state, w.ended, w.ended_by, d.draft
                        from work_item w left join work_draft d on d.task = w.task and d.person = :person
                        where w.task = :task
                        """)
                .param("person", person)
                .param("task", task)
                .query(Handing.Joined.class)
                .optional()
                .map(Handing.Joined::handing);
    }

    /** The program of a task. A task never changes its program, so what was seen once stays right on every node. */
    Optional<String> programOf(String task) {
        String known = programs.get(task);
        return known != null ? Optional.of(known) : find(task).map(WorkItem::program);
    }

    public List<WorkItem> open(String program) {
        return read(SELECT + " where program = :program and state = 'OPEN' order by due, created, task")
                .param("program", program)
                .query(WorkItem.class)
                .list();
    }

    public List<WorkItem> open(String program, String taskKey) {
        return read(SELECT
                        + " where program = :program and state = 'OPEN' and task_key = :taskKey order by created, task")
                .param("program", program)
                .param("taskKey", taskKey)
                .query(WorkItem.class)
                .list();
    }

    public List<WorkItem> openOf(String person) {
        return read(SELECT + " where assignee = :person and state = 'OPEN' order by due, created, task")
                .param("person", person)
                .query(WorkItem.class)
                .list();
    }

    /** The newest finished work of a person. */
    public List<WorkItem> doneBy(String person, int most) {
        return read(SELECT + " where ended_by = :person and state = 'DONE' order by ended desc fetch first "
                        + ":most rows only")
                .param("person", person)
                .param("most", most)
                .query(WorkItem.class)
                .list();
    }

    /** Every item of one task in one run of its stage, open or ended. */
    public List<WorkItem> all(String program, String taskKey, String instance) {
        return read(SELECT + " where program = :program and task_key = :taskKey and instance = :instance"
                        + " order by created, task")
                .param("program", program)
                .param("taskKey", taskKey)
                .param("instance", instance)
                .query(WorkItem.class)
                .list();
    }

    /** Every item of a program in one stage, newest first. */
    public List<WorkItem> history(String program, String stage) {
        return read(SELECT + " where program = :program and stage = :stage order by created desc, task")
                .param("program", program)
                .param("stage", stage)
                .query(WorkItem.class)
                .list();
    }

    /** Everybody who handed something in for a stage of a program. */
    public List<String> contributors(String program, String stage) {
        return read("""
                        select distinct ended_by from work_item
                        where program = :program and stage = :stage and state = 'DONE' and ended_by is not null
                        order by ended_by
                        """)
                .param("program", program)
                .param("stage", stage)
                .query(String.class)
                .list();
    }

    /** Open tasks whose people have not heard of them yet, oldest first. */
    public List<WorkItem> untold(int most) {
        return read(SELECT + " where told = false and state = 'OPEN' and assignee is not null order by created, task"
                        + " fetch first :most rows only")
                .param("most", most)
                .query(WorkItem.class)
                .list();
    }

    /** Open tasks of somebody that are due before an instant, the earliest first. */
    public List<WorkItem> dueBefore(OffsetDateTime instant, int from, int most) {
        return read(SELECT + " where state = 'OPEN' and assignee is not null and due < :instant order by due, task"
                        + " offset :from rows fetch first :most rows only")
                .param("from", from)
                .param("instant", instant.withOffsetSameInstant(ZoneOffset.UTC))
                .param("most", most)
                .query(WorkItem.class)
                .list();
    }

    public void told(List<WorkItem> items) {
        if (!items.isEmpty()) {
            jdbc.sql("update work_item set told = true where task in (:tasks)")
                    .param("tasks", items.stream().map(WorkItem::task).toList())
                    .update();
        }
    }

    /** Kept until something of our own is read or written here, or the commit: a round's tasks go in together. */
    void opened(WorkItem item) {
        OpenedItems.inThisTransaction(this::insert).put(item);
    }

    /** Whether this transaction opens it just now and has not written it down: nobody can have typed in it yet. */
    boolean isOpening(String task) {
        OpenedItems opened = OpenedItems.running();
        return opened != null && opened.has(task);
    }

    void changed(String task, @Nullable String assignee, @Nullable OffsetDateTime due) {
        OpenedItems opened = OpenedItems.running();
        if (opened != null && opened.change(task, assignee, due)) {
            return;
        }
        jdbc.sql("""
                        update work_item set told = case when assignee = :assignee then told else false end,
                            assignee = :assignee, due = :due
                        where task = :task and state = 'OPEN'
                        """)
                .param("assignee", assignee)
                .param("due", due)
                .param("task", task)
                .update();
    }

    /** An open task that stands at a step with another key or name since its program went over to a new release. */
    public void renamed(String task, String key, String name) {
        jdbc.sql("update work_item set task_key = :key, name = :name where task = :task and state = 'OPEN'")
                .param("key", key)
                .param("name", name)
                .param("task", task)
                .update();
    }

    private void insert(List<WorkItem> items) {
        Rows.insert(
                jdbc,
                "work_item (task, task_key, name, program, stage, instance, assignee, created, due, state, told)",
                items,
                item -> Arrays.asList(
                        item.task(),
                        item.taskKey(),
                        item.name(),
                        item.program(),
                        item.stage(),
                        item.instance(),
                        item.assignee(),
                        item.created(),
                        item.due(),
                        item.state(),
                        false));
    }

    private JdbcClient.StatementSpec read(String sql) {
        OpenedItems.writeDown();
        return jdbc.sql(sql);
    }

    void done(String task, String person) {
        ended(task, "DONE", person);
    }

    void closed(String task) {
        ended(task, "CLOSED", null);
    }

    private void ended(String task, String state, @Nullable String person) {
        read("""
                        update work_item set state = :state, ended = :ended, ended_by = :person
                        where task = :task and state = 'OPEN'
                        """)
                .param("state", state)
                .param("ended", OffsetDateTime.now(clock))
                .param("person", person)
                .param("task", task)
                .update();
    }
}
