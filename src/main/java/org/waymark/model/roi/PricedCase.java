package org.waymark.model.roi;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case with its money worked out: every line, and the sums of those that count. */
record PricedCase(CaseDraft stated, List<PricedLine> benefits, List<PricedLine> costs, BusinessCase sums) {

    static PricedCase of(CaseDraft stated, List<PricedLine> benefits, List<PricedLine> costs) {
        List<Line> counted = Stream.concat(benefits.stream(), costs.stream())
                .filter(PricedLine::counted)
                .map(PricedLine::line)
                .filter(Objects::nonNull)
                .toList();
        return new PricedCase(stated, benefits, costs, new BusinessCase(stated.assumptions(), counted));
    }

    List<PricedLine> lines() {
        return Stream.concat(benefits.stream(), costs.stream()).toList();
    }

    List<PricedLine> reviewable() {
        return lines().stream().filter(PricedLine::reviewable).toList();
    }

    List<List<String>> overlaps() {
        Set<String> counted = benefits.stream()
                .filter(PricedLine::counted)
                .map(PricedLine::template)
                .collect(Collectors.toSet());
        return BusinessCase.overlaps(counted);
    }

    Appraisal scenario(String name) {
        return sums.in(stated.scenario(name)).all();
    }

    String name(String line) {
        return lines().stream()
                .filter(l -> l.id().equals(line))
                .map(PricedLine::name)
                .findFirst()
                .orElse(line);
    }
}
