package org.waymark.workshop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engagement.Concerns;
import org.waymark.ledger.Ledger;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Typed;

/** Prepares and leads working sessions; what was parked ends as concerns with an owner and a day. */
@Service
public class Workshops {

    private static final int LONGEST = 2000;
    static final String SELECT = """
            select id, program, format, held_on, begins_at, facilitator, state, block_no, block_started, made_by, made_at,
                closed_at
            from workshop_session
            """;

    private final JdbcClient jdbc;
    private final Programs programs;
    private final Team team;
    private final Concerns concerns;
    private final Prework prework;
    private final SessionDays days;
    private final Ledger ledger;
    private final Clock clock;

    Workshops(
            JdbcClient jdbc,
            Programs programs,
            Team team,
            Concerns concerns,
            Prework prework,
            SessionDays days,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.team = team;
        this.concerns = concerns;
        this.prework = prework;
        this.days = days;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<Session> of(String program) {
        return jdbc.sql(SELECT + " where program = ? order by held_on desc, id desc")
                .param(program)
                .query(Session.class)
                .list();
    }

    /** A session of a program the person may see. */
    Session get(long id, String person) {
        Session session = jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(Session.class)
                .optional()
                .orElseThrow(() -> Refusal.missing("workshop.unknown"));
        if (!team.maySee(session.program(), person)) {
            throw Refusal.missing("workshop.unknown");
        }
        return session;
    }

    List<Note> notes(long session) {
        return jdbc.sql("""
                        select id, block, kind, words, owner, due, noted_by, noted_at from workshop_note
                        where session = ? order by id
                        """).param(session).query(Note.class).list();
    }

    /** Its facilitator and the program's manager lead it; a guest facilitator is in the team of this program alone. */
    boolean leads(Session session, String person) {
        return session.facilitator().equals(person)
                || team.holding(session.program(), Part.MANAGER).contains(person);
    }

    /** Prepares a session: its agenda and all that can be asked ahead of time; everybody’s calendar follows. */
    @Transactional
    public long prepare(
            String code,
            @Nullable String format,
            @Nullable LocalDate day,
            @Nullable LocalTime at,
            String facilitator,
            String manager) {
        team.mustRun(code, manager);
        Program program = programs.get(code);
        if (!program.isRunning()) {
            throw Refusal.conflict("workshop.over");
        }
        Format chosen = List.of(Format.values()).stream()
                .filter(one -> one.name().equals(format))
                .findFirst()
                .orElseThrow(() -> Refusal.bad("workshop.format").at("format"));
        LocalDate chosenDay = days.checked(day);
        if (!team.includes(code, facilitator)) {
            throw Refusal.invalid("workshop.facilitator").at("facilitator");
        }
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into workshop_session
                            (program, format, held_on, begins_at, facilitator, state, block_no, made_by, made_at)
                        values (:program, :format, :day, :begins, :facilitator, 'PLANNED', 0, :manager, :now)
                        """)
                .param("program", code)
                .param("format", chosen.name())
                .param("day", chosenDay)
                .param("begins", days.begins(chosenDay, at, manager))
                .param("facilitator", facilitator)
                .param("manager", manager)
                .param("now", now())
                .update(key, "id");
        ledger.append(
                code,
                "WORKSHOP_PREPARED",
                manager,
                null,
                facilitator,
                Map.of("format", chosen.name(), "on", chosenDay.toString()));
        long id = Objects.requireNonNull(key.getKey()).longValue();
        prework.begin(code, manager);
        return id;
    }

    /** Begins the session, or goes to another block; its timer starts anew. */
    @Transactional
    public void go(long id, int block, String person) {
        Session session = lead(id, person);
        if (block < 0 || block >= session.format().blocks().size()) {
            throw Refusal.bad("workshop.block").at("block");
        }
        jdbc.sql("update workshop_session set state = 'RUNNING', block_no = ?, block_started = ? where id = ?")
                .params(block, now(), id)
                .update();
    }

    /** Writes down what the room decided, or parks a point with whoever takes it and until when. */
    @Transactional
    public void note(
            long id,
            boolean decision,
            @Nullable String words,
            @Nullable String owner,
            @Nullable LocalDate due,
            String person) {
        Session session = lead(id, person);
        String said = Typed.words(words, LONGEST, "workshop.words", "program.too-long", "words");
        if (!session.isRunning()) {
            throw Refusal.conflict("workshop.not-running");
        }
        LocalDate today = LocalDate.now(clock);
        if (!decision && (owner == null || !team.includes(session.program(), owner))) {
            throw Refusal.invalid("workshop.owner").at("owner");
        }
        if (!decision
                && (due == null || due.isBefore(today) || due.isAfter(today.plusDays(SessionDays.FURTHEST_DAYS)))) {
            throw Refusal.invalid("workshop.due").at("due");
        }
        jdbc.sql("""
                        insert into workshop_note (session, block, kind, words, owner, due, noted_by, noted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(session.block().name())
                .param(decision ? "DECISION" : "PARKED")
                .param(said)
                .param(decision ? null : owner)
                .param(decision ? null : due)
                .param(person)
                .param(now())
                .update();
        if (decision) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("block", session.block().name());
            entry.put("session", String.valueOf(id));
            ledger.append(session.program(), "WORKSHOP_DECIDED", person, null, said, entry);
        }
    }

    /** Ends the session: every parked point becomes a concern of whoever took it. */
    @Transactional
    public void close(long id, String person) {
        Session session = lead(id, person);
        if (!session.isRunning()) {
            throw Refusal.conflict("workshop.not-running");
        }
        jdbc.sql("update workshop_session set state = 'CLOSED', closed_at = ? where id = ?")
                .params(now(), id)
                .update();
        List<Format.Block> blocks = session.format().blocks();
        for (Note note : notes(id)) {
            String owner = note.owner();
            LocalDate due = note.due();
            if (!note.isDecision() && owner != null && due != null) {
                boolean stage = blocks.stream()
                        .anyMatch(one -> one.stage() && one.name().equals(note.block()));
                concerns.raise(session.program(), stage ? note.block() : null, note.words(), owner, due, person);
            }
        }
        ledger.append(session.program(), "WORKSHOP_CLOSED", person, null, session.facilitator(), Map.of());
    }

    /** The session as it is now, for whoever leads it, while it may still be written into. */
    Session lead(long id, String person) {
        Session session = get(id, person);
        if (!leads(session, person)) {
            throw Refusal.forbidden("workshop.leads");
        }
        ledger.enter(session.program());
        Session locked = get(id, person);
        if (locked.isClosed()) {
            throw Refusal.conflict("workshop.closed");
        }
        return locked;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
