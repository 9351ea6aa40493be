package org.waymark.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one person alone may see of a stage: their own answers beside the group's, and where they may go on. */
public record Mine(
        List<Document.Section> sections,
        @Nullable String link,
        @Nullable String linkText) {

    public static final Mine NOTHING = new Mine(List.of(), null, null);

    public Mine(List<Document.Section> sections) {
        this(sections, null, null);
    }

    public boolean isEmpty() {
        return sections.isEmpty() && link == null;
    }
}
