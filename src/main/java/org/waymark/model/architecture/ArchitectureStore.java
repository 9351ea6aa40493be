package org.waymark.model.architecture;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.stage.StageTables;

/** Keeps every round's decisions, verdicts and agreement. */
@Repository
class ArchitectureStore {

    private final JdbcClient jdbc;
    private final StageTables tables;

    ArchitectureStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.tables = new StageTables(jdbc, clock, "architecture");
    }

    /** What the manager wrote when agreeing, and who that was. */
    record Agreed(String summary, String agreedBy) {}

    void open(String program, int round) {
        tables.open(program, round);
    }

    /** True when this call closed the round, false when it was closed before. */
    boolean close(String program) {
        return tables.close(program, round(program));
    }

    int round(String program) {
        return tables.round(program);
    }

    LocalDate today() {
        return tables.today();
    }

    /** The newest decisions there are, of whatever round. */
    List<ComponentDecision> decisions(String program) {
        return jdbc.sql("""
                        select * from architecture_decision
                        where program = :program
                          and round = (select max(round) from architecture_decision where program = :program)
                        order by component
                        """)
                .param("program", program)
                .query((row, at) -> DecisionRow.read(row))
                .list();
    }

    /** The verdicts on the newest decisions; empty as long as nobody has looked at these. */
    List<Review> reviews(String program) {
        return reviews(program, tables.latest("decision", program));
    }

    /** The newest verdicts of any round, to start from when asked again. */
    List<Review> lastReviews(String program) {
        return reviews(program, tables.latest("review", program));
    }

    private List<Review> reviews(String program, int round) {
        return jdbc.sql("""
                        select component, person, verdict, reason from architecture_review
                        where program = ? and round = ? order by component, person
                        """)
                .params(program, round)
                .query((row, at) -> new Review(
                        row.getString("component"),
                        row.getString("person"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason")))
                .list();
    }

    Optional<Agreed> agreed(String program) {
        return jdbc.sql("""
                        select summary, agreed_by from architecture_round
                        where program = :program and summary is not null
                        order by round desc fetch first 1 rows only
                        """)
                .param("program", program)
                .query((row, at) -> new Agreed(row.getString("summary"), row.getString("agreed_by")))
                .optional();
    }

    void saveDecisions(String program, List<ComponentDecision> decisions) {
        int round = round(program);
        jdbc.sql("delete from architecture_decision where program = ? and round = ?")
                .params(program, round)
                .update();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ComponentDecision one : decisions) {
            rows.add(DecisionRow.write(program, round, one));
        }
        tables.insert("decision", DecisionRow.COLUMNS, rows);
    }

    void saveReviews(String program, String person, List<Review> reviews) {
        if (reviews.isEmpty()) {
            return;
        }
        int round = round(program);
        jdbc.sql("""
                        delete from architecture_review
                        where program = :program and round = :round and person = :person
                          and component in (:components)
                        """)
                .param("program", program)
                .param("round", round)
                .param("person", person)
                .param("components", reviews.stream().map(Review::component).toList())
                .update();
        OffsetDateTime now = tables.now();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Review review : reviews) {
            rows.add(Arrays.asList(
                    program, round, review.component(), person, review.verdict().name(), review.reason(), now));
        }
        tables.insert("review", "program, round, component, person, verdict, reason, reviewed_at", rows);
    }

    void saveAgreed(String program, String summary, String person) {
        jdbc.sql("""
                        update architecture_round set summary = ?, agreed_by = ?, agreed_at = ?
                        where program = ? and round = ?
                        """)
                .params(summary, person, tables.now(), program, round(program))
                .update();
    }
}
