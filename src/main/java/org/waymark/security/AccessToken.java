package org.waymark.security;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What is known of a token somebody gave to a script; the token itself is known to its owner alone. */
record AccessToken(
        long id,
        String person,
        String name,
        OffsetDateTime madeAt,
        OffsetDateTime expiresAt,
        @Nullable OffsetDateTime lastUsedAt,
        @Nullable OffsetDateTime revokedAt) {

    boolean opens(OffsetDateTime now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
