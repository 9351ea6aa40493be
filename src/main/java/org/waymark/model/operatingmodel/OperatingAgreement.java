package org.waymark.model.operatingmodel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How we will run it: who may decide what, whether the people suffice, why we agree although something is open, and the
 * answers to statements nobody has answered before.
 */
record OperatingAgreement(
        @Nullable String decisionRights,
        @Nullable Capacity capacity,
        @Nullable String reason,
        Map<String, @Nullable Answer> answers) {

    static final OperatingAgreement NONE = new OperatingAgreement(null, null, null);

    OperatingAgreement {
        answers = answers == null ? Map.of() : new LinkedHashMap<>(answers);
    }

    OperatingAgreement(@Nullable String decisionRights, @Nullable Capacity capacity, @Nullable String reason) {
        this(decisionRights, capacity, reason, Map.of());
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

    boolean rightsWritten() {
        return decisionRights != null && !decisionRights.isBlank();
    }
}
