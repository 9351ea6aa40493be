package org.waymark.model.operatingmodel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How we will run it: who may decide what, whether the people suffice, why we agree although something is open, the
 * answers to statements nobody has answered before, and who decides in which matter.
 */
record OperatingAgreement(
        @Nullable String decisionRights,
        @Nullable Capacity capacity,
        @Nullable String reason,
        Map<String, @Nullable Answer> answers,
        Map<String, @Nullable Right> rights) {

    static final OperatingAgreement NONE = new OperatingAgreement(null, null, null, Map.of(), Map.of());

    OperatingAgreement {
        answers = answers == null ? Map.of() : new LinkedHashMap<>(answers);
        rights = rights == null ? Map.of() : new LinkedHashMap<>(rights);
    }

    /** The answers given here, without the rows left alone. */
    Map<String, Answer> given() {
        Map<String, Answer> given = new LinkedHashMap<>();
        answers.forEach((item, answer) -> {
            if (answer != null && answer.given()) {
                given.put(item, answer);
            }
        });
        return given;
    }

    Capacity check() {
        return Objects.requireNonNullElse(capacity, Capacity.NONE);
    }

    Right right(String topic) {
        return Objects.requireNonNullElse(rights.get(topic), Right.NONE);
    }

    /** Written in words, or somebody is named to decide in every matter. */
    boolean rightsWritten() {
        return inWords() || Right.TOPICS.stream().allMatch(topic -> right(topic).decided());
    }

    boolean inWords() {
        return decisionRights != null && !decisionRights.isBlank();
    }
}
