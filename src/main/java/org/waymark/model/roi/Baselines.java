package org.waymark.model.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the locked plans; a plan is added and never changed. */
@Repository
class Baselines {

    private static final int SCALE = 8;

    private final JdbcClient jdbc;

    Baselines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Head(
            int versionNo,
            int roundNo,
            OffsetDateTime locked,
            LocalDate starts,
            String currency,
            int horizonYears,
            BigDecimal rate,
            BigDecimal npv,
            BigDecimal npvCash) {}

    private record PlanLine(
            String line, String kind, String name, @Nullable String owner) {}

    private record PlanYear(String line, BigDecimal amount) {}

    /** The plan in force: the one that was locked last. */
    Optional<Baseline> latest(String program) {
        return heads(program).stream().findFirst().map(head -> plan(program, head));
    }

    /** Every plan that was ever locked, the newest first. */
    List<Baseline> all(String program) {
        return heads(program).stream().map(head -> plan(program, head)).toList();
    }

    private List<Head> heads(String program) {
        return jdbc.sql("""
                        select version_no, round_no, locked, starts, currency, horizon_years, rate, npv, npv_cash
                        from roi_baseline where program = :program order by version_no desc
                        """).param("program", program).query(Head.class).list();
    }

    private Baseline plan(String program, Head head) {
        Map<String, List<BigDecimal>> years = new HashMap<>();
        jdbc.sql("""
                        select line, amount from roi_plan_year where program = :program and version_no = :version
                        order by line, at_year
                        """)
                .param("program", program)
                .param("version", head.versionNo())
                .query(PlanYear.class)
                .list()
                .forEach(year -> years.computeIfAbsent(year.line(), line -> new ArrayList<>())
                        .add(year.amount()));
        List<Baseline.Planned> lines = jdbc
                .sql("""
                        select line, kind, name, owner from roi_plan_line
                        where program = :program and version_no = :version order by place
                        """)
                .param("program", program)
                .param("version", head.versionNo())
                .query(PlanLine.class)
                .list()
                .stream()
                .map(line -> new Baseline.Planned(
                        line.line(),
                        Kind.valueOf(line.kind()),
                        line.name(),
                        line.owner(),
                        years.getOrDefault(line.line(), List.of())))
                .toList();
        return new Baseline(
                program,
                head.versionNo(),
                head.roundNo(),
                head.locked(),
                head.starts(),
                head.currency(),
                head.horizonYears(),
                head.rate(),
                head.npv(),
                head.npvCash(),
                lines);
    }

    void add(Baseline plan) {
        jdbc.sql("""
                        insert into roi_baseline (program, version_no, round_no, locked, starts, currency,
                            horizon_years, rate, npv, npv_cash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        plan.program(),
                        plan.version(),
                        plan.round(),
                        plan.locked(),
                        plan.starts(),
                        plan.currency(),
                        plan.horizonYears(),
                        plan.rate(),
                        plan.npv(),
                        plan.npvCash())
                .update();
        List<List<@Nullable Object>> lines = new ArrayList<>();
        List<List<@Nullable Object>> years = new ArrayList<>();
        for (Baseline.Planned line : plan.lines()) {
            lines.add(LineWriter.nullable(
                    plan.program(),
                    plan.version(),
                    line.line(),
                    lines.size(),
                    line.kind().name(),
                    line.name(),
                    line.owner()));
            for (int year = 0; year < line.years().size(); year++) {
                years.add(LineWriter.nullable(
                        plan.program(),
                        plan.version(),
                        line.line(),
                        year,
                        line.years().get(year)));
            }
        }
        insert("roi_plan_line (program, version_no, line, place, kind, name, owner)", lines);
        insert("roi_plan_year (program, version_no, line, at_year, amount)", years);
    }

    /** All rows in one statement: locking must not make a decision slow. */
    private void insert(String columns, List<List<@Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String one = "(" + "?, ".repeat(rows.get(0).size() - 1) + "?)";
        List<@Nullable Object> params = new ArrayList<>();
        rows.forEach(params::addAll);
        jdbc.sql("insert into " + columns + " values "
                        + String.join(", ", rows.stream().map(row -> one).toList()))
                .params(params)
                .update();
    }

    /** As exact as the tables keep it. */
    static BigDecimal kept(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
