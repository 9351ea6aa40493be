package org.waymark.model.maturity;

import org.jspecify.annotations.Nullable;
import org.waymark.web.Refusal;

/** What may be written in a field of this model. */
final class Levels {

    private Levels() {}

    static void check(@Nullable Integer level, String field) {
        if (level != null && (level < 1 || level > 4)) {
            throw Refusal.bad("maturity.levelOutside", level).at(field);
        }
    }

    static void check(@Nullable String text, int most, String field) {
        if (text != null && text.length() > most) {
            throw Refusal.bad("maturity.tooLong", text.length(), most).at(field);
        }
    }
}
