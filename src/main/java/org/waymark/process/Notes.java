package org.waymark.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.ledger.Touched;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.web.Refusal;

/** What a person may say about a task instead of doing it now: not me, a question, I need until. */
@Service
public class Notes {

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Work work;
    private final TaskService tasks;
    private final Drafts drafts;
    private final Ledger ledger;
    private final People people;
    private final ObjectProvider<ProgramPeople> programs;
    private final ApplicationEventPublisher events;

    Notes(
            JdbcClient jdbc,
            Clock clock,
            Work work,
            @Lazy TaskService tasks,
            Drafts drafts,
            Ledger ledger,
            People people,
            ObjectProvider<ProgramPeople> programs,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.work = work;
        this.tasks = tasks;
        this.drafts = drafts;
        this.ledger = ledger;
        this.people = people;
        this.programs = programs;
        this.events = events;
    }

    /** A question or a wish for a later date that waits for the program manager. */
    public record Note(
            long id,
            String task,
            String program,
            String person,
            String kind,
            String words,
            @Nullable LocalDate untilDate,
            OffsetDateTime noted) {}

    /** Who may take over a task of this program. */
    @Transactional(readOnly = true)
    public List<Person> colleagues(String program, String person) {
        return programs.getObject().of(program).stream()
                .filter(id -> !id.equals(person))
                .distinct()
                .map(people::get)
                .filter(Person::active)
                .toList();
    }

    /**
     * Hands a task to a colleague of the same program. What a person typed in their own name stays unread and goes; what
     * they wrote down for the group goes along.
     */
    @Transactional
    public void passOn(String task, String person, String to, String words) {
        WorkItem item = work.mine(task, person);
        if (!work.passable(item)) {
            throw Refusal.invalid("work.not-passable");
        }
        if (colleagues(item.program(), person).stream()
                .noneMatch(one -> one.id().equals(to))) {
            throw Refusal.invalid("work.not-in-team").at("to");
        }
        if (!work.carriesDraft(item)) {
            drafts.delete(task);
        }
        tasks.setAssignee(task, to);
        ledger.append(
                item.program(),
                "PASSED_ON",
                person,
                null,
                item.taskKey(),
                Map.of("task", task, "to", to, "why", tidy(words)));
    }

    @Transactional
    public void ask(String task, String person, String words) {
        WorkItem item = work.mine(task, person);
        if (words.isBlank()) {
            throw Refusal.invalid("work.ask-empty").at("words");
        }
        add(item, person, "QUESTION", tidy(words), null);
    }

    @Transactional
    public void needUntil(String task, String person, LocalDate until, String words) {
        WorkItem item = work.mine(task, person);
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(today) || until.isAfter(today.plusDays(60))) {
            throw Refusal.invalid("work.until-range").at("until");
        }
        add(item, person, "NEEDS_UNTIL", tidy(words), until);
    }

    /** What waits for the manager's answer in a program. */
    @Transactional(readOnly = true)
    public List<Note> open(String program) {
        return jdbc.sql("""
                        select n.id, n.task, n.program, n.person, n.kind, n.words, n.until_date, n.noted
                        from work_note n join work_item w on w.task = n.task
                        where n.program = :program and n.settled is null and w.state = 'OPEN' order by n.noted
                        """).param("program", program).query(Note.class).list();
    }

    /** The manager settles a note; a wish for a later date that is granted moves the task's due date. */
    @Transactional
    public void settle(String program, long id, String manager, boolean grant) {
        if (!manager.equals(programs.getObject().manager(program))) {
            throw Refusal.forbidden("work.manager-only");
        }
        Note note = open(program).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.missing("work.unknown"));
        if (grant && note.untilDate() != null) {
            ZoneId zone = ZoneId.of(people.get(note.person()).zone());
            tasks.setDueDate(
                    note.task(),
                    Date.from(note.untilDate()
                            .atTime(LocalTime.of(18, 0))
                            .atZone(zone)
                            .toInstant()));
        }
        jdbc.sql("update work_note set settled = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        events.publishEvent(new Touched(program));
    }

    private void add(WorkItem item, String person, String kind, String words, @Nullable LocalDate until) {
        jdbc.sql("""
                        insert into work_note (task, program, person, kind, words, until_date, noted)
                        values (:task, :program, :person, :kind, :words, :until, :now)
                        """)
                .param("task", item.task())
                .param("program", item.program())
                .param("person", person)
                .param("kind", kind)
                .param("words", words)
                .param("until", until)
                .param("now", now())
                .update();
        events.publishEvent(new Touched(item.program()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static String tidy(String words) {
        if (words.length() > LONGEST) {
            throw Refusal.bad("work.words-too-long", LONGEST).at("words");
        }
        return words.strip();
    }
}
