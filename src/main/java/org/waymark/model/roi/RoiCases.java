package org.waymark.model.roi;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a round's case back from its tables in the shape people state it. */
@Repository
class RoiCases {

    static final String CAPACITY = "CAPACITY";

    private final JdbcClient jdbc;

    RoiCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line as it is kept. */
    record Kept(
            String line,
            String side,
            String template,
            @Nullable String label,
            @Nullable String owner,
            @Nullable String baseline,
            @Nullable BigDecimal confidence,
            @Nullable String basis,
            @Nullable String evidence,
            @Nullable Boolean included,
            @Nullable Integer runningYears,
            @Nullable BigDecimal ownerAmount,
            @Nullable String estimatedBy,
            @Nullable OffsetDateTime estimated,
            @Nullable Boolean cannotSay) {

        boolean benefit() {
            return "BENEFIT".equals(side);
        }
    }

    private record Terms(
            int horizonYears,
            BigDecimal rate,
            BigDecimal contingency,
            BigDecimal cautiousBenefits,
            BigDecimal cautiousCosts,
            BigDecimal stretchBenefits,
            BigDecimal stretchCosts) {}

    private record Figure(String line, String purpose, String name, BigDecimal amount) {}

    private record Word(
            String line,
            String verdict,
            @Nullable BigDecimal amount,
            @Nullable String reason) {}

    List<String> ownedBy(String person) {
        return jdbc.sql("select distinct program from roi_line where owner = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    List<Kept> lines(String program, int round) {
        return jdbc.sql("""
                        select line, side, template, label, owner, baseline, confidence, basis, evidence, included,
                            running_years, owner_amount, estimated_by, estimated, cannot_say
                        from roi_line where program = :program and round_no = :round order by side, place
                        """)
                .param("program", program)
                .param("round", round)
                .query(Kept.class)
                .list();
    }

    /** The case of a round; empty before the stage was ever opened. */
    Optional<CaseDraft> find(String program, int round) {
        Optional<Terms> found = jdbc.sql("""
                        select horizon_years, rate, contingency, cautious_benefits, cautious_costs, stretch_benefits,
                            stretch_costs
                        from roi_round where program = :program and round_no = :round
                        """)
                .param("program", program)
                .param("round", round)
                .query(Terms.class)
                .optional();
        return found.map(terms -> draft(program, round, terms));
    }

    private CaseDraft draft(String program, int round, Terms terms) {
        Map<String, Map<String, @Nullable BigDecimal>> inputs = new HashMap<>();
        Map<String, Map<String, @Nullable BigDecimal>> years = new HashMap<>();
        for (Figure figure : figures(program, round)) {
            ("YEAR".equals(figure.purpose()) ? years : inputs)
                    .computeIfAbsent(figure.line(), line -> new LinkedHashMap<>())
                    .put(figure.name(), plain(figure.amount()));
        }
        List<BenefitLine> benefits = new ArrayList<>();
        List<CostLine> costs = new ArrayList<>();
        for (Kept kept : lines(program, round)) {
            Map<String, @Nullable BigDecimal> of = inputs.getOrDefault(kept.line(), Map.of());
            Map<String, @Nullable BigDecimal> by = years.getOrDefault(kept.line(), Map.of());
            if (kept.benefit()) {
                benefits.add(benefit(kept, of, by));
            } else {
                costs.add(new CostLine(kept.template(), kept.label(), of, kept.runningYears(), by, kept.evidence()));
            }
        }
        return new CaseDraft(
                terms.horizonYears(),
                plain(terms.rate()),
                ramp(program, round),
                plain(terms.contingency()),
                benefits,
                costs,
                Map.of(
                        Factors.CAUTIOUS,
                        new Factors(plain(terms.cautiousBenefits()), plain(terms.cautiousCosts())),
                        Factors.STRETCH,
                        new Factors(plain(terms.stretchBenefits()), plain(terms.stretchCosts()))),
                inputs.getOrDefault(CAPACITY, Map.of()));
    }

    private static BenefitLine benefit(
            Kept kept, Map<String, @Nullable BigDecimal> inputs, Map<String, @Nullable BigDecimal> years) {
        return new BenefitLine(
                kept.template(),
                kept.owner(),
                inputs,
                kept.baseline(),
                kept.confidence() == null ? null : plain(kept.confidence()),
                kept.basis() == null ? null : Basis.valueOf(kept.basis()),
                kept.evidence(),
                kept.included(),
                years);
    }

    private List<Figure> figures(String program, int round) {
        return jdbc.sql("""
                        select line, purpose, name, amount from roi_figure
                        where program = :program and round_no = :round order by line, purpose, name
                        """)
                .param("program", program)
                .param("round", round)
                .query(Figure.class)
                .list();
    }

    private List<@Nullable BigDecimal> ramp(String program, int round) {
        return jdbc
                .sql("select portion from roi_ramp where program = :program and round_no = :round order by at_year")
                .param("program", program)
                .param("round", round)
                .query(BigDecimal.class)
                .list()
                .stream()
                .map(RoiCases::plain)
                .collect(Collectors.toList());
    }

    Map<String, Review> reviews(String program, int round) {
        return jdbc
                .sql(
                        "select line, verdict, amount, reason from roi_review where program = :program and round_no = :round")
                .param("program", program)
                .param("round", round)
                .query(Word.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Word::line,
                        word -> new Review(
                                word.line(),
                                Verdict.valueOf(word.verdict()),
                                word.amount() == null ? null : plain(word.amount()),
                                word.reason())));
    }

    /** Without the zeros the column adds. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
