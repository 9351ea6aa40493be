package org.waymark.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a running program's next gate is planned, when it was planned first, and after which day it counts as late. */
record Plan(
        @Nullable LocalDate nextGate,
        @Nullable LocalDate firstGate,
        @Nullable LocalDate lateAfter) {

    boolean isLate(LocalDate today) {
        return lateAfter != null && lateAfter.isBefore(today);
    }
}
