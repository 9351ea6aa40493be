package org.waymark.workshop;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Something decided, or parked with an owner and a day. */
record Note(
        long id,
        String block,
        String kind,
        String words,
        @Nullable String owner,
        @Nullable LocalDate due,
        String notedBy,
        OffsetDateTime notedAt) {

    public boolean isDecision() {
        return kind.equals("DECISION");
    }
}
