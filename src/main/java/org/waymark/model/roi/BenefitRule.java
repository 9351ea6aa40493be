package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How benefits are looked at after the gate: for this many quarters of the plan (8 are 24 months; never beyond its
 * horizon), and how far in percent a line may be from its plan to date before the sponsor is asked. Few questions cover
 * most of the money: the largest benefit lines that together make up this percentage of the planned benefit, and at least
 * that many of them. Costs and lines that promise nothing are not looked at.
 */
@ConfigurationProperties("waymark.benefits")
record BenefitRule(
        @DefaultValue("8") int quarters,
        @DefaultValue("20") int band,
        @DefaultValue("80") int share,
        @DefaultValue("3") int atLeast) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    BenefitRule {
        if (quarters < 1 || quarters > 40 || band < 1 || band > 100 || share < 1 || share > 100 || atLeast < 1) {
            throw new IllegalArgumentException("waymark.benefits: quarters is 1 to 40, band and share are 1 to 100"
                    + " percent, at-least is 1 or more");
        }
    }

    /** The lines that are looked at, the largest first; equal ones in the order of the plan. */
    List<Baseline.Planned> watched(Baseline plan) {
        List<Baseline.Planned> largest = plan.lines().stream()
                .filter(line -> line.kind() != Kind.COST && whole(line).signum() > 0)
                .sorted(Comparator.comparing(BenefitRule::whole).reversed())
                .toList();
        BigDecimal all = largest.stream().map(BenefitRule::whole).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal enough = all.multiply(BigDecimal.valueOf(share));
        List<Baseline.Planned> watched = new ArrayList<>();
        BigDecimal covered = BigDecimal.ZERO;
        for (Baseline.Planned line : largest) {
            if (watched.size() >= atLeast && covered.multiply(HUNDRED).compareTo(enough) >= 0) {
                break;
            }
            watched.add(line);
            covered = covered.add(whole(line));
        }
        return watched;
    }

    /** What a line promises over the whole plan, as the case counts it, not discounted. */
    static BigDecimal whole(Baseline.Planned line) {
        return line.years().stream().reduce(BigDecimal.ZERO, (a, b) -> a.add(b, PRECISION));
    }
}
