package org.waymark.workshop;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One working session: PLANNED, RUNNING in one of its blocks, CLOSED. */
record Session(
        long id,
        String program,
        Format format,
        LocalDate heldOn,
        String facilitator,
        String state,
        int blockNo,
        @Nullable OffsetDateTime blockStarted,
        String madeBy,
        OffsetDateTime madeAt,
        @Nullable OffsetDateTime closedAt) {

    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    public boolean isClosed() {
        return state.equals("CLOSED");
    }

    public Format.Block block() {
        return format.blocks().get(blockNo);
    }

    /** When the block that runs should be over. */
    public @Nullable OffsetDateTime blockEnds() {
        OffsetDateTime started = blockStarted;
        return started == null ? null : started.plusMinutes(block().minutes());
    }
}
