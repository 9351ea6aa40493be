package org.waymark.model.values;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One person's ballot so far: three values tapped before anything else, the points, one thing a customer told them (where
 * and when they heard it, and which value it speaks for), a leader's answer to the scorecard question, and in a small
 * program the wishes that a bigger one asks for later.
 */
record WeighDraft(
        List<String> recall,
        Map<String, Integer> weights,
        @Nullable String fact,
        @Nullable String factFrom,
        @Nullable LocalDate factDate,
        @Nullable String factValue,
        Scorecard scorecard,
        Map<String, @Nullable Integer> wish) {

    static final WeighDraft EMPTY =
            new WeighDraft(List.of(), Map.of(), null, null, null, null, Scorecard.BLANK, Map.of());

    WeighDraft {
        recall = recall == null
                ? List.of()
                : recall.stream()
                        .filter(Objects::nonNull)
                        .filter(id -> !id.isBlank())
                        .distinct()
                        .toList();
        // A slider left at nothing is no answer: only what was given is kept.
        weights = weights == null ? Map.of() : Collections.unmodifiableMap(Weights.given(weights));
        fact = AgreeDraft.text(fact);
        factFrom = AgreeDraft.text(factFrom);
        factValue = AgreeDraft.text(factValue);
        scorecard = Objects.requireNonNullElse(scorecard, Scorecard.BLANK);
        wish = wish == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(wish));
    }

    Map<String, Integer> given() {
        return weights;
    }

    /** The wishes that have been answered. */
    Map<String, Integer> wished() {
        Map<String, Integer> wished = new LinkedHashMap<>();
        wish.forEach((question, level) -> {
            if (level != null) {
                wished.put(question, level);
            }
        });
        return wished;
    }
}
