package org.waymark.model.roi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plan a gate said go to: what every line that counts brings or costs in each year, as the case counts it (weighed
 * with confidence or contingency, not discounted; dcfts.md 3.4). Year 0 is the start, year 1 begins on {@code starts}.
 */
record Baseline(
        String program,
        int version,
        int round,
        OffsetDateTime locked,
        LocalDate starts,
        String currency,
        int horizonYears,
        BigDecimal rate,
        BigDecimal npv,
        BigDecimal npvCash,
        List<Planned> lines) {

    Baseline {
        lines = List.copyOf(lines);
    }

    /** One line of the plan with its amount in each year from year 0 on. */
    record Planned(
            String line, Kind kind, String name, @Nullable String owner, List<BigDecimal> years) {

        Planned {
            years = List.copyOf(years);
        }
    }

    Optional<Planned> line(String id) {
        return lines.stream().filter(line -> line.line().equals(id)).findFirst();
    }

    /** Whether another plan promises the same money in the same years. */
    boolean same(Baseline other) {
        return horizonYears == other.horizonYears && npv.compareTo(other.npv) == 0 && lines.equals(other.lines);
    }
}
