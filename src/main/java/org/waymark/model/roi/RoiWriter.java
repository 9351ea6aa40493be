package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.process.Rows;

/** Writes what people handed in to a round's tables. */
@Repository
class RoiWriter {

    private final JdbcClient jdbc;
    private final RoiCases cases;
    private final RoiRounds rounds;
    private final LineWriter lines;

    RoiWriter(JdbcClient jdbc, RoiCases cases, RoiRounds rounds, LineWriter lines) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.rounds = rounds;
        this.lines = lines;
    }

    /** Takes the chosen benefits; what is known of a line that stays is kept, costs are not touched. */
    void choose(String program, int round, List<ChoiceDraft.Choice> chosen) {
        Map<String, RoiCases.Kept> before = cases.lines(program, round).stream()
                .filter(RoiCases.Kept::benefit)
                .collect(Collectors.toMap(RoiCases.Kept::line, kept -> kept));
        for (String line : before.keySet()) {
            if (chosen.stream().noneMatch(choice -> line.equals(choice.template()))) {
                lines.remove(program, round, line);
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
                lines.insert(program, round, line, place, BenefitLine.blank(line, choice.owner(), Map.of()));
            }
        }
    }

    /** Takes one owner's estimate of one line, with the amount it came to; whoever estimates is the owner from now on. */
    void estimate(
            String program, int round, BenefitLine line, String by, @Nullable BigDecimal amount, boolean cannotSay) {
        String id = String.valueOf(line.template());
        jdbc.sql("""
                        update roi_line set owner = ?, baseline = ?, confidence = ?, basis = ?, evidence = ?,
                            owner_amount = ?, estimated_by = ?, estimated = ?, cannot_say = ?
                        where program = ? and round_no = ? and line = ?
                        """)
                .params(LineWriter.nullable(
                        line.owner(),
                        line.baseline(),
                        line.confidence(),
                        LineWriter.name(line.basis()),
                        line.evidence(),
                        amount,
                        by,
                        rounds.now(),
                        cannotSay,
                        program,
                        round,
                        id))
                .update();
        lines.figures(program, round, id, "INPUT", line.inputs());
    }

    /** Takes the whole case; a chosen benefit the case no longer names stays on record, left out. */
    void build(String program, int round, CaseDraft draft, String by) {
        terms(program, round, draft);
        List<LineWriter.Figures> figures = new ArrayList<>();
        List<String> benefitIds = draft.benefitIds();
        for (int i = 0; i < benefitIds.size(); i++) {
            BenefitLine line = draft.benefits().get(i);
            lines.benefit(program, round, benefitIds.get(i), i, line);
            figures.add(new LineWriter.Figures(benefitIds.get(i), "INPUT", line.inputs()));
            figures.add(new LineWriter.Figures(benefitIds.get(i), "YEAR", line.amounts()));
        }
        for (RoiCases.Kept kept : cases.lines(program, round)) {
            if (kept.benefit() && !benefitIds.contains(kept.line())) {
                jdbc.sql("update roi_line set included = false where program = ? and round_no = ? and line = ?")
                        .params(program, round, kept.line())
                        .update();
            } else if (!kept.benefit()) {
                lines.remove(program, round, kept.line());
            }
        }
        List<String> costIds = draft.costIds();
        List<LineWriter.Placed> costs = new ArrayList<>();
        for (int i = 0; i < costIds.size(); i++) {
            CostLine line = draft.costs().get(i);
            if (!line.empty()) {
                costs.add(new LineWriter.Placed(costIds.get(i), i, line));
                figures.add(new LineWriter.Figures(costIds.get(i), "INPUT", line.inputs()));
                figures.add(new LineWriter.Figures(costIds.get(i), "YEAR", line.amounts()));
            }
        }
        lines.costs(program, round, costs);
        figures.add(new LineWriter.Figures(RoiCases.CAPACITY, "INPUT", draft.capacity()));
        lines.figures(program, round, figures);
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

    /** Replaces finance's word on one line, after the gate. */
    void reviewOne(String program, int round, Review review) {
        jdbc.sql("delete from roi_review where program = ? and round_no = ? and line = ?")
                .params(program, round, review.id())
                .update();
        jdbc.sql("insert into roi_review (program, round_no, line, verdict, amount, reason) values (?, ?, ?, ?, ?, ?)")
                .params(LineWriter.nullable(
                        program,
                        round,
                        review.id(),
                        LineWriter.name(review.verdict()),
                        review.amount(),
                        review.reason()))
                .update();
    }

    void review(String program, int round, List<Review> reviews, String by) {
        jdbc.sql("delete from roi_review where program = ? and round_no = ?")
                .params(program, round)
                .update();
        Rows.insert(
                jdbc,
                "roi_review (program, round_no, line, verdict, amount, reason)",
                reviews,
                review -> LineWriter.nullable(
                        program,
                        round,
                        review.id(),
                        LineWriter.name(review.verdict()),
                        review.amount(),
                        review.reason()));
        rounds.reviewed(program, round, by);
    }
}
