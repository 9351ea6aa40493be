package org.waymark.gate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One promise made with a conditional go. */
public record Condition(
        long id,
        String program,
        String stage,
        int sitting,
        String text,
        String owner,
        LocalDate due,
        @Nullable String criterion,
        @Nullable String proof,
        String state) {}
