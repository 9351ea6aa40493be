package org.waymark.model.maturity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The level the whole company stands on, and the chasm conditions that hold it back. */
record Overall(int level, List<String> heldBackBy) {

    /** The four conditions without which nobody stands beyond the chasm; the others are advice. */
    static final List<String> CROSSING = List.of("CH-1", "CH-2", "CH-3", "CH-4");

    enum Condition {
        MISSING,
        IN_PROGRESS,
        IN_PLACE
    }

    /** The highest level reached by three quarters of the dimensions with none more than one level below. */
    static Overall of(Collection<Integer> levels, Map<String, Condition> chasm) {
        int profile = profile(levels);
        List<String> open = profile < 3
                ? List.of()
                : CROSSING.stream()
                        .filter(id -> chasm.get(id) != Condition.IN_PLACE)
                        .toList();
        return new Overall(open.isEmpty() ? profile : 2, open);
    }

    private static int profile(Collection<Integer> levels) {
        int needed = (3 * levels.size() + 3) / 4;
        for (int level = 4; level > 1; level--) {
            int wanted = level;
            long reached = levels.stream().filter(each -> each >= wanted).count();
            if (reached >= needed && levels.stream().allMatch(each -> each >= wanted - 1)) {
                return level;
            }
        }
        return 1;
    }
}
