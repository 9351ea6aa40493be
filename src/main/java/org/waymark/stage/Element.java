package org.waymark.stage;

import java.util.List;

/**
 * One thing an agreed record holds and the things it serves, towards the values. {@code agreed} says in neutral words
 * what was agreed about it, so that a change can be told; {@code standing} says it in the reader's.
 */
public record Element(Kind kind, String id, String name, String agreed, String standing, List<String> serves) {

    /** From what is worth doing to what it runs on. */
    public enum Kind {
        VALUE,
        CAPABILITY,
        DIMENSION,
        BENEFIT,
        USE_CASE,
        STATEMENT,
        COMPONENT
    }
}
