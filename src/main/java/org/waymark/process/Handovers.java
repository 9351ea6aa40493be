package org.waymark.process;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/**
 * Keeps with a task that its person wants the stage submitted too. Tasklist completes a task without a word of ours, so
 * the wish is told beforehand and taken up by the listener.
 */
@Component
class Handovers {

    private final JdbcClient jdbc;
    private final ObjectProvider<Handover> gates;

    Handovers(JdbcClient jdbc, ObjectProvider<Handover> gates) {
        this.jdbc = jdbc;
        this.gates = gates;
    }

    boolean offered(WorkItem task) {
        return gates.stream().anyMatch(gate -> gate.offered(task));
    }

    @Transactional
    public void wish(WorkItem task, boolean submit) {
        if (submit && !offered(task)) {
            throw Refusal.invalid("work.not-submittable");
        }
        forget(task);
        if (submit) {
            jdbc.sql("insert into work_handover (task) values (:task)")
                    .param("task", task.task())
                    .update();
        }
    }

    /** Tells the gate what was wished for this agreement; an earlier wish for the stage no longer counts. */
    void agreed(WorkItem task) {
        gates.stream().filter(gate -> gate.offered(task)).forEach(gate -> gate.agreed(task, forget(task)));
    }

    private boolean forget(WorkItem task) {
        return jdbc.sql("delete from work_handover where task = :task")
                        .param("task", task.task())
                        .update()
                > 0;
    }
}
