package org.waymark.security;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A browser somebody is signed in with, in the time of whoever reads it. */
record SessionLine(long id, String browser, LocalDateTime since, LocalDateTime seen, boolean here) {
    static SessionLine of(Sessions.Line line, ZoneId zone, @Nullable Long here) {
        return new SessionLine(
                line.id(),
                line.browser(),
                line.startedAt().atZoneSameInstant(zone).toLocalDateTime(),
                line.seenAt().atZoneSameInstant(zone).toLocalDateTime(),
                here != null && here == line.id());
    }
}
