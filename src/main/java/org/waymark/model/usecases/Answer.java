package org.waymark.model.usecases;

import java.util.Optional;

/** What a team says to a use case it asks for or is asked to accept. */
enum Answer {
    YES,
    YES_WHEN,
    NO;

    static Optional<Answer> read(String text) {
        for (Answer answer : values()) {
            if (answer.name().equals(text)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    boolean agrees() {
        return this != NO;
    }

    boolean needsReason() {
        return this != YES;
    }
}
