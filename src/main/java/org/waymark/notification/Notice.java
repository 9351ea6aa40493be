package org.waymark.notification;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One thing a person was told: a reminder of their own task, or that somebody else is late. */
public record Notice(
        String slot,
        String person,
        String program,
        String stage,
        String taskKey,
        String kind,
        OffsetDateTime given,
        @Nullable OffsetDateTime seen) {}
