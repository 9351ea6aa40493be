package org.waymark.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property of an item that is no text: a choice among codes or a link to items of another kind. */
record Field(
        String name,
        boolean many,
        List<String> choices,
        @Nullable Kind kind) {

    static Field one(String name, String... choices) {
        return new Field(name, false, List.of(choices), null);
    }

    static Field many(String name, String... choices) {
        return new Field(name, true, List.of(choices), null);
    }

    static Field link(String name, Kind kind) {
        return new Field(name, false, List.of(), kind);
    }

    static Field links(String name, Kind kind) {
        return new Field(name, true, List.of(), kind);
    }

    boolean isLink() {
        return kind != null;
    }
}
