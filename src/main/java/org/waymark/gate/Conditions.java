package org.waymark.gate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The promises that conditional decisions left behind. */
@Repository
public class Conditions {

    private static final String ALL = """
            select c.id, s.program, s.stage, s.number as sitting, c.text, c.owner, c.due, c.criterion, c.proof, c.state
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

    List<Condition> of(long sitting) {
        return db.sql(ALL + " where c.sitting = ? order by c.id")
                .param(sitting)
                .query(Condition.class)
                .list();
    }

    void add(long sitting, Verdict.Promise promise) {
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
                .update();
    }
}
