package org.waymark.engagement;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.gate.StandingIn;
import org.waymark.web.TaskNames;

/**
 * Everything that is a person's to do, the same as in Tasklist: tasks assigned to them, and tasks offered to them because
 * they stand in for somebody at a gate.
 */
@Service
public class MyWork {

    private final JdbcClient jdbc;
    private final StandingIn standingIn;

    MyWork(JdbcClient jdbc, StandingIn standingIn) {
        this.jdbc = jdbc;
        this.standingIn = standingIn;
    }

    /** One open task, with when a draft of it was last saved. */
    public record Task(
            String task,
            String taskKey,
            String name,
            String program,
            String stage,
            OffsetDateTime created,
            @Nullable OffsetDateTime due,
            @Nullable OffsetDateTime saved) {

        /** What the task is called in the reader's words. */
        public String called() {
            return TaskNames.of(taskKey, name);
        }

        /** The same on a page of its program. */
        String calledHere() {
            return TaskNames.within(program, taskKey, name);
        }

        public boolean isOverdue(OffsetDateTime now) {
            return due != null && due.isBefore(now);
        }
    }

    /** What is open, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Task> open(String person) {
        return jdbc.sql("""
                        select w.task, w.task_key, w.name, w.program, w.stage, w.created, w.due, d.saved
                        from work_item w left join work_draft d on d.task = w.task and d.person = w.assignee
                        where w.assignee = ? and w.state = 'OPEN'
                        order by case when w.due is null then 1 else 0 end, w.due, w.created, w.task
                        """).param(person).query(Task.class).list();
    }

    /** What a person may take over today. */
    @Transactional(readOnly = true)
    public List<StandingIn.Offer> offered(String person) {
        return standingIn.offers(person);
    }
}
