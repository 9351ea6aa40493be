package org.waymark.model.roi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures put right after the gate, and what finance said to each when it was asked again. */
@Repository
class Rechecks {

    private static final String SELECT = """
            select id, line, label, was, said, asked, verdict, amount, reason, answered_by, answered from roi_recheck
            where program = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Rechecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One figure that was put right; without an answer it waits for finance. */
    record Recheck(
            long id,
            String line,
            String label,
            BigDecimal was,
            BigDecimal said,
            OffsetDateTime asked,
            @Nullable String verdict,
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable String answeredBy,
            @Nullable OffsetDateTime answered) {}

    void ask(String program, String line, String label, BigDecimal was, BigDecimal said) {
        jdbc.sql("insert into roi_recheck (program, line, label, was, said, asked) values (?, ?, ?, ?, ?, ?)")
                .params(program, line, label, was, said, now())
                .update();
    }

    List<Recheck> open(String program) {
        return jdbc.sql(SELECT + " and answered is null order by id")
                .param(program)
                .query(Recheck.class)
                .list();
    }

    List<Recheck> answered(String program) {
        return jdbc.sql(SELECT + " and answered is not null order by id desc")
                .param(program)
                .query(Recheck.class)
                .list();
    }

    /** Finance's word on a line settles every figure of it that was put right so far; false when nothing waits. */
    boolean answer(String program, Review review, long upTo, String person) {
        return jdbc.sql("""
                                update roi_recheck set verdict = ?, amount = ?, reason = ?, answered_by = ?, answered = ?
                                where program = ? and line = ? and id <= ? and answered is null
                                """)
                        .params(LineWriter.nullable(
                                LineWriter.name(review.verdict()),
                                review.amount(),
                                review.reason(),
                                person,
                                now(),
                                program,
                                review.id(),
                                upTo))
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
