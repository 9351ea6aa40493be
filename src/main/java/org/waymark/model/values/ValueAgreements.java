package org.waymark.model.values;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.process.Rows;

/** What was agreed in each round: the values with their measures, and what customers said about them. */
@Repository
class ValueAgreements {

    private static final String KEY = " where program = :program and round = :round";

    private final JdbcClient jdbc;
    private final Clock clock;

    ValueAgreements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Agreement(int round, @Nullable String reason, String agreedBy, OffsetDateTime agreedAt) {}

    /** An agreed value; without a baseline it is still to be measured. */
    record Agreed(
            String id,
            int turn,
            BigDecimal weight,
            String measure,
            String unit,
            String better,
            @Nullable BigDecimal baseline,
            boolean toBeMeasured,
            @Nullable BigDecimal target,
            @Nullable LocalDate dueOn,
            @Nullable String owner,
            List<String> promises) {}

    record Said(
            String id,
            String what,
            String source,
            LocalDate heardOn,
            @Nullable String link) {}

    List<String> ownedBy(String person) {
        return jdbc.sql("select distinct program from values_agreed where owner = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    Optional<Agreement> newest(String program) {
        return jdbc.sql("select round, reason, agreed_by, agreed_at from values_agreement where program = :program"
                        + " order by round desc fetch first 1 rows only")
                .param("program", program)
                .query(Agreement.class)
                .optional();
    }

    List<Agreed> values(String program, int round) {
        return jdbc.sql(
                        "select id, turn, weight, measure, unit, better, baseline, to_be_measured, target, due_on, owner,"
                                + " promises from values_agreed" + KEY + " order by weight desc, turn")
                .param("program", program)
                .param("round", round)
                .query((rs, line) -> new Agreed(
                        rs.getString("id"),
                        rs.getInt("turn"),
                        rs.getBigDecimal("weight"),
                        rs.getString("measure"),
                        rs.getString("unit"),
                        rs.getString("better"),
                        rs.getBigDecimal("baseline"),
                        rs.getBoolean("to_be_measured"),
                        rs.getBigDecimal("target"),
                        rs.getObject("due_on", LocalDate.class),
                        rs.getString("owner"),
                        rs.getString("promises").isEmpty()
                                ? List.of()
                                : List.of(rs.getString("promises").split(" "))))
                .list();
    }

    List<Said> evidence(String program, int round) {
        return jdbc.sql("select id, what, source, heard_on, link from values_evidence" + KEY + " order by id, turn")
                .param("program", program)
                .param("round", round)
                .query(Said.class)
                .list();
    }

    /** Replaces what this round agreed before, if anything. */
    void agree(
            String program, int round, @Nullable String reason, String by, List<Agreed> values, List<Said> evidence) {
        for (String table : List.of("values_evidence", "values_agreed", "values_agreement")) {
            jdbc.sql("delete from " + table + KEY)
                    .param("program", program)
                    .param("round", round)
                    .update();
        }
        jdbc.sql("insert into values_agreement (program, round, reason, agreed_by, agreed_at)"
                        + " values (:program, :round, :reason, :by, :now)")
                .param("program", program)
                .param("round", round)
                .param("reason", reason)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update values_round set state = 'AGREED'" + KEY)
                .param("program", program)
                .param("round", round)
                .update();
        Rows.insert(
                jdbc,
                """
                values_agreed (program, round, id, turn, weight, measure, unit, better, baseline, to_be_measured, target,
                    due_on, owner, promises)
                """,
                values,
                value -> Arrays.asList(
                        program,
                        round,
                        value.id(),
                        value.turn(),
                        value.weight(),
                        value.measure(),
                        value.unit(),
                        value.better(),
                        value.baseline(),
                        value.toBeMeasured(),
                        value.target(),
                        value.dueOn(),
                        value.owner(),
                        String.join(" ", value.promises())));
        AtomicInteger turn = new AtomicInteger();
        Rows.insert(
                jdbc,
                "values_evidence (program, round, id, turn, what, source, heard_on, link)",
                evidence,
                said -> Arrays.asList(
                        program,
                        round,
                        said.id(),
                        turn.getAndIncrement(),
                        said.what(),
                        said.source(),
                        said.heardOn(),
                        said.link()));
    }
}
