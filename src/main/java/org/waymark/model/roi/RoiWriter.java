package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what people handed in to a round's tables. */
@Repository
class RoiWriter {

    private final JdbcClient jdbc;
    private final RoiCases cases;
    private final RoiRounds rounds;

    RoiWriter(JdbcClient jdbc, RoiCases cases, RoiRounds rounds) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.rounds = rounds;
    }

    /** Takes the chosen benefits; what is known of a line that stays is kept, costs are not touched. */
    void choose(String program, int round, List<ChoiceDraft.Choice> chosen) {
        Map<String, RoiCases.Kept> before = cases.lines(program, round).stream()
                .filter(RoiCases.Kept::benefit)
                .collect(Collectors.toMap(RoiCases.Kept::line, kept -> kept));
        for (String line : before.keySet()) {
            if (chosen.stream().noneMatch(choice -> line.equals(choice.template()))) {
                remove(program, round, line);
            }
        }
        for (int place = 0; place < chosen.size(); place++) {
            ChoiceDraft.Choice choice = chosen.get(place);
            String line = String.valueOf(choice.template());
            if (before.containsKey(line)) {
                jdbc.sql("update roi_line set owner = ?, place = ? where program = ? and round_no = ? and line = ?")
                        .params(choice.owner(), place, program, round, line)
                        .update();
            } else {
                insert(program, round, line, place, BenefitLine.blank(line, choice.owner(), Map.of()));
            }
        }
    }

    /** Takes one owner's estimate of one line, with the amount it came to; whoever estimates is the owner from now on. */
    void estimate(String program, int round, BenefitLine line, String by, @Nullable BigDecimal amount) {
        String id = String.valueOf(line.template());
        jdbc.sql("""
                        update roi_line set owner = ?, baseline = ?, confidence = ?, basis = ?, evidence = ?,
                            owner_amount = ?, estimated_by = ?, estimated = ?
                        where program = ? and round_no = ? and line = ?
                        """)
                .params(nullable(
                        line.owner(),
                        line.baseline(),
                        line.confidence(),
                        name(line.basis()),
                        line.evidence(),
                        amount,
                        by,
                        rounds.now(),
                        program,
                        round,
                        id))
                .update();
        figures(program, round, id, "INPUT", line.inputs());
    }

    /** Takes the whole case; a chosen benefit the case no longer names stays on record, left out. */
    void build(String program, int round, CaseDraft draft, String by) {
        terms(program, round, draft);
        List<String> benefitIds = draft.benefitIds();
        for (int i = 0; i < benefitIds.size(); i++) {
            benefit(program, round, benefitIds.get(i), i, draft.benefits().get(i));
        }
        for (RoiCases.Kept kept : cases.lines(program, round)) {
            if (kept.benefit() && !benefitIds.contains(kept.line())) {
                jdbc.sql("update roi_line set included = false where program = ? and round_no = ? and line = ?")
                        .params(program, round, kept.line())
                        .update();
            } else if (!kept.benefit()) {
                remove(program, round, kept.line());
            }
        }
        List<String> costIds = draft.costIds();
        for (int i = 0; i < costIds.size(); i++) {
            if (!draft.costs().get(i).empty()) {
                cost(program, round, costIds.get(i), i, draft.costs().get(i));
            }
        }
        figures(program, round, RoiCases.CAPACITY, "INPUT", draft.capacity());
        rounds.built(program, round, by);
    }

    private void terms(String program, int round, CaseDraft draft) {
        Assumptions terms = draft.assumptions();
        Factors cautious = draft.scenario(Factors.CAUTIOUS);
        Factors stretch = draft.scenario(Factors.STRETCH);
        jdbc.sql("""
                        update roi_round set horizon_years = ?, rate = ?, contingency = ?, cautious_benefits = ?,
                            cautious_costs = ?, stretch_benefits = ?, stretch_costs = ?
                        where program = ? and round_no = ?
                        """)
                .params(
                        terms.horizonYears(),
                        terms.rate(),
                        terms.contingency(),
                        cautious.of(Kind.CASH),
                        cautious.of(Kind.COST),
                        stretch.of(Kind.CASH),
                        stretch.of(Kind.COST),
                        program,
                        round)
                .update();
        jdbc.sql("delete from roi_ramp where program = ? and round_no = ?")
                .params(program, round)
                .update();
        for (int i = 0; i < terms.ramp().size(); i++) {
            jdbc.sql("insert into roi_ramp (program, round_no, at_year, portion) values (?, ?, ?, ?)")
                    .params(program, round, i + 1, terms.ramp().get(i))
                    .update();
        }
    }

    private void benefit(String program, int round, String id, int place, BenefitLine line) {
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

    private void insert(String program, int round, String id, int place, BenefitLine line) {
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

    private void cost(String program, int round, String id, int place, CostLine line) {
        jdbc.sql("""
                        insert into roi_line (program, round_no, line, side, place, template, label, running_years)
                        values (?, ?, ?, 'COST', ?, ?, ?, ?)
                        """)
                .params(nullable(program, round, id, place, line.template(), line.label(), line.years()))
                .update();
        figures(program, round, id, "INPUT", line.inputs());
        figures(program, round, id, "YEAR", line.amounts());
    }

    void review(String program, int round, List<Review> reviews, String by) {
        jdbc.sql("delete from roi_review where program = ? and round_no = ?")
                .params(program, round)
                .update();
        for (Review review : reviews) {
            jdbc.sql(
                            "insert into roi_review (program, round_no, line, verdict, amount, reason) values (?, ?, ?, ?, ?, ?)")
                    .params(nullable(
                            program, round, review.id(), name(review.verdict()), review.amount(), review.reason()))
                    .update();
        }
        rounds.reviewed(program, round, by);
    }

    private void figures(
            String program, int round, String line, String purpose, Map<String, @Nullable BigDecimal> amounts) {
        jdbc.sql("delete from roi_figure where program = ? and round_no = ? and line = ? and purpose = ?")
                .params(program, round, line, purpose)
                .update();
        Pricing.given(amounts)
                .forEach((name, amount) -> jdbc.sql(
                                "insert into roi_figure (program, round_no, line, purpose, name, amount) values (?, ?, ?, ?, ?, ?)")
                        .params(program, round, line, purpose, name, amount)
                        .update());
    }

    private void remove(String program, int round, String line) {
        for (String table : List.of("roi_line", "roi_figure", "roi_review")) {
            jdbc.sql("delete from " + table + " where program = ? and round_no = ? and line = ?")
                    .params(program, round, line)
                    .update();
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static List<@Nullable Object> nullable(@Nullable Object... params) {
        List<@Nullable Object> list = new ArrayList<>();
        java.util.Collections.addAll(list, params);
        return list;
    }
}
