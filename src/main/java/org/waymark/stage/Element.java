package org.waymark.stage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing an agreed record holds and the things it serves, towards the values. {@code agreed} says in neutral words
 * what was agreed about it, so that a change can be told; {@code standing} says it in the reader's. {@code details} holds
 * everything else that was agreed of it; nothing where that is not known.
 */
public record Element(
        Kind kind,
        String id,
        String name,
        String agreed,
        String standing,
        List<String> serves,
        @Nullable String details) {

    public Element(Kind kind, String id, String name, String agreed, String standing, List<String> serves) {
        this(kind, id, name, agreed, standing, serves, null);
    }

    /** The same with everything else that was agreed, in one order whoever says it. */
    public Element with(Map<String, ? extends @Nullable Object> more) {
        String all = new TreeMap<>(more)
                .entrySet().stream()
                        .filter(one -> one.getValue() != null)
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("\n"));
        return new Element(kind, id, name, agreed, standing, serves, all);
    }

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
