package org.waymark.program;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/**
 * The half-day pilot of a program: a room sketches every model whose stage is still ahead, and the tasks of that stage
 * begin with the sketch. Nothing is agreed or decided by it: every task and every gate stays to be done, in order.
 */
@Service
public class Pilots {

    private final JdbcClient jdbc;
    private final Team team;
    private final Ledger ledger;
    private final Clock clock;
    // asked for late: programs know the stages, and the work on their models begins with what a pilot left
    private final ObjectProvider<Programs> programs;

    Pilots(JdbcClient jdbc, Team team, Ledger ledger, Clock clock, ObjectProvider<Programs> programs) {
        this.jdbc = jdbc;
        this.team = team;
        this.ledger = ledger;
        this.clock = clock;
        this.programs = programs;
    }

    /** A pilot that runs: since when, by whom, who leads its session, and whether sheets begin with its sketches. */
    public record Pilot(
            long id,
            String program,
            String facilitator,
            String startedBy,
            OffsetDateTime startedAt,
            boolean prefills) {}

    /** The pilot of a program, as long as nobody stopped it and the program runs. */
    public Optional<Pilot> of(String program) {
        return jdbc.sql("""
                        select t.id, t.program, t.facilitator, t.started_by, t.started_at, t.prefills
                        from program_pilot t
                        join program p on p.code = t.program
                        where t.program = ? and t.stopped_at is null and p.state = 'RUNNING'
                        order by t.id desc fetch first 1 rows only
                        """).param(program).query(Pilot.class).list().stream().findFirst();
    }

    /** Begins a pilot and says whether it was this call that began it: started twice is started. */
    @Transactional
    public boolean start(String program, String facilitator, String by) {
        team.mustRun(program, by);
        ledger.enter(program);
        if (!programs.getObject().get(program).isRunning()) {
            throw Refusal.conflict("program.pilot.over");
        }
        if (!team.includes(program, facilitator)) {
            throw Refusal.invalid("program.pilot.facilitator").at("facilitator");
        }
        if (of(program).isPresent()) {
            return false;
        }
        jdbc.sql("insert into program_pilot (program, facilitator, started_by, started_at) values (?, ?, ?, ?)")
                .params(program, facilitator, by, now())
                .update();
        ledger.append(program, "PILOT_STARTED", by, null, facilitator, Map.of());
        return true;
    }

    /** Ends a pilot: what is not begun yet begins as it always does; what is written in tasks stays there. */
    @Transactional
    public void stop(String program, String by) {
        team.mustRun(program, by);
        ledger.enter(program);
        Pilot pilot = of(program).orElseThrow(() -> Refusal.conflict("program.pilot.none"));
        jdbc.sql("update program_pilot set stopped_by = ?, stopped_at = ? where id = ?")
                .params(by, now(), pilot.id())
                .update();
        ledger.append(program, "PILOT_STOPPED", by, null, pilot.facilitator(), Map.of());
    }

    /** Lets the sheets that people answer alone begin with what the room sketched, or blank, from now on. */
    @Transactional
    public void prefill(String program, boolean prefills, String by) {
        team.mustRun(program, by);
        ledger.enter(program);
        Pilot pilot = of(program).orElseThrow(() -> Refusal.conflict("program.pilot.none"));
        if (pilot.prefills() == prefills) {
            return;
        }
        jdbc.sql("update program_pilot set prefills = ? where id = ?")
                .params(prefills, pilot.id())
                .update();
        ledger.append(
                program, "PILOT_SHEETS", by, null, pilot.facilitator(), Map.of("begin", prefills ? "SKETCH" : "BLANK"));
    }

    /** The manager and whoever leads the pilot's session write down what the room says. */
    public boolean writes(String program, String person) {
        return of(program)
                .filter(pilot -> pilot.facilitator().equals(person) && team.includes(program, person)
                        || team.holding(program, Part.MANAGER).contains(person))
                .isPresent();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
