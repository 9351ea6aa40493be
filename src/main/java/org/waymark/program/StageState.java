package org.waymark.program;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Where one stage of one program stands: AHEAD, OPEN, AT_GATE, ON_HOLD, SENT_BACK, PASSED or STOPPED. */
public record StageState(
        String program,
        String stage,
        int position,
        String state,
        int round,
        @Nullable OffsetDateTime since,
        @Nullable LocalDate contributeBy,
        @Nullable LocalDate agreeBy,
        int remindDays,
        int escalateDays,
        @Nullable LocalDate planned,
        @Nullable LocalDate firstPlanned,
        @Nullable String decision,
        @Nullable OffsetDateTime decidedAt) {

    public boolean isPassed() {
        return "PASSED".equals(state);
    }

    /** Late when the gate's first planned day is over and the gate is not passed. */
    public boolean isLate(LocalDate today) {
        return planned != null && !isPassed() && !"STOPPED".equals(state) && planned.isBefore(today);
    }
}
