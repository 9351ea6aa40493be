package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The lines that count and what they add up to: everything, cash alone, and risk apart. */
record BusinessCase(Assumptions assumptions, List<Line> lines) {

    /** Below this nobody has measured it in our own house. */
    static final BigDecimal OWN_EVIDENCE = new BigDecimal("0.80");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<List<String>> OVERLAPPING =
            List.of(List.of("BEN-02", "BEN-03"), List.of("BEN-01", "BEN-04"), List.of("BEN-06", "BEN-07"));

    BusinessCase {
        lines = List.copyOf(lines);
    }

    Appraisal all() {
        return appraise(line -> true);
    }

    Appraisal cash() {
        return appraise(line -> line.kind() != Kind.RISK);
    }

    /** Expected losses avoided, alone: no costs against them, those are all in the cash view. */
    Appraisal risk() {
        return appraise(line -> line.kind() == Kind.RISK);
    }

    private Appraisal appraise(Predicate<Line> which) {
        return Appraisal.of(lines.stream().filter(which).toList(), assumptions.horizonYears(), assumptions.rate());
    }

    BusinessCase in(Factors scenario) {
        return new BusinessCase(
                assumptions,
                lines.stream().map(line -> line.times(scenario.of(line.kind()))).toList());
    }

    BusinessCase without(String line) {
        return new BusinessCase(
                assumptions, lines.stream().filter(l -> !l.id().equals(line)).toList());
    }

    List<Line> benefits() {
        return lines.stream().filter(line -> line.kind() != Kind.COST).toList();
    }

    /** The weakly supported line the net value leans on most. */
    Optional<Line> weakest() {
        return benefits().stream()
                .filter(line -> line.weight().compareTo(OWN_EVIDENCE) < 0)
                .filter(line -> line.present(assumptions.rate()).signum() > 0)
                .max(Comparator.comparing(line -> line.present(assumptions.rate())));
    }

    /**
     * Percent of the net value that would go with one weakly supported line. All of it (100) when the case would not pay
     * without that line.
     */
    BigDecimal weakestShare() {
        Optional<Line> weakest = weakest();
        if (weakest.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return shareOfNpv(weakest.get());
    }

    BigDecimal shareOfNpv(Line line) {
        BigDecimal npv = all().npv();
        BigDecimal present = line.present(assumptions.rate());
        if (npv.signum() <= 0 || present.compareTo(npv) >= 0) {
            return HUNDRED;
        }
        return present.max(BigDecimal.ZERO).multiply(HUNDRED, PRECISION).divide(npv, PRECISION);
    }

    /** Pairs of lines that are easily counted twice. */
    static List<List<String>> overlaps(Set<String> counted) {
        return OVERLAPPING.stream().filter(counted::containsAll).toList();
    }
}
