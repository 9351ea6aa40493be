package org.waymark.model.capabilities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One person's answer as it is kept: ids recalled, and levels with "-" for "cannot judge". */
record Vote(String person, String recall, String have) {

    static Vote of(String person, RateDraft draft) {
        List<String> levels = new ArrayList<>();
        new TreeMap<>(draft.have()).forEach((id, level) -> levels.add(id + "=" + (level == null ? "-" : level)));
        return new Vote(
                person, String.join(" ", draft.recall().stream().sorted().toList()), String.join(" ", levels));
    }

    List<String> recalled() {
        return recall.isEmpty() ? List.of() : List.of(recall.split(" ", -1));
    }

    Map<String, @Nullable Integer> levels() {
        Map<String, @Nullable Integer> levels = new LinkedHashMap<>();
        for (String part : have.split(" ", -1)) {
            int equals = part.lastIndexOf('=');
            if (equals > 0) {
                String level = part.substring(equals + 1);
                levels.put(part.substring(0, equals), level.equals("-") ? null : Integer.valueOf(level));
            }
        }
        return levels;
    }
}
