package org.waymark.model.operatingmodel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answers one person gives, item by item. */
record Answers(Map<String, @Nullable Answer> answers) {

    Answers {
        answers = answers == null ? Map.of() : new LinkedHashMap<>(answers);
    }

    Answer of(String item) {
        return Objects.requireNonNullElse(answers.get(item), Answer.NONE);
    }
}
