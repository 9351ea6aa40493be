package org.waymark.notification;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One mail on its way: WAITING, SENDING, SENT, FAILED after its last try, or UNSURE when we cannot know. */
public record Mail(
        long id,
        String person,
        String address,
        String subject,
        String plain,
        String html,
        @Nullable String calendar,
        String messageId,
        String state,
        int tries,
        OffsetDateTime due,
        @Nullable String problem,
        OffsetDateTime made,
        @Nullable OffsetDateTime sent) {

    public boolean isStuck() {
        return state.equals("FAILED") || state.equals("UNSURE");
    }
}
