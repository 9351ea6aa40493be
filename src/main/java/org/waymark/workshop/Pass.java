package org.waymark.workshop;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Leave to hand in one ballot without signing in: a LINK for one person, or a CODE that opens at the room's door. */
record Pass(
        long id,
        String program,
        String task,
        String person,
        String kind,
        @Nullable Long session,
        String madeBy,
        OffsetDateTime madeAt,
        OffsetDateTime expiresAt,
        @Nullable OffsetDateTime usedAt,
        @Nullable OffsetDateTime withdrawnAt) {

    static final String LINK = "LINK";
    static final String CODE = "CODE";

    /** USED, WITHDRAWN, EXPIRED or OPEN. */
    String state(OffsetDateTime now) {
        if (usedAt != null) {
            return "USED";
        }
        if (withdrawnAt != null) {
            return "WITHDRAWN";
        }
        return expiresAt.isAfter(now) ? "OPEN" : "EXPIRED";
    }
}
