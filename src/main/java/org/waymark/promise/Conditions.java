package org.waymark.promise;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.waymark.web.Refusal;

/** The promises that conditional decisions left behind. */
@Repository
public class Conditions {

    private static final String ALL = """
            select c.id, s.program, s.stage, s.number as sitting, c.text, c.owner, c.due, c.criterion, c.proof, c.state,
                c.given, c.given_by, c.given_at, c.answer, c.words, c.settled_by, c.settled_at
            from gate_condition c join gate_sitting s on s.id = c.sitting
            """;

    private final JdbcClient db;

    Conditions(JdbcClient db) {
        this.db = db;
    }

    /** What a program still owes, the most urgent first. */
    public List<Condition> open(String program) {
        return db.sql(ALL + " where s.program = ? and c.state = 'OPEN' order by c.due, c.id")
                .param(program)
                .query(Condition.class)
                .list();
    }

    /** What is still owed by every program at once, for the board. */
    public Map<String, List<Condition>> open() {
        return db.sql(ALL + " where c.state = 'OPEN' order by c.due, c.id").query(Condition.class).list().stream()
                .collect(Collectors.groupingBy(Condition::program));
    }

    public List<Condition> of(long sitting) {
        return db.sql(ALL + " where c.sitting = ? order by c.id")
                .param(sitting)
                .query(Condition.class)
                .list();
    }

    /** The condition that one run of its diagram is about. */
    public Condition ofInstance(String instance) {
        return db.sql(ALL + " where c.instance = ?")
                .param(instance)
                .query(Condition.class)
                .optional()
                .orElseThrow(() -> Refusal.missing("gate.condition.unknown"));
    }

    long add(long sitting, Promise promise) {
        var key = new GeneratedKeyHolder();
        db.sql("""
                        insert into gate_condition (sitting, text, owner, due, criterion, proof, state)
                        values (?, ?, ?, ?, ?, ?, 'OPEN')
                        """)
                .param(sitting)
                .param(promise.text())
                .param(promise.owner())
                .param(promise.due())
                .param(promise.criterion())
                .param(promise.proof())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Open promises of before promises had a run of their own. */
    List<Condition> withoutRun() {
        return db.sql(ALL + " where c.state = 'OPEN' and c.instance is null order by c.id")
                .query(Condition.class)
                .list();
    }

    /** Whether it is this caller who may start its run; of several nodes that start at once, one may. */
    boolean takeUp(long id) {
        return db.sql("update gate_condition set instance = 'starting' where id = ? and instance is null")
                        .param(id)
                        .update()
                == 1;
    }

    void runsAs(long id, String instance) {
        db.sql("update gate_condition set instance = ? where id = ?")
                .params(instance, id)
                .update();
    }

    void given(long id, String proof, String by, OffsetDateTime at) {
        db.sql("update gate_condition set given = ?, given_by = ?, given_at = ? where id = ?")
                .params(proof, by, at, id)
                .update();
    }

    /** The proof was not enough: the promise stays open, and its owner reads why. */
    void returned(long id, @Nullable String words) {
        db.sql("update gate_condition set answer = 'OPEN', words = ?, given_at = null where id = ?")
                .param(words)
                .param(id)
                .update();
    }

    void extended(long id, LocalDate due, String words) {
        db.sql("update gate_condition set answer = 'EXTENDED', due = ?, words = ? where id = ?")
                .params(due, words, id)
                .update();
    }

    /** The end of a promise: kept, let go, or the gate is opened again. */
    void settled(long id, String state, String answer, @Nullable String words, String by, OffsetDateTime at) {
        db.sql("""
                        update gate_condition set state = ?, answer = ?, words = ?, settled_by = ?, settled_at = ?
                        where id = ?
                        """)
                .param(state)
                .param(answer)
                .param(words)
                .param(by)
                .param(at)
                .param(id)
                .update();
    }

    /** Nobody owes a stopped program anything. */
    void withdraw(String program, OffsetDateTime at) {
        db.sql("""
                        update gate_condition set state = 'WITHDRAWN', settled_at = ? where state = 'OPEN'
                        and sitting in (select id from gate_sitting where program = ?)
                        """).params(at, program).update();
    }

    public void give(long id, String to) {
        db.sql("update gate_condition set owner = ? where id = ? and state = 'OPEN'")
                .params(to, id)
                .update();
    }

    public void handOver(String program, String from, String to) {
        db.sql("""
                        update gate_condition set owner = ? where owner = ? and state = 'OPEN'
                        and sitting in (select id from gate_sitting where program = ?)
                        """).params(to, from, program).update();
    }
}
