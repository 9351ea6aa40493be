package org.waymark.gate;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.waymark.ledger.Ledger;
import org.waymark.route.Route;
import org.waymark.web.Refusal;

/** The reviews as stored. */
@Repository
class Sittings {

    private final JdbcClient db;
    private final Ledger ledger;
    private final Clock clock;

    Sittings(JdbcClient db, Ledger ledger, Clock clock) {
        this.db = db;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The moment, as both databases can keep it. */
    OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    Sitting open(String program, String stage, int round, String instance, OffsetDateTime at) {
        int number = 1
                + db.sql("select coalesce(max(number), 0) from gate_sitting where program = ? and stage = ?")
                        .params(program, stage)
                        .query(Integer.class)
                        .single();
        var key = new GeneratedKeyHolder();
        db.sql("""
                        insert into gate_sitting (program, stage, round, number, instance, state, opened_at, quorum, in_sequence)
                        values (?, ?, ?, ?, ?, 'MEASURED', ?, 1, false)
                        """).params(program, stage, round, number, instance, at).update(key, "id");
        return get(Objects.requireNonNull(key.getKey()).longValue());
    }

    Sitting get(long id) {
        return db.sql("select * from gate_sitting where id = ?")
                .param(id)
                .query(Sitting.class)
                .single();
    }

    /** The newest review of a running gate, whatever its state. */
    Optional<Sitting> latest(String instance) {
        return db.sql("select * from gate_sitting where instance = ? order by number desc fetch first 1 rows only")
                .param(instance)
                .query(Sitting.class)
                .optional();
    }

    /** The newest review of a running gate, or an end to the conversation. */
    Sitting ofInstance(String instance) {
        return latest(instance).orElseThrow(() -> Refusal.missing("gate.sitting.none"));
    }

    List<Sitting> of(String program, String stage) {
        return db.sql("select * from gate_sitting where program = ? and stage = ? order by number desc")
                .params(program, stage)
                .query(Sitting.class)
                .list();
    }

    /** The reviews of a program on which votes may be cast now. */
    List<Sitting> convened(String program) {
        return db.sql("select * from gate_sitting where program = ? and state = 'CONVENED' order by id")
                .param(program)
                .query(Sitting.class)
                .list();
    }

    List<Sitting> of(String instance) {
        return db.sql("select * from gate_sitting where instance = ? order by number")
                .param(instance)
                .query(Sitting.class)
                .list();
    }

    Optional<Sitting> numbered(String program, String stage, int number) {
        return db.sql("select * from gate_sitting where program = ? and stage = ? and number = ?")
                .params(program, stage, number)
                .query(Sitting.class)
                .optional();
    }

    /** Waits for the program, so that of two who decide at once the second sees what the first decided. */
    Sitting lock(long id) {
        ledger.enter(get(id).program());
        return get(id);
    }

    void submitted(long id, String by, OffsetDateTime at) {
        db.sql("update gate_sitting set state = 'SUBMITTED', submitted_by = ?, submitted_at = ? where id = ?")
                .params(by, at, id)
                .update();
    }

    void convened(long id, Route route, OffsetDateTime at, OffsetDateTime decideBy, Recommendation recommendation) {
        db.sql("""
                        update gate_sitting set state = 'CONVENED', convened_at = ?, decide_by = ?, quorum = ?, in_sequence = ?,
                        route_reason = ?, recommendation = ?, rule = ?, minimums = ?, votes_open = ? where id = ?
                        """)
                .params(
                        at,
                        decideBy,
                        route.quorum(),
                        route.inSequence(),
                        route.reason(),
                        recommendation.decision().name(),
                        recommendation.rule(),
                        route.kept(),
                        route.votesOpen(),
                        id)
                .update();
    }

    void chairedBy(long id, String person) {
        db.sql("update gate_sitting set chair = ? where id = ?")
                .params(person, id)
                .update();
    }

    void closed(long id, Resolution resolution, String decidedBy, OffsetDateTime at) {
        db.sql("""
                        update gate_sitting set state = 'CLOSED', decision = ?, reason = ?, recycle_to = ?, hold_until = ?,
                        decided_by = ?, decided_at = ? where id = ?
                        """)
                .param(resolution.decision().name())
                .param(resolution.reason())
                .param(resolution.recycleTo())
                .param(resolution.holdUntil())
                .param(decidedBy)
                .param(at)
                .param(id)
                .update();
    }

    void retracted(long id) {
        db.sql("update gate_sitting set state = 'RETRACTED' where id = ?")
                .param(id)
                .update();
    }

    /** A wish for "agree and submit", used up by the next measuring. */
    void wish(String program, String stage, String person, OffsetDateTime at) {
        dropWish(program, stage);
        db.sql("insert into gate_request (program, stage, person, asked_at) values (?, ?, ?, ?)")
                .params(program, stage, person, at)
                .update();
    }

    Optional<String> takeWish(String program, String stage) {
        Optional<@Nullable String> person = db.sql("select person from gate_request where program = ? and stage = ?")
                .params(program, stage)
                .query(String.class)
                .optional();
        if (person.isPresent()) {
            dropWish(program, stage);
        }
        return person.map(found -> found);
    }

    void dropWish(String program, String stage) {
        db.sql("delete from gate_request where program = ? and stage = ?")
                .params(program, stage)
                .update();
    }
}
