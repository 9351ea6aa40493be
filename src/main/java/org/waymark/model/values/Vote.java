package org.waymark.model.values;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person's vote as it is kept: the points in writing, and what a customer told them. */
record Vote(String person, String points, @Nullable String fact) {

    Map<String, Integer> given() {
        return Weights.read(points);
    }
}
