package org.waymark.model.capabilities;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Three values recalled without help, and how far each capability has come; an explicit nothing means "cannot judge". */
record RateDraft(List<String> recall, Map<String, @Nullable Integer> have) {

    RateDraft {
        recall = recall == null
                ? List.of()
                : recall.stream()
                        .filter(Objects::nonNull)
                        .filter(id -> !id.isBlank())
                        .distinct()
                        .toList();
        have = have == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(have));
    }
}
