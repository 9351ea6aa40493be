package org.waymark.model.usecases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.catalogue.UseCase;

/** Why a use case stands where it stands in the list: the parts of its score, for people to judge. */
record Priority(String useCase, BigDecimal points, List<String> served, int ready, int needed, Effort effort) {

    /** Highest score first; among equals what would score most once everything is ready, then the catalogue's order. */
    static final Comparator<Priority> HIGHEST_FIRST = Comparator.comparing(Priority::score)
            .thenComparing(Priority::whenReady)
            .reversed()
            .thenComparing(Priority::useCase);

    static Priority of(UseCase useCase, Map<String, BigDecimal> weights, Set<String> ready) {
        List<String> served =
                useCase.values().stream().filter(weights::containsKey).toList();
        BigDecimal points = served.stream()
                .map(id -> weights.getOrDefault(id, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int there =
                (int) useCase.capabilities().stream().filter(ready::contains).count();
        return new Priority(
                useCase.id(), points, served, there, useCase.capabilities().size(), Effort.valueOf(useCase.effort()));
    }

    /** Points of the values served, times the share of needed capabilities that are there, divided by the effort. */
    public BigDecimal score() {
        return needed == 0 ? whenReady() : ratio(points.multiply(BigDecimal.valueOf(ready)), needed * effort.weight());
    }

    BigDecimal whenReady() {
        return ratio(points, effort.weight());
    }

    private static BigDecimal ratio(BigDecimal part, int whole) {
        return part.divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
