package org.waymark.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.stage.Fact;

/** What a review found for one criterion: its own copy, so that changing the criterion never rewrites the past. */
public record Finding(
        String criterion,
        String text,
        String fact,
        String unit,
        @Nullable BigDecimal measured,
        Comparison comparison,
        BigDecimal threshold,
        int weight,
        Binding kind,
        boolean met,
        String suppliedBy,
        @Nullable String waiverReason,
        @Nullable String waiverBy,
        boolean waived) {

    static final String REOPENED = "reopened-gates";

    /** Gates before this one that are open again; nobody can let that pass. */
    static Finding reopened(long gates, String text) {
        return new Finding(
                REOPENED,
                text,
                "reopenedGates",
                "count",
                BigDecimal.valueOf(gates),
                Comparison.EQUALS,
                BigDecimal.ZERO,
                3,
                Binding.BLOCKING,
                false,
                "SPONSOR",
                null,
                null,
                false);
    }

    /** Holds the facts of a stage against its criteria; a fact nobody stated counts as not met. */
    static List<Finding> measure(
            List<Criterion> criteria, List<Fact> facts, String depth, Function<Criterion, String> words) {
        Map<String, Fact> byName = facts.stream().collect(Collectors.toMap(Fact::name, fact -> fact, (a, b) -> b));
        return criteria.stream()
                .map(criterion ->
                        of(criterion, Optional.ofNullable(byName.get(criterion.fact())), depth, words.apply(criterion)))
                .toList();
    }

    /** The same finding with its numbers written one way, to be held against another. */
    Finding plain() {
        return new Finding(
                criterion,
                text,
                fact,
                unit,
                measured == null
                        ? null
                        : measured.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros(),
                comparison,
                threshold.stripTrailingZeros(),
                weight,
                kind,
                met,
                suppliedBy,
                waiverReason,
                waiverBy,
                waived);
    }

    private static Finding of(Criterion criterion, Optional<Fact> fact, String depth, String text) {
        return new Finding(
                criterion.id(),
                text,
                criterion.fact(),
                fact.map(Fact::unit).orElse("missing"),
                fact.map(Fact::value).orElse(null),
                criterion.comparison(),
                criterion.threshold(),
                criterion.weight(),
                criterion.bindingAt(depth),
                fact.filter(found -> criterion.comparison().holds(found.value(), criterion.threshold()))
                        .isPresent(),
                criterion.suppliedBy(),
                null,
                null,
                false);
    }

    Finding requesting(@Nullable String reason, @Nullable String by) {
        return new Finding(
                criterion,
                text,
                fact,
                unit,
                measured,
                comparison,
                threshold,
                weight,
                kind,
                met,
                suppliedBy,
                reason,
                by,
                waived);
    }

    /** No go of any kind is possible while this one is open. */
    public boolean blocks() {
        return !met && kind == Binding.BLOCKING;
    }

    /** A go has to answer for this one, by a waiver or a condition. */
    public boolean needsAnswer() {
        return !met && kind == Binding.MANDATORY;
    }

    /** Somebody asked the sponsor to let this one pass, and said why. */
    public boolean waiverAsked() {
        return waiverReason != null;
    }
}
