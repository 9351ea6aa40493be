package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.process.Rows;

/** Writes single lines and their figures. */
@Repository
class LineWriter {

    private static final String FIGURES = "roi_figure (program, round_no, line, purpose, name, amount)";

    private final JdbcClient jdbc;

    LineWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void benefit(String program, int round, String id, int place, BenefitLine line) {
        int updated = jdbc.sql("""
                        update roi_line set place = ?, owner = ?, baseline = ?, confidence = ?, basis = ?, evidence = ?,
                            included = ?
                        where program = ? and round_no = ? and line = ?
                        """)
                .params(nullable(
                        place,
                        line.owner(),
                        line.baseline(),
                        line.confidence(),
                        name(line.basis()),
                        line.evidence(),
                        line.included(),
                        program,
                        round,
                        id))
                .update();
        if (updated == 0) {
            insert(program, round, id, place, line);
        }
    }

    void insert(String program, int round, String id, int place, BenefitLine line) {
        jdbc.sql("""
                        insert into roi_line (program, round_no, line, side, place, template, owner, baseline,
                            confidence, basis, evidence, included)
                        values (?, ?, ?, 'BENEFIT', ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(nullable(
                        program,
                        round,
                        id,
                        place,
                        line.template(),
                        line.owner(),
                        line.baseline(),
                        line.confidence(),
                        name(line.basis()),
                        line.evidence(),
                        line.included()))
                .update();
    }

    void costs(String program, int round, List<Placed> costs) {
        Rows.insert(
                jdbc,
                "roi_line (program, round_no, line, side, place, template, label, running_years, evidence)",
                costs,
                one -> nullable(
                        program,
                        round,
                        one.id(),
                        "COST",
                        one.place(),
                        one.line().template(),
                        one.line().label(),
                        one.line().years(),
                        one.line().evidence()));
    }

    /** A cost line with its name and its place in the case. */
    record Placed(String id, int place, CostLine line) {}

    /** What was typed for one line, by purpose. */
    record Figures(String line, String purpose, Map<String, @Nullable BigDecimal> amounts) {}

    /** Replaces the figures of several lines together. */
    void figures(String program, int round, List<Figures> all) {
        List<Object> lines = new ArrayList<>(List.of(program, round));
        all.stream().map(Figures::line).distinct().forEach(lines::add);
        jdbc.sql("delete from roi_figure where program = ? and round_no = ? and line in ("
                        + String.join(", ", Collections.nCopies(lines.size() - 2, "?")) + ")")
                .params(lines)
                .update();
        Rows.insert(
                jdbc,
                FIGURES,
                all.stream()
                        .flatMap(one -> Pricing.given(one.amounts()).entrySet().stream()
                                .map(given -> List.<Object>of(
                                        program, round, one.line(), one.purpose(), given.getKey(), given.getValue())))
                        .toList(),
                given -> given);
    }

    void figures(String program, int round, String line, String purpose, Map<String, @Nullable BigDecimal> amounts) {
        jdbc.sql("delete from roi_figure where program = ? and round_no = ? and line = ? and purpose = ?")
                .params(program, round, line, purpose)
                .update();
        Rows.insert(
                jdbc,
                FIGURES,
                List.copyOf(Pricing.given(amounts).entrySet()),
                one -> List.of(program, round, line, purpose, one.getKey(), one.getValue()));
    }

    void remove(String program, int round, String line) {
        for (String table : List.of("roi_line", "roi_figure", "roi_review")) {
            jdbc.sql("delete from " + table + " where program = ? and round_no = ? and line = ?")
                    .params(program, round, line)
                    .update();
        }
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static List<@Nullable Object> nullable(@Nullable Object... params) {
        List<@Nullable Object> list = new ArrayList<>();
        Collections.addAll(list, params);
        return list;
    }
}
