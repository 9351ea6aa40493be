package org.waymark.stakeholder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.web.Refusal;

/** Deputies with dates: named by the person they stand in for, and by nobody else. */
@Service
public class Deputies {

    private static final int LONGEST_DAYS = 400;
    private static final String SELECT =
            "select id, program, person, deputy, stage, from_date, until_date from stakeholder_deputy";

    private final JdbcClient jdbc;
    private final People people;
    private final Team team;
    private final Ledger ledger;
    private final Clock clock;

    Deputies(JdbcClient jdbc, People people, Team team, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.team = team;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Every arrangement of a program that is not over, the soonest first. */
    public List<Deputy> of(String program) {
        return jdbc
                .sql(SELECT + " where program = :program and ended_at is null order by from_date, id")
                .param("program", program)
                .query(Deputy.class)
                .list()
                .stream()
                .filter(one -> !one.untilDate().isBefore(today(one.person())))
                .toList();
    }

    /** The arrangements by which somebody stands in today, in whatever program. */
    public List<Deputy> inForce(String deputy) {
        return jdbc
                .sql(SELECT + " where deputy = :deputy and ended_at is null order by program, id")
                .param("deputy", deputy)
                .query(Deputy.class)
                .list()
                .stream()
                .filter(one -> !today(one.person()).isBefore(one.fromDate())
                        && !today(one.person()).isAfter(one.untilDate()))
                .toList();
    }

    /** Who may decide in a person's place at this gate today, where that person is. */
    public List<String> standingIn(String program, String person, String stage) {
        return of(program).stream()
                .filter(one -> one.person().equals(person) && one.covers(stage, today(person)))
                .map(Deputy::deputy)
                .distinct()
                .toList();
    }

    /** Everybody who may decide today in the place of one of these people. */
    public Set<String> standingIn(String program, Set<String> people, String stage) {
        return of(program).stream()
                .filter(one -> people.contains(one.person()) && one.covers(stage, today(one.person())))
                .map(Deputy::deputy)
                .collect(Collectors.toSet());
    }

    /** Names a deputy for oneself. */
    @Transactional
    public Deputy name(
            String program,
            String person,
            @Nullable String deputy,
            @Nullable String stage,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        if (!team.includes(program, person)) {
            throw Refusal.forbidden("stakeholder.deputy.not-in-team");
        }
        Person known = people.find(String.valueOf(deputy))
                .filter(Person::active)
                .orElseThrow(() -> Refusal.invalid("stakeholder.unknown-person", String.valueOf(deputy))
                        .at("deputy"));
        if (known.id().equals(person)) {
            throw Refusal.invalid("stakeholder.deputy.self").at("deputy");
        }
        LocalDate today = today(person);
        LocalDate first = from == null ? today : from;
        if (until == null || until.isBefore(first) || until.isBefore(today)) {
            throw Refusal.invalid("stakeholder.deputy.dates").at("until");
        }
        if (until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refusal.invalid("stakeholder.deputy.long", LONGEST_DAYS).at("until");
        }
        jdbc.sql("""
                        insert into stakeholder_deputy (program, person, deputy, stage, from_date, until_date, named_at)
                        values (:program, :person, :deputy, :stage, :from, :until, :now)
                        """)
                .param("program", program)
                .param("person", person)
                .param("deputy", known.id())
                .param("stage", stage)
                .param("from", first)
                .param("until", until)
                .param("now", now())
                .update();
        Deputy made = of(program).stream()
                .filter(one -> one.person().equals(person) && one.deputy().equals(known.id()))
                .reduce((one, two) -> two.id() > one.id() ? two : one)
                .orElseThrow();
        log(made, "DEPUTY_NAMED");
        return made;
    }

    /** Ends an arrangement before its day; answers what it was. */
    @Transactional
    public Deputy end(String program, long id, String by) {
        Deputy found = of(program).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.missing("stakeholder.deputy.unknown"));
        if (!found.person().equals(by)) {
            throw Refusal.forbidden("stakeholder.deputy.other");
        }
        return end(program, id);
    }

    /** Ends an arrangement because somebody in it leaves. */
    @Transactional
    public Deputy end(String program, long id) {
        Deputy found = of(program).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.missing("stakeholder.deputy.unknown"));
        jdbc.sql("update stakeholder_deputy set ended_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        log(found, "DEPUTY_ENDED");
        return found;
    }

    private void log(Deputy deputy, String kind) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("deputy", deputy.deputy());
        entry.put("stage", deputy.stage());
        entry.put("from", deputy.fromDate().toString());
        entry.put("until", deputy.untilDate().toString());
        ledger.append(deputy.program(), kind, deputy.person(), null, deputy.deputy(), entry);
    }

    private LocalDate today(String person) {
        return LocalDate.now(clock.withZone(ZoneId.of(people.get(person).zone())));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
