package org.waymark.gate;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The exceptions to separation of duties as stored; none is ever taken away. */
@Repository
public class Exemptions {

    private static final String ALL = """
            select id, program, stage, round, person, bar, reason, asked_by, asked_at, state, settled_by, settled_at
            from gate_exemption
            """;

    private final JdbcClient db;

    Exemptions(JdbcClient db) {
        this.db = db;
    }

    /** Everything that was ever asked for at the gates of a program, in the order it was asked. */
    public List<Exemption> of(String program) {
        return db.sql(ALL + " where program = ? order by id")
                .param(program)
                .query(Exemption.class)
                .list();
    }

    List<Exemption> of(String program, String stage) {
        return of(program).stream().filter(one -> one.stage().equals(stage)).toList();
    }

    /** Who may decide at this gate in this round although they are barred. */
    Set<String> holding(String program, String stage, int round) {
        return of(program, stage).stream()
                .filter(one -> one.holds(round))
                .map(Exemption::person)
                .collect(Collectors.toSet());
    }

    Optional<Exemption> find(String program, String stage, long id) {
        return of(program, stage).stream().filter(one -> one.id() == id).findFirst();
    }

    long add(
            String program,
            String stage,
            int round,
            String person,
            Exemption.Bar bar,
            String reason,
            String by,
            OffsetDateTime at) {
        var key = new GeneratedKeyHolder();
        db.sql("""
                        insert into gate_exemption (program, stage, round, person, bar, reason, asked_by, asked_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'ASKED')
                        """)
                .params(program, stage, round, person, bar.name(), reason, by, at)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void settle(long id, Exemption.State state, String by, OffsetDateTime at) {
        db.sql("update gate_exemption set state = ?, settled_by = ?, settled_at = ? where id = ? and state = 'ASKED'")
                .params(state.name(), by, at, id)
                .update();
    }
}
