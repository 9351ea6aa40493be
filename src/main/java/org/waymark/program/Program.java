package org.waymark.program;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One transformation under way: RUNNING, COMPLETED or STOPPED, and the stage it is in. */
public record Program(
        String code,
        String name,
        String purpose,
        String investmentBand,
        String risk,
        String currency,
        LocalDate begins,
        String depth,
        @Nullable String depthReason,
        String state,
        String stage,
        int round,
        String launchedBy,
        OffsetDateTime launchedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable String stopReason) {

    public boolean isRunning() {
        return "RUNNING".equals(state);
    }

    public boolean isLite() {
        return "LITE".equals(depth);
    }
}
