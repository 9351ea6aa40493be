package org.waymark.model.values;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One person's vote as it is kept: the points in writing, the three values tapped before, and what a customer told them. */
record Vote(
        String person,
        String points,
        @Nullable String fact,
        @Nullable String factFrom,
        @Nullable LocalDate factDate,
        @Nullable String factValue,
        @Nullable String recall) {

    static Vote of(String person, WeighDraft draft) {
        return new Vote(
                person,
                Weights.written(draft.given()),
                draft.fact(),
                draft.factFrom(),
                draft.factDate(),
                draft.factValue(),
                String.join(" ", draft.recall().stream().sorted().toList()));
    }

    Map<String, Integer> given() {
        return Weights.read(points);
    }

    List<String> recalled() {
        return recall == null || recall.isEmpty() ? List.of() : List.of(recall.split(" ", -1));
    }

    /** What the seal is made of: the points on the first line, then the rest, a line each. */
    String sealed() {
        return String.join(
                "\n",
                points,
                Objects.requireNonNullElse(fact, ""),
                Objects.requireNonNullElse(factFrom, ""),
                String.valueOf(factDate),
                Objects.requireNonNullElse(factValue, ""),
                Objects.requireNonNullElse(recall, ""));
    }
}
