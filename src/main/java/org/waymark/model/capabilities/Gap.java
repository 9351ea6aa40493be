package org.waymark.model.capabilities;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A capability with what it should be, what it is, and the weight it carries; either level may still be unknown. */
record Gap(
        String id,
        String type,
        String motion,
        @Nullable Integer need,
        @Nullable Integer have,
        BigDecimal carried) {

    static final int TOP = 10;

    private static final String TECHNOLOGY = "technology";

    /** The largest gaps first; of equal gaps the one that carries more weight. */
    static final Comparator<Gap> LARGEST_FIRST = Comparator.comparingInt(Gap::size)
            .reversed()
            .thenComparing(Comparator.comparing(Gap::carried).reversed())
            .thenComparing(Gap::id);

    boolean known() {
        return need != null && have != null;
    }

    /** Need less have; a surplus is negative, an unknown is no gap yet. */
    int size() {
        return need == null || have == null ? 0 : need - have;
    }

    /** The ten largest gaps, or fewer: they need somebody to close them. */
    static List<Gap> topTen(Collection<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> gap.size() > 0)
                .sorted(LARGEST_FIRST)
                .limit(TOP)
                .toList();
    }

    /**
     * Tools without a team: technology that is there or wanted, while no people or process capability of the same motion
     * is at least on trial.
     */
    static Set<String> toolsWithoutTeam(Collection<Gap> gaps) {
        Set<String> staffed = gaps.stream()
                .filter(gap -> !gap.type().equals(TECHNOLOGY) && gap.have() != null && gap.have() >= 1)
                .map(Gap::motion)
                .collect(Collectors.toSet());
        return gaps.stream()
                .filter(gap -> gap.type().equals(TECHNOLOGY) && gap.wantedOrThere() && !staffed.contains(gap.motion()))
                .map(Gap::id)
                .collect(Collectors.toSet());
    }

    private boolean wantedOrThere() {
        return (need != null && need > 0) || (have != null && have > 0);
    }
}
