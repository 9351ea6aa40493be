package org.waymark.model.architecture;

import java.sql.ResultSet;
import java.sql.SQLException;
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
                row.getObject("revisit", LocalDate.class),
                new Dossier(
                        row.getString("direction"),
                        row.getObject("live", LocalDate.class),
                        list(row.getString("depends_on")),
                        list(row.getString("cost_lines")),
                        row.getString("refused"),
                        row.getString("approver"),
                        row.getString("dissent"),
                        row.getObject("parallel_months", Integer.class),
                        row.getString("users_told")));
    }

    private static @Nullable String list(List<String> ids) {
        return ids.isEmpty() ? null : String.join(",", ids);
    }

    private static List<String> list(@Nullable String ids) {
        return ids == null ? List.of() : List.of(ids.split(","));
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
            Dossier more = one.dossier();
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
                    one.revisit(),
                    more.direction(),
                    more.live(),
                    list(more.dependsOn()),
                    list(more.costLines()),
                    more.refused(),
                    more.approver(),
                    more.dissent(),
                    more.parallelMonths(),
                    more.usersTold()));
        }
        tables.insert(
                "decision",
                "program, round, component, decision, product, business_owner,"
                        + " technical_owner, functional_fit, technical_fit, master_of, pattern, wave, reason,"
                        + " exit_cost, migration_plan, revisit, direction, live, depends_on, cost_lines, refused,"
                        + " approver, dissent, parallel_months, users_told",
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
                        """).params(summary, person, tables.now(), program, round(program)).update();
    }
}
