package org.waymark.hook;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is sent to one address: WAITING, SENDING, SENT, or FAILED after its last try. How long the answer took
 * is in milliseconds.
 */
record Delivery(
        long id,
        long hook,
        String program,
        long sequence,
        String event,
        String body,
        String state,
        int tries,
        OffsetDateTime due,
        @Nullable Integer status,
        @Nullable Integer millis,
        @Nullable String problem,
        OffsetDateTime made,
        @Nullable OffsetDateTime sent) {

    /** What is sent only because somebody wants to see it arrive. */
    static final String TEST = "test";

    public boolean isOver() {
        return state.equals("SENT") || state.equals("FAILED");
    }
}
