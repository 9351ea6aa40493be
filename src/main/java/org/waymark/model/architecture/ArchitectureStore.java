package org.waymark.model.architecture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every round's decisions, verdicts and agreement. */
@Repository
class ArchitectureStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ArchitectureStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the manager wrote when agreeing, and who that was. */
    record Agreed(String summary, String agreedBy) {}

    void open(String program, int round) {
        int known = jdbc.sql("select count(*) from architecture_round where program = ? and round = ?")
                .params(program, round)
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into architecture_round (program, round, opened_at) values (?, ?, ?)")
                    .params(program, round, now())
                    .update();
        }
    }

    /** True when this call closed the round, false when it was closed before. */
    boolean close(String program) {
        return jdbc.sql("""
                                update architecture_round set closed_at = ?
                                where program = ? and round = ? and closed_at is null
                                """).params(now(), program, round(program)).update() == 1;
    }

    int round(String program) {
        return latest("architecture_round", program);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The newest decisions there are, of whatever round. */
    List<ComponentDecision> decisions(String program) {
        return jdbc.sql("""
                        select component, decision, product, business_owner, technical_owner, functional_fit,
                            technical_fit, master_of, pattern, wave, reason, exit_cost, migration_plan, revisit
                        from architecture_decision
                        where program = :program
                          and round = (select max(round) from architecture_decision where program = :program)
                        order by component
                        """)
                .param("program", program)
                .query((row, at) -> decision(row))
                .list();
    }

    private static ComponentDecision decision(ResultSet row) throws SQLException {
        String masterOf = row.getString("master_of");
        return new ComponentDecision(
                row.getString("component"),
                Decision.valueOf(row.getString("decision")),
                row.getString("product"),
                row.getString("business_owner"),
                row.getString("technical_owner"),
                row.getObject("functional_fit", Integer.class),
                row.getObject("technical_fit", Integer.class),
                masterOf == null ? null : DataDomain.valueOf(masterOf),
                row.getString("pattern"),
                row.getObject("wave", Integer.class),
                row.getString("reason"),
                row.getBigDecimal("exit_cost"),
                row.getString("migration_plan"),
                row.getObject("revisit", LocalDate.class));
    }

    /** The verdicts on the newest decisions; empty as long as nobody has looked at these. */
    List<Review> reviews(String program) {
        return reviews(program, latest("architecture_decision", program));
    }

    /** The newest verdicts of any round, to start from when asked again. */
    List<Review> lastReviews(String program) {
        return reviews(program, latest("architecture_review", program));
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
            rows.add(Arrays.asList(
                    program,
                    round,
                    one.component(),
                    one.decision().name(),
                    one.product(),
                    one.businessOwner(),
                    one.technicalOwner(),
                    one.functionalFit(),
                    one.technicalFit(),
                    one.masterOf() == null ? null : one.masterOf().name(),
                    one.pattern(),
                    one.wave(),
                    one.reason(),
                    one.exitCost(),
                    one.migrationPlan(),
                    one.revisit()));
        }
        insert(
                "architecture_decision (program, round, component, decision, product, business_owner,"
                        + " technical_owner, functional_fit, technical_fit, master_of, pattern, wave, reason,"
                        + " exit_cost, migration_plan, revisit)",
                rows);
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
        OffsetDateTime now = now();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Review review : reviews) {
            rows.add(Arrays.asList(
                    program, round, review.component(), person, review.verdict().name(), review.reason(), now));
        }
        insert("architecture_review (program, round, component, person, verdict, reason, reviewed_at)", rows);
    }

    void saveAgreed(String program, String summary, String person) {
        jdbc.sql("""
                        update architecture_round set summary = ?, agreed_by = ?, agreed_at = ?
                        where program = ? and round = ?
                        """).params(summary, person, now(), program, round(program)).update();
    }

    // one statement for all rows: a completion must not cost a round trip per component
    private void insert(String into, List<List<@Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String row = "(" + String.join(", ", Collections.nCopies(rows.get(0).size(), "?")) + ")";
        List<@Nullable Object> params = new ArrayList<>();
        rows.forEach(params::addAll);
        jdbc.sql("insert into " + into + " values " + String.join(", ", Collections.nCopies(rows.size(), row)))
                .params(params)
                .update();
    }

    private int latest(String table, String program) {
        return jdbc.sql("select coalesce(max(round), 1) from " + table + " where program = ?")
                .param(program)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
