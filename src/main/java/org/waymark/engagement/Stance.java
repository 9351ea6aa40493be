package org.waymark.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How somebody stands with a program, as those who run it see it (dcfts.md 4.4): never shown to anybody else. */
public record Stance(
        String person,
        String name,
        List<String> functions,
        Influence influence,
        Standing standing,
        @Nullable String worry,
        @Nullable String promise,
        @Nullable LocalDate touched,
        boolean noted,
        List<Concern> concerns) {

    /** How much depends on them. */
    public enum Influence {
        HIGH,
        MEDIUM,
        LOW
    }

    /** From against to in front. */
    public enum Standing {
        OPPOSED,
        WAITING,
        UNKNOWN,
        WILLING,
        CHAMPION;

        boolean isWith() {
            return this == WILLING || this == CHAMPION;
        }
    }

    public boolean isWith() {
        return standing.isWith();
    }
}
