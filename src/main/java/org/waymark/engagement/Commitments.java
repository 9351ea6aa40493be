package org.waymark.engagement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engagement.Commitment.Kind;
import org.waymark.security.People;
import org.waymark.stage.Pledges;
import org.waymark.web.Texts;

/** One list of what a person stands for, whatever it comes from, the soonest first. */
@Service
public class Commitments {

    private final JdbcClient jdbc;
    private final MyWork work;
    private final Concerns concerns;
    private final ObjectProvider<Pledges> pledges;
    private final People people;
    private final Texts texts;

    Commitments(
            JdbcClient jdbc,
            MyWork work,
            Concerns concerns,
            ObjectProvider<Pledges> pledges,
            People people,
            Texts texts) {
        this.jdbc = jdbc;
        this.work = work;
        this.concerns = concerns;
        this.pledges = pledges;
        this.people = people;
        this.texts = texts;
    }

    record Promised(String program, String stage, String text, LocalDate due) {}

    record NextGate(String program, String stage, @Nullable LocalDate planned) {}

    /** Everything open in every running program. */
    @Transactional(readOnly = true)
    public List<Commitment> of(String person) {
        ZoneId zone = ZoneId.of(people.get(person).zone());
        List<Commitment> all = new ArrayList<>();
        for (MyWork.Task task : work.open(person)) {
            all.add(new Commitment(
                    Kind.TASK,
                    task.program(),
                    task.stage(),
                    task.calledHere(),
                    task.due() == null
                            ? null
                            : task.due().atZoneSameInstant(zone).toLocalDate(),
                    "/my-work/" + task.task()));
        }
        promised(person)
                .forEach(one -> all.add(new Commitment(
                        Kind.CONDITION,
                        one.program(),
                        one.stage(),
                        one.text(),
                        one.due(),
                        "/programs/" + one.program() + "/gates/" + one.stage())));
        concerns.waitingFor(person)
                .forEach(one -> all.add(new Commitment(
                        Kind.CONCERN,
                        one.program(),
                        one.stage(),
                        texts.of("engagement.commitment." + one.state(), one.words()),
                        one.due(),
                        "/programs/" + one.program() + "/concerns#concern-" + one.id())));
        Map<Pledges, Set<String>> owed = new LinkedHashMap<>();
        pledges.forEach(stage -> owed.put(stage, Set.copyOf(stage.programs(person))));
        running(person, owed.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .forEach(program -> owed.forEach((stage, programs) -> {
                    if (programs.contains(program)) {
                        pledged(person, program, stage, all);
                    }
                }));
        gates(person)
                .forEach(one -> all.add(new Commitment(
                        Kind.GATE,
                        one.program(),
                        one.stage(),
                        texts.of("engagement.commitment.gate", texts.of("stage." + one.stage())),
                        one.planned(),
                        "/programs/" + one.program() + "/gates/" + one.stage())));
        all.sort(Comparator.comparing(one -> Objects.requireNonNullElse(one.due(), LocalDate.MAX)));
        return all;
    }

    private static void pledged(String person, String program, Pledges stage, List<Commitment> all) {
        stage.of(program).stream()
                .filter(pledge -> pledge.person().equals(person))
                .forEach(pledge -> all.add(new Commitment(
                        Kind.PLEDGE,
                        program,
                        stage.stage(),
                        pledge.words(),
                        pledge.due(),
                        "/programs/" + program + "/stages/" + stage.stage())));
    }

    /** The same in one program. */
    @Transactional(readOnly = true)
    public List<Commitment> of(String person, String program) {
        return of(person).stream().filter(one -> one.program().equals(program)).toList();
    }

    /** Promises a person owes and has no task for at this moment: their proof waits to be confirmed. */
    private List<Promised> promised(String person) {
        return jdbc.sql("""
                        select s.program, s.stage, c.text, c.due from gate_condition c join gate_sitting s on s.id = c.sitting
                        where c.owner = :person and c.state = 'OPEN' and not exists (select 1 from work_item w
                            where w.instance = c.instance and w.state = 'OPEN' and w.assignee = :person)
                        order by c.due
                        """).param("person", person).query(Promised.class).list();
    }

    /** Those of the programs that were not stopped and where the person still has a part. */
    private List<String> running(String person, Set<String> programs) {
        if (programs.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct m.program from team_member m join program p on p.code = m.program
                        where m.person = :person and p.state <> 'STOPPED' and m.program in (:programs) order by m.program
                        """)
                .param("person", person)
                .param("programs", programs)
                .query(String.class)
                .list();
    }

    /** The next gate of each program that is decided by this person and does not yet wait as a task. */
    private List<NextGate> gates(String person) {
        return jdbc.sql("""
                        select p.code program, s.stage, s.planned from program p
                        join program_stage s on s.program = p.code and s.stage = p.stage
                        where p.state = 'RUNNING' and s.state in ('OPEN', 'AT_GATE', 'ON_HOLD')
                            and p.code in (select m.program from team_member m where m.person = :person
                                and m.part in ('SPONSOR', 'GATEKEEPER'))
                            and not exists (select 1 from work_item w where w.program = p.code and w.stage = s.stage
                                and w.task_key = 'decideGate' and w.state = 'OPEN' and w.assignee = :person)
                        order by s.planned
                        """).param("person", person).query(NextGate.class).list();
    }
}
