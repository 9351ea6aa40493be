package org.waymark.model.roi;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.web.Refusal;

/** The lines of locked plans that are looked at each quarter, and what sponsors said of their drift. */
@Repository
class Watches {

    private static final String SELECT = """
            select id, program, line, version_no, instance, quarter_no, last_quarter, state, answer, words, said_by
            from roi_watch
            """;

    private final JdbcClient jdbc;

    Watches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line as long as it is looked at; the quarter is the one being looked at or looked at last, 0 before the first. */
    record Watch(
            long id,
            String program,
            String line,
            int versionNo,
            @Nullable String instance,
            int quarterNo,
            int lastQuarter,
            String state,
            @Nullable String answer,
            @Nullable String words,
            @Nullable String saidBy) {}

    /** What a sponsor decided about the drift of a line, at what stand of which plan. */
    record Drift(
            String line,
            int versionNo,
            int quarterNo,
            BigDecimal planned,
            BigDecimal came,
            String decision,
            String reason,
            String decidedBy,
            OffsetDateTime decidedAt) {}

    List<Watch> open(String program) {
        return jdbc.sql(SELECT + " where program = ? and state = 'OPEN' order by id")
                .param(program)
                .query(Watch.class)
                .list();
    }

    /** The line that one run of the diagram is about. */
    Watch ofInstance(String instance) {
        return jdbc.sql(SELECT + " where instance = ?")
                .param(instance)
                .query(Watch.class)
                .optional()
                .orElseThrow(() -> Refusal.missing("roi.watch.unknown"));
    }

    /** Programs with a locked plan whose lines were never looked at. */
    List<String> programsWithout() {
        return jdbc.sql("""
                        select distinct b.program from roi_baseline b
                        where not exists (select 1 from roi_watch w where w.program = b.program) order by b.program
                        """).query(String.class).list();
    }

    /** The lines of a plan that are or were looked at. */
    Set<String> lines(String program, int version) {
        return Set.copyOf(jdbc.sql("select line from roi_watch where program = ? and version_no = ?")
                .params(program, version)
                .query(String.class)
                .list());
    }

    /** A line is looked at once for a plan: of two that begin at once, one does. */
    void add(String program, String line, int version, int before, int last, String instance) {
        jdbc.sql("""
                        insert into roi_watch (program, line, version_no, quarter_no, last_quarter, state, instance)
                        values (?, ?, ?, ?, ?, 'OPEN', ?)
                        """).params(program, line, version, before, last, instance).update();
    }

    void until(long id, int last) {
        jdbc.sql("update roi_watch set last_quarter = ? where id = ?")
                .params(last, id)
                .update();
    }

    /** Begins a quarter; what was said of the one before is over. */
    void at(long id, int quarter) {
        jdbc.sql("update roi_watch set quarter_no = ?, answer = null, words = null, said_by = null where id = ?")
                .params(quarter, id)
                .update();
    }

    void said(long id, String answer, @Nullable String words, String by) {
        jdbc.sql("update roi_watch set answer = ?, words = ?, said_by = ? where id = ?")
                .param(answer)
                .param(words)
                .param(by)
                .param(id)
                .update();
    }

    void ended(long id, OffsetDateTime at) {
        jdbc.sql("update roi_watch set state = 'ENDED', ended_at = ? where id = ?")
                .params(at, id)
                .update();
    }

    /** Nobody looks at the lines of a stopped program. */
    void withdraw(String program, OffsetDateTime at) {
        jdbc.sql("update roi_watch set state = 'WITHDRAWN', ended_at = ? where program = ? and state = 'OPEN'")
                .params(at, program)
                .update();
    }

    void decided(long watch, Drift drift) {
        jdbc.sql("""
                        insert into roi_drift (watch, version_no, quarter_no, planned, came, decision, reason,
                            decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        watch,
                        drift.versionNo(),
                        drift.quarterNo(),
                        drift.planned(),
                        drift.came(),
                        drift.decision(),
                        drift.reason(),
                        drift.decidedBy(),
                        drift.decidedAt())
                .update();
    }

    /** What was decided, the newest first, forecasts to be corrected left aside: they settle nothing. */
    List<Drift> decisions(String program) {
        return jdbc.sql("""
                        select w.line, d.version_no, d.quarter_no, d.planned, d.came, d.decision, d.reason,
                            d.decided_by, d.decided_at
                        from roi_drift d join roi_watch w on w.id = d.watch
                        where w.program = ? and d.decision <> 'CORRECT' order by d.id desc
                        """).param(program).query(Drift.class).list();
    }
}
