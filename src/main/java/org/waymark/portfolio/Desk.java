package org.waymark.portfolio;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.security.Role;

/** What lies on the reader's own desk, in one statement: who they are, what waits for them, how they look at the board. */
@Component
class Desk {

    private final JdbcClient jdbc;

    Desk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task that waits for the reader. */
    record Waiting(
            String task,
            String name,
            String program,
            String taskKey,
            @Nullable OffsetDateTime due,
            boolean reminded) {}

    /** A way to look at the board that the reader has kept. */
    record View(String name, String asked) {}

    /** The reader with everything on their desk. */
    record Reader(
            String id,
            String name,
            Role role,
            List<Waiting> work,
            List<View> views,
            boolean deputy,
            List<String> again) {}

    private record Thing(
            String kind,
            String id,
            String name,
            @Nullable String program,
            @Nullable String more,
            @Nullable OffsetDateTime due,
            boolean reminded) {}

    @Transactional(readOnly = true)
    Reader of(String person) {
        List<Thing> things =
                jdbc.sql("""
                        select 'PERSON' kind, p.id, p.name, cast(null as varchar(40)) program, p.role more,
                            cast(null as timestamp(6) with time zone) due, false reminded
                        from security_person p where p.id = :person
                        union all
                        select 'WORK', w.task, w.name, w.program, w.task_key, w.due,
                            exists (select 1 from notice o where o.person = w.assignee and o.kind = 'REMINDER'
                                and o.slot like '%' || w.task)
                        from work_item w where w.assignee = :person and w.state = 'OPEN'
                        union all
                        select 'VIEW', v.name, v.asked, null, null, v.saved_at, false
                        from board_view v where v.person = :person
                        union all
                        select 'DEPUTY', d.person, d.program, d.program, null, null, false
                        from stakeholder_deputy d where d.deputy = :person and d.ended_at is null
                        union all
                        select 'AGAIN', a.program, a.program, a.program, null,
                            cast(null as timestamp(6) with time zone), false
                        from (select m.program from team_member m
                                join trace_mark x on x.program = m.program and x.looked_at is null
                                where m.person = :person
                            union select m.program from team_member m
                                join roi_recheck y on y.program = m.program and y.answered is null
                                where m.person = :person
                            union select m.program from team_member m
                                join program_early e on e.program = m.program
                                join program_stage s on s.program = e.program and s.stage = e.stage
                                    and s.round = e.round and s.state = 'AHEAD'
                                where m.person = :person) a
                        join program p on p.code = a.program and p.state <> 'STOPPED'
                        order by 6, 2
                        """).param("person", person).query(Thing.class).list();
        Thing reader = things.stream()
                .filter(one -> one.kind().equals("PERSON"))
                .findFirst()
                .orElse(null);
        return new Reader(
                person,
                reader == null ? person : reader.name(),
                reader == null ? Role.MEMBER : Role.valueOf(String.valueOf(reader.more())),
                things.stream()
                        .filter(one -> one.kind().equals("WORK"))
                        .map(one -> new Waiting(
                                one.id(),
                                one.name(),
                                String.valueOf(one.program()),
                                String.valueOf(one.more()),
                                one.due(),
                                one.reminded()))
                        .toList(),
                things.stream()
                        .filter(one -> one.kind().equals("VIEW"))
                        .map(one -> new View(one.id(), one.name()))
                        .toList(),
                things.stream().anyMatch(one -> one.kind().equals("DEPUTY")),
                things.stream()
                        .filter(one -> one.kind().equals("AGAIN"))
                        .map(Thing::id)
                        .toList());
    }
}
