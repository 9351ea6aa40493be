package org.waymark.gate;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Refusal;

/** What can never be right, whatever else is written. */
final class Limits {

    private Limits() {}

    static void text(@Nullable String text, int longest, String field) {
        if (text != null && text.length() > longest) {
            throw Refusal.bad("gate.text.long", longest, text.length()).at(field);
        }
    }

    static void known(@Nullable String id, Collection<String> known, String field) {
        if (id != null && !id.isBlank() && !known.contains(id)) {
            throw Refusal.bad("gate.criterion.unknown", id).at(field);
        }
    }
}
