package org.waymark.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.NoticeDue;
import org.waymark.process.Rows;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.StagePassed;

/** Keeps every notice, in the transaction of what it tells; each slot is given once. */
@Service
public class Notices {

    private static final int AT_ONCE = 200;
    private static final String SELECT = "select slot, person, program, stage, task_key, kind, task, about, given,"
            + " fate from notice where person = :person";

    private final JdbcClient jdbc;
    private final WorkItems items;
    private final Clock clock;

    Notices(JdbcClient jdbc, WorkItems items, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticeDue due) {
        give(due);
    }

    /** Whoever contributed hears what the gate agreed. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(StagePassed passed) {
        OffsetDateTime now = now();
        String slot = "PASSED:" + passed.program() + "/" + passed.stage() + "/" + now;
        Rows.insert(
                jdbc,
                "notice (slot, person, program, stage, task_key, kind, given)",
                items.contributors(passed.program(), passed.stage()),
                person -> List.of(slot, person, passed.program(), passed.stage(), "", Notice.PASSED, now));
    }

    /** Turns tasks that nobody has been told of into notices; answers how many. */
    @Transactional
    public int collect() {
        List<WorkItem> untold = items.untold(AT_ONCE);
        for (WorkItem item : untold) {
            String person = item.assignee();
            if (person != null) {
                give(
                        new NoticeDue(
                                item.program(),
                                item.stage(),
                                item.taskKey(),
                                person,
                                Notice.ASSIGNED + ":" + item.task(),
                                Notice.ASSIGNED,
                                item.task(),
                                null),
                        item.created());
            }
        }
        items.told(untold);
        return untold.size();
    }

    void give(NoticeDue due) {
        give(due, now());
    }

    private void give(NoticeDue due, OffsetDateTime since) {
        boolean given = jdbc.sql("select count(*) from notice where slot = :slot and person = :person")
                        .param("slot", due.slot())
                        .param("person", due.person())
                        .query(Long.class)
                        .single()
                > 0;
        if (!given) {
            Rows.insert(
                    jdbc,
                    "notice (slot, person, program, stage, task_key, kind, task, about, given)",
                    List.of(due),
                    one -> Arrays.asList(
                            one.slot(),
                            one.person(),
                            one.program(),
                            one.stage(),
                            one.taskKey(),
                            one.kind(),
                            one.task(),
                            one.about(),
                            since));
        }
    }

    /** The tasks a person has been reminded of. */
    public Set<String> remindedOf(String person) {
        return jdbc
                .sql(SELECT + " and kind = 'REMINDER' and task is not null")
                .param("person", person)
                .query(Notice.class)
                .stream()
                .map(Notice::task)
                .collect(Collectors.toSet());
    }

    /** What a person has not been written about yet, oldest first. */
    List<Notice> pending(String person) {
        return jdbc.sql(SELECT + " and fate is null order by given, slot")
                .param("person", person)
                .query(Notice.class)
                .list();
    }

    /** Everybody who has something to hear. */
    List<String> waiting() {
        return jdbc.sql("select distinct person from notice where fate is null order by person")
                .query(String.class)
                .list();
    }

    /** Says once what became of a notice; false when another node was faster. */
    boolean settle(Notice notice, String fate) {
        return jdbc.sql("update notice set fate = :fate where slot = :slot and person = :person and fate is null")
                        .param("fate", fate)
                        .param("slot", notice.slot())
                        .param("person", notice.person())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
