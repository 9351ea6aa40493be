package org.waymark.engagement;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows behind the measures, for many programs at once. It reads tables of other packages itself, as the board does:
 * asked for program by program they would cost a statement each, and nothing of this is used for anything but looking.
 */
@Repository
class MeasureRows {

    /** What moves a program, as the decision record calls it; a record that is agreed counts besides. */
    static final List<String> MOVING =
            List.of("DECIDED", "CLOSED", "CONDITION_KEPT", "BENEFIT_CONFIRMED", "QUICK_WIN_SHOWN");

    private final JdbcClient jdbc;

    MeasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Head(String code, String state, OffsetDateTime launchedAt) {

        boolean running() {
            return state.equals("RUNNING");
        }
    }

    record Moved(
            String program,
            OffsetDateTime at,
            String kind,
            String subject,
            @Nullable String person,
            long sequence) {

        Momentum.Event event() {
            return new Momentum.Event(program, at, kind.equals("DECIDED") || kind.equals("SUBMITTED"));
        }
    }

    record Speaks(String program, String person, String functionId) {}

    Map<String, Head> heads(Collection<String> codes) {
        return jdbc
                .sql("select code, state, launched_at from program where code in (:codes)")
                .param("codes", codes)
                .query(Head.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Head::code, Function.identity()));
    }

    /** Tasks that were put, are open or ended since a day. */
    Map<String, List<Engagement.Asked>> asked(Collection<String> codes, OffsetDateTime from) {
        return jdbc.sql("""
                        select program, assignee, ended_by, created, due, ended, state from work_item
                        where program in (:codes) and (state = 'OPEN' or created >= :since or ended >= :since)
                        order by created, task
                        """).param("codes", codes).param("since", from).query(Engagement.Asked.class).list().stream()
                .collect(Collectors.groupingBy(Engagement.Asked::program));
    }

    /** Of each program, who speaks for which functions. */
    Map<String, Map<String, Set<String>>> functions(Collection<String> codes) {
        return jdbc.sql("""
                        select distinct program, person, function_id from team_member
                        where program in (:codes) and function_id is not null
                        """).param("codes", codes).query(Speaks.class).list().stream()
                .collect(Collectors.groupingBy(
                        Speaks::program,
                        Collectors.groupingBy(
                                Speaks::person, Collectors.mapping(Speaks::functionId, Collectors.toSet()))));
    }

    /** The seven gates in their order, each with what its newest review found. */
    Map<String, List<Progress.Gate>> gates(Collection<String> codes) {
        return jdbc.sql("""
                        select s.program, s.stage, s.state, s.planned, s.first_planned,
                            (select count(*) from gate_finding f where f.sitting = n.id and f.met) met,
                            (select count(*) from gate_finding f where f.sitting = n.id) found,
                            (select count(*) from gate_criterion c where c.stage = s.stage and c.active) criteria
                        from program_stage s
                        left join gate_sitting n on n.program = s.program and n.stage = s.stage
                            and n.number = (select max(h.number) from gate_sitting h
                                where h.program = s.program and h.stage = s.stage and h.state <> 'RETRACTED')
                        where s.program in (:codes) order by s.program, s.position
                        """).param("codes", codes).query(Progress.Gate.class).list().stream()
                .collect(Collectors.groupingBy(Progress.Gate::program));
    }

    /** What moved each program, the newest first: decisions of any age, everything else since a day. */
    Map<String, List<Moved>> moved(Collection<String> codes, Collection<String> agreeing, OffsetDateTime from) {
        return jdbc
                .sql("""
                        select program, at, kind, subject, person, sequence from ledger_entry
                        where program in (:codes) and (kind = 'DECIDED' or (kind = 'SUBMITTED' and subject in (:agreeing))
                            or (kind in (:moving) and at >= :since))
                        order by program, sequence desc
                        """)
                .param("codes", codes)
                .param("agreeing", agreeing)
                .param("moving", MOVING)
                .param("since", from)
                .query(Moved.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Moved::program));
    }

    /** One task with whoever it was put before, for the page behind the measure. */
    record Ask(
            String name,
            String taskKey,
            String stage,
            @Nullable String assignee,
            @Nullable String endedBy,
            OffsetDateTime created,
            @Nullable OffsetDateTime due,
            @Nullable OffsetDateTime ended,
            String state) {}

    List<Ask> asks(String program, OffsetDateTime from) {
        return jdbc.sql("""
                        select name, task_key, stage, assignee, ended_by, created, due, ended, state from work_item
                        where program = :program and (state = 'OPEN' or created >= :since or ended >= :since)
                        order by case state when 'OPEN' then 0 else 1 end, created desc, task
                        """)
                .param("program", program)
                .param("since", from)
                .query(Ask.class)
                .list();
    }
}
