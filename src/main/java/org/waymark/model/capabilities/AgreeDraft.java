package org.waymark.model.capabilities;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the group settles for each capability. */
record AgreeDraft(List<Row> capabilities) {

    AgreeDraft {
        capabilities = capabilities == null
                ? List.of()
                : capabilities.stream()
                        .map(row -> Objects.requireNonNullElse(row, Row.EMPTY))
                        .toList();
    }

    /** One capability: how much is needed, how much there is, who closes the gap, and why it differs from what was found. */
    record Row(
            @Nullable String id,
            @Nullable Integer need,
            @Nullable Integer have,
            @Nullable String owner,
            @Nullable String reason) {

        static final Row EMPTY = new Row(null, null, null, null, null);

        Row {
            id = text(id);
            owner = text(owner);
            reason = text(reason);
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
