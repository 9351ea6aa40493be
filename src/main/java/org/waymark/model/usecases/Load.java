package org.waymark.model.usecases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How many use cases each leader would carry at the same time; about three is what a person can. */
record Load(Map<String, List<String>> perLeader) {

    static final int LIMIT = 3;

    /** A leader counts once for a use case, also when the same person asks for it and accepts it. */
    static Load of(Collection<Choice> active, Function<String, Optional<String>> leadOf) {
        Map<String, List<String>> carried = new LinkedHashMap<>();
        for (Choice choice : active) {
            Set<String> leaders = new LinkedHashSet<>();
            for (Side side : Side.values()) {
                String function = choice.function(side);
                if (function != null) {
                    leadOf.apply(function).ifPresent(leaders::add);
                }
            }
            leaders.forEach(leader -> carried.computeIfAbsent(leader, someone -> new ArrayList<>())
                    .add(choice.useCase()));
        }
        return new Load(carried);
    }

    List<String> aboveLimit() {
        return perLeader.entrySet().stream()
                .filter(entry -> entry.getValue().size() > LIMIT)
                .map(Map.Entry::getKey)
                .toList();
    }
}
