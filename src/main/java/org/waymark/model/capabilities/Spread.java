package org.waymark.model.capabilities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What several people say one capability stands at: the lower middle answer, the mean and how far they lie apart. */
record Spread(
        String id,
        int judged,
        int unable,
        @Nullable Integer lowerMedian,
        @Nullable BigDecimal mean,
        @Nullable Integer lowest,
        @Nullable Integer highest) {

    private static final int SMALLEST = 3;

    /** With fewer than three answers the ends would give somebody's own answer away. */
    public boolean showable() {
        return judged >= SMALLEST;
    }

    /** What we offer as the level: nothing from a single answer, unless one person alone was asked and agrees with nobody. */
    @Nullable
    Integer offered(boolean alone) {
        return judged >= 2 || alone ? lowerMedian : null;
    }

    /** From 0 to 3 each, or nothing from whoever cannot judge. */
    static Spread of(String id, Collection<@Nullable Integer> answers) {
        List<Integer> levels =
                answers.stream().filter(Objects::nonNull).sorted().toList();
        int unable = answers.size() - levels.size();
        if (levels.isEmpty()) {
            return new Spread(id, 0, unable, null, null, null, null);
        }
        int sum = levels.stream().mapToInt(Integer::intValue).sum();
        return new Spread(
                id,
                levels.size(),
                unable,
                // An even split takes the lower answer: nobody should be further along on paper than in fact.
                levels.get((levels.size() - 1) / 2),
                BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(levels.size()), 4, RoundingMode.HALF_UP),
                levels.get(0),
                levels.get(levels.size() - 1));
    }
}
