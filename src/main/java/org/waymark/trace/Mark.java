package org.waymark.trace;

import java.time.OffsetDateTime;

/** Something agreed that needs another look, and the change upstream that asks for it. */
public record Mark(
        long id,
        String program,
        String stage,
        String element,
        String name,
        String cause,
        String causeName,
        How how,
        OffsetDateTime since) {

    /** What happened upstream. */
    public enum How {
        DROPPED,
        CHANGED
    }
}
