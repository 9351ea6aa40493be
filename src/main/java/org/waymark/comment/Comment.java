package org.waymark.comment;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One thing somebody said; of a withdrawn one only who withdrew it and when is left. */
record Comment(
        long id,
        String program,
        String about,
        String called,
        String author,
        String words,
        OffsetDateTime saidAt,
        @Nullable OffsetDateTime editedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String withdrawnBy) {

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
