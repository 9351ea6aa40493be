package org.waymark.model.values;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One person's ballot so far: three values tapped before anything else, the points, one thing a customer told them (where
 * and when they heard it, and which value it speaks for), and a leader's answer to the scorecard question.
 */
record WeighDraft(
        List<String> recall,
        Map<String, Integer> weights,
        @Nullable String fact,
        @Nullable String factFrom,
        @Nullable LocalDate factDate,
        @Nullable String factValue,
        Scorecard scorecard) {

    static final WeighDraft EMPTY = new WeighDraft(List.of(), Map.of(), null, null, null, null, Scorecard.BLANK);

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
    }

    Map<String, Integer> given() {
        return weights;
    }
}
