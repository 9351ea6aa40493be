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
        figures(program, round, id, "INPUT", line.inputs());
        figures(program, round, id, "YEAR", line.amounts());
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

    void cost(String program, int round, String id, int place, CostLine line) {
        jdbc.sql("""
                        insert into roi_line (program, round_no, line, side, place, template, label, running_years,
                            evidence)
                        values (?, ?, ?, 'COST', ?, ?, ?, ?, ?)
                        """)
                .params(nullable(
                        program, round, id, place, line.template(), line.label(), line.years(), line.evidence()))
                .update();
        figures(program, round, id, "INPUT", line.inputs());
        figures(program, round, id, "YEAR", line.amounts());
    }

    void figures(String program, int round, String line, String purpose, Map<String, @Nullable BigDecimal> amounts) {
        jdbc.sql("delete from roi_figure where program = ? and round_no = ? and line = ? and purpose = ?")
                .params(program, round, line, purpose)
                .update();
        Rows.insert(
                jdbc,
                "roi_figure (program, round_no, line, purpose, name, amount)",
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
