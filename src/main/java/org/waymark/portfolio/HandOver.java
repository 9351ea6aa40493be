package org.waymark.portfolio;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.Belongings;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Right;
import org.waymark.stakeholder.Holding;
import org.waymark.stakeholder.Holdings;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Everything a person holds, on one list, to be given to others when they leave; nothing is left to nobody. */
@Service
class HandOver implements Belongings {

    private final List<Holdings> keepers;
    private final Programs programs;
    private final Team team;
    private final People people;

    HandOver(List<Holdings> keepers, Programs programs, Team team, People people) {
        this.keepers = keepers;
        this.programs = programs;
        this.team = team;
        this.people = people;
    }

    /** What somebody holds in one program, parts first because much goes with them. */
    @Transactional(readOnly = true)
    public List<Holding> of(String program, String person) {
        return keepers.stream()
                .flatMap(keeper -> keeper.of(program, person).stream())
                .sorted(Comparator.comparing(Holding::kind))
                .toList();
    }

    /** What somebody holds in every program that runs. */
    @Transactional(readOnly = true)
    public Map<Program, List<Holding>> of(String person) {
        Map<Program, List<Holding>> all = new LinkedHashMap<>();
        for (Program program : programs.all()) {
            List<Holding> held = program.isRunning() ? of(program.code(), person) : List.of();
            if (!held.isEmpty()) {
                all.put(program, held);
            }
        }
        return all;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean any(String person) {
        return programs.all().stream()
                .filter(Program::isRunning)
                .anyMatch(program -> !of(program.code(), person).isEmpty());
    }

    /** Refuses whoever neither runs the program nor looks after people. */
    void mayHandOver(String program, String by) {
        programs.get(program);
        if (!people.get(by).role().may(Right.HAND_OVER)) {
            team.mustRun(program, by);
        }
    }

    /** Gives what was chosen to one person; what went along with something before it is not given twice. */
    @Transactional
    public int give(String program, String from, List<String> keys, @Nullable String to, String by) {
        mayHandOver(program, by);
        List<Holding> chosen = of(program, from).stream()
                .filter(held -> keys.contains(held.key()))
                .toList();
        if (chosen.isEmpty()) {
            throw Refusal.invalid("portfolio.handover.nothing");
        }
        int given = 0;
        for (Holding held : chosen) {
            boolean still = of(program, from).stream().anyMatch(one -> one.key().equals(held.key()));
            if (still) {
                String heir = held.ends() ? from : heir(held, from, to);
                keeper(held, from).give(held, from, heir, by);
            }
            given++;
        }
        return given;
    }

    private Holdings keeper(Holding held, String from) {
        return keepers.stream()
                .filter(keeper -> keeper.of(held.program(), from).contains(held))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("stakeholder.hold.gone"));
    }

    private String heir(Holding held, String from, @Nullable String to) {
        Person person = people.find(String.valueOf(to))
                .filter(Person::active)
                .filter(one -> !one.id().equals(from))
                .orElseThrow(() -> Refusal.invalid("portfolio.handover.to").at("to"));
        if (held.kind() != Holding.Kind.PART && !team.includes(held.program(), person.id())) {
            throw Refusal.invalid("portfolio.handover.outside", person.name()).at("to");
        }
        return person.id();
    }
}
