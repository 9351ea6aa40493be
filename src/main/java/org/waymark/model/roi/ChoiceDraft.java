package org.waymark.model.roi;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which benefits the case will rest on and who vouches for each. */
record ChoiceDraft(List<Choice> lines) {

    ChoiceDraft {
        lines = lines == null
                ? List.of()
                : lines.stream().filter(Objects::nonNull).toList();
    }

    /** {@code offer} is the benefit a row of the form is about, whether it was chosen or not. */
    record Choice(
            @Nullable String template,
            @Nullable String owner,
            @Nullable String offer) {

        boolean chosen() {
            return template != null;
        }
    }

    List<Choice> chosen() {
        return lines.stream().filter(Choice::chosen).toList();
    }
}
