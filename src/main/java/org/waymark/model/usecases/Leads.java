package org.waymark.model.usecases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who speaks for which function in this program's team. */
record Leads(Map<String, String> perFunction) implements Function<String, Optional<String>> {

    @Override
    public Optional<String> apply(@Nullable String function) {
        return function == null ? Optional.empty() : Optional.ofNullable(perFunction.get(function));
    }

    /** The people whose yes is needed for these use cases, each once. */
    Set<String> signatories(List<Choice> choices) {
        Set<String> people = new LinkedHashSet<>();
        for (Choice choice : choices) {
            for (Side side : Side.values()) {
                apply(choice.function(side)).ifPresent(people::add);
            }
        }
        return people;
    }
}
