package org.waymark.model.values;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person's points so far, and one thing a customer told them. */
record WeighDraft(Map<String, Integer> weights, @Nullable String fact) {

    WeighDraft {
        // A slider left at nothing is no answer: only what was given is kept.
        weights = weights == null ? Map.of() : Collections.unmodifiableMap(Weights.given(weights));
        fact = fact == null || fact.isBlank() ? null : fact.strip();
    }

    Map<String, Integer> given() {
        return weights;
    }
}
