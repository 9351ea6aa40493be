package org.waymark.model.roi;

import java.util.List;
import java.util.Objects;

/** The finance partner's review, line by line. */
record ReviewDraft(List<Review> lines) {

    ReviewDraft {
        lines = lines == null
                ? List.of()
                : lines.stream().filter(Objects::nonNull).toList();
    }
}
