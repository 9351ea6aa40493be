package org.waymark.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has what to do, since when and until when; kept in the same transaction as the engine's own tasks. */
@Repository
public class WorkItems {

    private static final String SELECT = """
            select task, task_key, name, program, stage, instance, assignee, created, due, state, ended, ended_by
            from work_item
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<WorkItem> find(String task) {
        return jdbc.sql(SELECT + " where task = :task")
                .param("task", task)
                .query(WorkItem.class)
                .optional();
    }

    public List<WorkItem> open(String program) {
        return jdbc.sql(SELECT + " where program = :program and state = 'OPEN' order by due, created, task")
                .param("program", program)
                .query(WorkItem.class)
                .list();
    }

    public List<WorkItem> open(String program, String taskKey) {
        return jdbc.sql(SELECT
                        + " where program = :program and state = 'OPEN' and task_key = :taskKey order by created, task")
                .param("program", program)
                .param("taskKey", taskKey)
                .query(WorkItem.class)
                .list();
    }

    public List<WorkItem> openOf(String person) {
        return jdbc.sql(SELECT + " where assignee = :person and state = 'OPEN' order by due, created, task")
                .param("person", person)
                .query(WorkItem.class)
                .list();
    }

    /** The newest finished work of a person. */
    public List<WorkItem> doneBy(String person, int most) {
        return jdbc.sql(SELECT + " where ended_by = :person and state = 'DONE' order by ended desc fetch first "
                        + ":most rows only")
                .param("person", person)
                .param("most", most)
                .query(WorkItem.class)
                .list();
    }

    /** Every item of one task in one run of its stage, open or ended. */
    public List<WorkItem> all(String program, String taskKey, String instance) {
        return jdbc.sql(SELECT + " where program = :program and task_key = :taskKey and instance = :instance"
                        + " order by created, task")
                .param("program", program)
                .param("taskKey", taskKey)
                .param("instance", instance)
                .query(WorkItem.class)
                .list();
    }

    /** Every item of a program in one stage, newest first. */
    public List<WorkItem> history(String program, String stage) {
        return jdbc.sql(SELECT + " where program = :program and stage = :stage order by created desc, task")
                .param("program", program)
                .param("stage", stage)
                .query(WorkItem.class)
                .list();
    }

    void opened(WorkItem item) {
        jdbc.sql("""
                        insert into work_item (task, task_key, name, program, stage, instance, assignee, created, due,
                            state)
                        values (:task, :taskKey, :name, :program, :stage, :instance, :assignee, :created, :due, 'OPEN')
                        """)
                .param("task", item.task())
                .param("taskKey", item.taskKey())
                .param("name", item.name())
                .param("program", item.program())
                .param("stage", item.stage())
                .param("instance", item.instance())
                .param("assignee", item.assignee())
                .param("created", item.created())
                .param("due", item.due())
                .update();
    }

    void changed(String task, @Nullable String assignee, @Nullable OffsetDateTime due) {
        jdbc.sql("update work_item set assignee = :assignee, due = :due where task = :task and state = 'OPEN'")
                .param("assignee", assignee)
                .param("due", due)
                .param("task", task)
                .update();
    }

    void done(String task, String person) {
        ended(task, "DONE", person);
    }

    void closed(String task) {
        ended(task, "CLOSED", null);
    }

    private void ended(String task, String state, @Nullable String person) {
        jdbc.sql("""
                        update work_item set state = :state, ended = :ended, ended_by = :person
                        where task = :task and state = 'OPEN'
                        """)
                .param("state", state)
                .param("ended", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .param("person", person)
                .param("task", task)
                .update();
    }
}
