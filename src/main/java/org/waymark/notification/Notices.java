package org.waymark.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.NoticeDue;
import org.waymark.process.NoticeOver;
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
        give(List.of(due));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticeOver over) {
        jdbc.sql("update notice set fate = 'OVER' where slot = :slot and person = :person and fate is null")
                .param("slot", over.slot())
                .param("person", over.person())
                .update();
    }

    /** Whoever contributed hears what the gate agreed; whose own signature let it go knows. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(StagePassed passed) {
        OffsetDateTime now = now();
        String slot = "PASSED:" + passed.program() + "/" + passed.stage() + "/" + now;
        WorkItem last = items.history(passed.program(), passed.stage()).stream()
                .filter(item -> item.taskKey().equals("decideGate") && item.ended() != null)
                .max(Comparator.comparing(item -> Objects.requireNonNull(item.ended())))
                .orElse(null);
        String decider = last == null ? null : last.endedBy();
        Rows.insert(
                jdbc,
                "notice (slot, person, program, stage, task_key, kind, given)",
                items.contributors(passed.program(), passed.stage()).stream()
                        .filter(person -> !person.equals(decider))
                        .toList(),
                person -> List.of(slot, person, passed.program(), passed.stage(), "", Notice.PASSED, now));
    }

    /** Turns tasks that nobody has been told of into notices; answers how many. */
    @Transactional
    public int collect() {
        List<WorkItem> untold = items.untold(AT_ONCE);
        keep(untold.stream()
                .filter(item -> item.assignee() != null)
                .map(item -> new Given(
                        new NoticeDue(
                                item.program(),
                                item.stage(),
                                item.taskKey(),
                                String.valueOf(item.assignee()),
                                Notice.ASSIGNED + ":" + item.task(),
                                Notice.ASSIGNED,
                                item.task(),
                                null),
                        item.created()))
                .toList());
        items.told(untold);
        return untold.size();
    }

    /** Gives what was not given before, at this moment. */
    void give(List<NoticeDue> due) {
        OffsetDateTime now = now();
        keep(due.stream().map(one -> new Given(one, now)).toList());
    }

    private record Given(NoticeDue due, OffsetDateTime since) {}

    private record Slot(String slot, String person) {}

    private void keep(List<Given> all) {
        if (all.isEmpty()) {
            return;
        }
        Set<Slot> known = Set.copyOf(jdbc.sql("select slot, person from notice where slot in (:slots)")
                .param("slots", all.stream().map(one -> one.due().slot()).toList())
                .query(Slot.class)
                .list());
        Rows.insert(
                jdbc,
                "notice (slot, person, program, stage, task_key, kind, task, about, given)",
                all.stream()
                        .filter(one -> !known.contains(
                                new Slot(one.due().slot(), one.due().person())))
                        .toList(),
                one -> Arrays.asList(
                        one.due().slot(),
                        one.due().person(),
                        one.due().program(),
                        one.due().stage(),
                        one.due().taskKey(),
                        one.due().kind(),
                        one.due().task(),
                        one.due().about(),
                        one.since()));
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

    /** What a person was written about since a moment. */
    List<Sieve.Told> told(String person, OffsetDateTime since) {
        return jdbc.sql("select program, stage, task_key, task from notice where person = :person and fate = 'MAILED'"
                        + " and settled >= :since")
                .param("person", person)
                .param("since", since.withOffsetSameInstant(ZoneOffset.UTC))
                .query(Sieve.Told.class)
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
        return jdbc.sql(
                                "update notice set fate = :fate, settled = :now where slot = :slot and person = :person and fate is null")
                        .param("fate", fate)
                        .param("now", now())
                        .param("slot", notice.slot())
                        .param("person", notice.person())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
