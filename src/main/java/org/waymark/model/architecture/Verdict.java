package org.waymark.model.architecture;

import java.util.Optional;

/** What a business owner says to a decision about their component. */
enum Verdict {
    ACCEPT,
    OBJECT,
    ABSTAIN;

    static Optional<Verdict> read(String text) {
        for (Verdict verdict : values()) {
            if (verdict.name().equals(text)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }
}
