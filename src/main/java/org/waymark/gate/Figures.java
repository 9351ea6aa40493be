package org.waymark.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.stage.Fact;

/** The few figures at the head of a review, and what has changed since the one before. */
@Component
class Figures {

    /** The figures worth a card, in their order; what a stage does not state is left out. */
    private static final List<String> WORTH_A_CARD = List.of(
            "npv",
            "roiPercent",
            "paybackMonths",
            "benefitLinesCounted",
            "valuesAgreed",
            "weighedPercent",
            "votedPercent",
            "useCasesInFirstWave",
            "functionsBeyondMarketing",
            "quickWinsWithin90Days",
            "topGapsWithoutOwner",
            "capabilitiesWithoutNeedOrHave",
            "itemsUnanswered",
            "neededComponentsUndecided",
            "objectionsOpen");

    private static final Map<String, String> BESIDE = Map.of("npv", "npvCash");
    private static final int CARDS = 3;

    private final Wording words;

    Figures(Wording words) {
        this.words = words;
    }

    /** A card: what it is, the figure, a line beneath. */
    record Figure(String label, String value, @Nullable String note) {}

    List<Figure> of(List<Fact> facts, @Nullable List<Fact> before, String currency) {
        Map<String, Fact> byName = facts.stream().collect(Collectors.toMap(Fact::name, fact -> fact, (a, b) -> b));
        List<Figure> figures = new ArrayList<>();
        for (String name : WORTH_A_CARD) {
            Fact fact = byName.get(name);
            if (fact != null && figures.size() < CARDS) {
                figures.add(new Figure(
                        label(name),
                        words.value(fact.value(), fact.unit(), currency),
                        Optional.ofNullable(byName.get(BESIDE.getOrDefault(name, "")))
                                .map(cash -> words.text(
                                        "gate.figure.cash", words.value(cash.value(), cash.unit(), currency)))
                                .orElse(null)));
            }
        }
        figures.add(since(facts, before, currency));
        return figures;
    }

    private Figure since(List<Fact> facts, @Nullable List<Fact> before, String currency) {
        String label = words.text("gate.since");
        if (before == null) {
            return new Figure(label, "–", words.text("gate.since.first"));
        }
        Map<String, BigDecimal> old = before.stream().collect(Collectors.toMap(Fact::name, Fact::value, (a, b) -> b));
        List<Fact> changed = facts.stream()
                .filter(fact ->
                        !old.containsKey(fact.name()) || old.get(fact.name()).compareTo(fact.value()) != 0)
                .toList();
        String note = changed.stream()
                .filter(fact -> !label(fact.name()).isEmpty())
                .limit(3)
                .map(fact -> label(fact.name()) + " " + words.value(fact.value(), fact.unit(), currency))
                .collect(Collectors.joining(", "));
        return changed.isEmpty()
                ? new Figure(label, "–", words.text("gate.since.none"))
                : new Figure(label, words.text("gate.since.some", changed.size()), note.isEmpty() ? null : note);
    }

    private String label(String fact) {
        return words.textOr("gate.figure." + fact, "");
    }
}
