package org.waymark.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.stakeholder.TeamChanged;
import org.waymark.web.Refusal;
import org.waymark.web.Typed;

/**
 * The stakeholder map of a program, for those who run it: manager, sponsor, and whoever only leads its sessions. To
 * everybody else there is no such thing, nor to anybody while the manager has not switched it on.
 */
@Service
public class StakeholderMap {

    static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Team team;
    private final MapCircle circle;
    private final People people;
    private final Programs programs;
    private final Concerns concerns;
    private final MeasureWords words;
    private final Measures measures;
    private final Ledger ledger;
    private final Clock clock;

    StakeholderMap(
            JdbcClient jdbc,
            Team team,
            MapCircle circle,
            People people,
            Programs programs,
            Concerns concerns,
            MeasureWords words,
            Measures measures,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.team = team;
        this.circle = circle;
        this.people = people;
        this.programs = programs;
        this.concerns = concerns;
        this.words = words;
        this.measures = measures;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a form brings; nothing chosen is refused, empty words are none. */
    record Noted(
            @Nullable String influence,
            @Nullable String standing,
            @Nullable String worry,
            @Nullable String promise,
            @Nullable LocalDate touched) {}

    private record Row(
            String person,
            String influence,
            String stance,
            @Nullable String worry,
            @Nullable String promise,
            @Nullable LocalDate touched) {}

    /** Whether a page may lead this person to the map. */
    @Transactional(readOnly = true)
    public boolean offered(String program, String person) {
        return circle.isManager(program, person)
                || (isOn(program) && circle.readers(program).contains(person));
    }

    boolean isOn(String program) {
        return jdbc.sql("select shown from engagement_map where program = :program")
                .param("program", program)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Refuses, as if there were no such page, whoever it is not for. */
    void mustRead(String program, String person) {
        team.mustSee(program, person);
        if (!offered(program, person)) {
            throw Refusal.missing("engagement.map.none");
        }
    }

    /** Everybody on the map, and how they stand; empty while it is off. */
    @Transactional(readOnly = true)
    public List<Stance> of(String program, String reader) {
        mustRead(program, reader);
        if (!isOn(program)) {
            return List.of();
        }
        Map<String, Row> rows = jdbc
                .sql("select person, influence, stance, worry, promise, touched from engagement_stance"
                        + " where program = :program")
                .param("program", program)
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::person, row -> row));
        List<Concern> open =
                concerns.of(program).stream().filter(one -> !one.isSettled()).toList();
        return circle.mapped(program).stream()
                .map(person -> stance(program, person, rows.get(person), open))
                .toList();
    }

    /** The manager begins to keep a map, or puts it away; either is in the decision record, what stands in it never. */
    @Transactional
    public void show(String program, boolean on, String manager) {
        mustManage(program, manager);
        ledger.enter(program);
        if (isOn(program) == on) {
            return;
        }
        int known = jdbc.sql("""
                        update engagement_map set shown = :shown, changed_by = :by, changed_at = :now
                        where program = :program
                        """)
                .param("shown", on)
                .param("by", manager)
                .param("now", measures.now())
                .param("program", program)
                .update();
        if (known == 0) {
            jdbc.sql("""
                            insert into engagement_map (program, shown, changed_by, changed_at)
                            values (:program, :shown, :by, :now)
                            """)
                    .param("program", program)
                    .param("shown", on)
                    .param("by", manager)
                    .param("now", measures.now())
                    .update();
        }
        log(program, on ? "STAKEHOLDER_MAP_ON" : "STAKEHOLDER_MAP_OFF", manager);
    }

    /** The manager puts the map away for good: nothing of what stood in it is left. */
    @Transactional
    public void erase(String program, String manager) {
        show(program, false, manager);
        jdbc.sql("delete from engagement_stance where program = :program")
                .param("program", program)
                .update();
        log(program, "STAKEHOLDER_MAP_ERASED", manager);
    }

    /** One of those who run the program notes how somebody stands. */
    @Transactional
    public void note(String program, String person, Noted noted, String by) {
        mustRead(program, by);
        if (!isOn(program) || !circle.mapped(program).contains(person)) {
            throw Refusal.missing("engagement.map.none");
        }
        Stance.Influence influence = chosen(Stance.Influence.class, noted.influence(), "influence");
        Stance.Standing standing = chosen(Stance.Standing.class, noted.standing(), "standing");
        LocalDate touched = noted.touched();
        LocalDate today = LocalDate.now(clock);
        if (touched != null && (touched.isAfter(today) || touched.isBefore(today.minusYears(2)))) {
            throw Refusal.invalid("engagement.map.day").at("touched");
        }
        ledger.enter(program);
        forget(program, person);
        jdbc.sql("""
                        insert into engagement_stance
                            (program, person, influence, stance, worry, promise, touched, noted_by, noted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(program)
                .param(person)
                .param(influence.name())
                .param(standing.name())
                .param(said(noted.worry(), "worry"))
                .param(said(noted.promise(), "promise"))
                .param(touched)
                .param(by)
                .param(measures.now())
                .update();
    }

    /** What was noted of somebody goes with them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TeamChanged changed) {
        if (!team.includes(changed.program(), changed.person())) {
            forget(changed.program(), changed.person());
        }
    }

    private Stance stance(String program, String person, @Nullable Row row, List<Concern> open) {
        return new Stance(
                person,
                people.nameOf(person),
                team.functions(program, person).stream().map(words::function).toList(),
                row == null ? Stance.Influence.MEDIUM : Stance.Influence.valueOf(row.influence()),
                row == null ? Stance.Standing.UNKNOWN : Stance.Standing.valueOf(row.stance()),
                row == null ? null : row.worry(),
                row == null ? null : row.promise(),
                row == null ? null : row.touched(),
                row != null,
                open.stream().filter(one -> one.raisedBy().equals(person)).toList());
    }

    private void mustManage(String program, String person) {
        team.mustSee(program, person);
        if (!circle.isManager(program, person)) {
            throw Refusal.missing("engagement.map.none");
        }
    }

    private void forget(String program, String person) {
        jdbc.sql("delete from engagement_stance where program = :program and person = :person")
                .param("program", program)
                .param("person", person)
                .update();
    }

    private void log(String program, String kind, String by) {
        ledger.append(program, kind, by, null, programs.get(program).stage(), Map.of());
    }

    private static <E extends Enum<E>> E chosen(Class<E> kind, @Nullable String name, String field) {
        try {
            return Enum.valueOf(kind, name == null ? "" : name);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("engagement.map.choose").at(field);
        }
    }

    private static @Nullable String said(@Nullable String typed, String field) {
        return Typed.saysNothing(typed) ? null : Concerns.said(typed, LONGEST, field);
    }
}
