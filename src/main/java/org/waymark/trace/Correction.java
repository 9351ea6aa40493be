package org.waymark.trace;

import java.time.OffsetDateTime;

/** One field of an agreed record put right after its gate: both versions, by whom, when and why. */
public record Correction(
        String program,
        String stage,
        String element,
        String name,
        String field,
        String label,
        int version,
        String was,
        String said,
        String reason,
        String person,
        OffsetDateTime corrected) {}
