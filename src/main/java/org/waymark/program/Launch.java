package org.waymark.program;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What it takes to launch a program: who it is for, who runs it, how big it is. */
public record Launch(
        @Nullable String code,
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String sponsor,
        @Nullable String manager,
        @Nullable String finance,
        @Nullable String architect,
        @Nullable String investmentBand,
        @Nullable String risk,
        @Nullable String currency,
        @Nullable LocalDate start,
        @Nullable String depth,
        @Nullable String depthReason,
        @Nullable List<Seat> team) {

    /** One more person in the team. */
    public record Seat(
            @Nullable String person,
            @Nullable String function,
            @Nullable String group,
            @Nullable String part) {}

    public List<Seat> seats() {
        return team == null ? List.of() : team;
    }
}
