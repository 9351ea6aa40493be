package org.waymark.model.roi;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of this stage; a new one starts from what the last one knew. */
@Repository
class RoiRounds {

    private final JdbcClient jdbc;
    private final Clock clock;

    RoiRounds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Integer> current(String program) {
        return jdbc.sql("select max(round_no) from roi_round where program = :program")
                .param("program", program)
                .query(Integer.class)
                .optional();
    }

    boolean exists(String program, int round) {
        return jdbc.sql("select count(*) from roi_round where program = :program and round_no = :round")
                        .param("program", program)
                        .param("round", round)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Opens a round; opening it again changes nothing. */
    void open(String program, int round) {
        if (exists(program, round)) {
            return;
        }
        Optional<Integer> last = current(program);
        if (last.isPresent()) {
            copy(program, last.get(), round);
        } else {
            begin(program, round);
        }
    }

    private void begin(String program, int round) {
        Assumptions usual = Assumptions.USUAL;
        Factors cautious = Factors.usual(Factors.CAUTIOUS);
        Factors stretch = Factors.usual(Factors.STRETCH);
        jdbc.sql("""
                        insert into roi_round (program, round_no, horizon_years, rate, contingency,
                            cautious_benefits, cautious_costs, stretch_benefits, stretch_costs)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        program,
                        round,
                        usual.horizonYears(),
                        usual.rate(),
                        usual.contingency(),
                        cautious.of(Kind.CASH),
                        cautious.of(Kind.COST),
                        stretch.of(Kind.CASH),
                        stretch.of(Kind.COST))
                .update();
        for (int i = 0; i < usual.ramp().size(); i++) {
            jdbc.sql("insert into roi_ramp (program, round_no, at_year, portion) values (?, ?, ?, ?)")
                    .params(program, round, i + 1, usual.ramp().get(i))
                    .update();
        }
    }

    private void copy(String program, int last, int round) {
        copy(
                "roi_round",
                "horizon_years, rate, contingency, cautious_benefits, cautious_costs, stretch_benefits, stretch_costs",
                program,
                last,
                round);
        copy("roi_ramp", "at_year, portion", program, last, round);
        copy(
                "roi_line",
                "line, side, place, template, label, owner, baseline, confidence, basis, evidence, included,"
                        + " running_years, owner_amount, estimated_by",
                program,
                last,
                round);
        copy("roi_figure", "line, purpose, name, amount", program, last, round);
    }

    private void copy(String table, String columns, String program, int last, int round) {
        jdbc.sql("insert into " + table + " (program, round_no, " + columns + ") select program, :round, " + columns
                        + " from " + table + " where program = :program and round_no = :last")
                .param("round", round)
                .param("program", program)
                .param("last", last)
                .update();
    }

    void estimatesClosed(String program, int round) {
        jdbc.sql("update roi_round set estimates_closed = ? where program = ? and round_no = ?")
                .params(now(), program, round)
                .update();
    }

    boolean estimatesAreClosed(String program, int round) {
        return jdbc.sql(
                                "select count(*) from roi_round where program = :program and round_no = :round and estimates_closed is not null")
                        .param("program", program)
                        .param("round", round)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void built(String program, int round, String by) {
        jdbc.sql("update roi_round set built_by = ?, built = ? where program = ? and round_no = ?")
                .params(by, now(), program, round)
                .update();
    }

    void reviewed(String program, int round, String by) {
        jdbc.sql("update roi_round set reviewed_by = ?, reviewed = ? where program = ? and round_no = ?")
                .params(by, now(), program, round)
                .update();
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
