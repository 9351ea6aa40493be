package org.waymark.stakeholder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who may decide in a gatekeeper's place, at one kind of gate or at all, from one day to another. */
public record Deputy(
        long id,
        String program,
        String person,
        String deputy,
        @Nullable String stage,
        LocalDate fromDate,
        LocalDate untilDate) {

    /** Whether it holds at this gate on this day; both days count. */
    public boolean covers(String gate, LocalDate day) {
        return (stage == null || stage.equals(gate)) && !day.isBefore(fromDate) && !day.isAfter(untilDate);
    }
}
