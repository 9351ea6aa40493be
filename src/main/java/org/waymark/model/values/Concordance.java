package org.waymark.model.values;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How far people agree on what matters: Kendall's W over their rankings, and the overlap of their top threes. */
final class Concordance {

    private Concordance() {}

    /**
     * Kendall's coefficient of concordance, corrected for ties: 0 when the rankings cancel out, 1 when they are the same.
     * Only values that somebody weighed are ranked, so that agreeing to ignore the rest of the list is not mistaken for
     * agreement. Empty with fewer than two people.
     */
    static Optional<BigDecimal> kendallsW(List<Map<String, Integer>> votes) {
        List<String> items = weighed(votes);
        int people = votes.size();
        int n = items.size();
        if (people < 2 || n == 0) {
            return Optional.empty();
        }
        double[] sums = new double[n];
        double ties = 0;
        for (Map<String, Integer> vote : votes) {
            int[] points =
                    items.stream().mapToInt(id -> vote.getOrDefault(id, 0)).toArray();
            for (int i = 0; i < n; i++) {
                sums[i] += rank(points, i);
            }
            ties += tieCorrection(points);
        }
        double mean = people * (n + 1) / 2.0;
        double squares = 0;
        for (double sum : sums) {
            squares += (sum - mean) * (sum - mean);
        }
        double most = (double) people * people * ((double) n * n * n - n) - people * ties;
        // Nothing left to differ on: everybody gave the same to every value that was weighed.
        double w = most == 0 ? 1 : 12 * squares / most;
        return Optional.of(BigDecimal.valueOf(Math.min(1, Math.max(0, w))).setScale(4, RoundingMode.HALF_UP));
    }

    /**
     * The mean overlap of two people's top threes over all pairs: 0 nothing in common, 1 the same. Whoever shares third
     * place belongs to it, and the longer list counts, so that spreading points evenly is no way to agree with everybody.
     */
    static Optional<BigDecimal> topThreeOverlap(List<Map<String, Integer>> votes) {
        List<Set<String>> tops = votes.stream().map(Concordance::topThree).toList();
        // counted by length of list first: adding the fractions pair by pair would depend on the order of the votes
        TreeMap<Integer, Integer> sharedByLength = new TreeMap<>();
        int pairs = 0;
        for (int a = 0; a < tops.size(); a++) {
            for (int b = a + 1; b < tops.size(); b++) {
                Set<String> common = new HashSet<>(tops.get(a));
                common.retainAll(tops.get(b));
                int longer = Math.max(tops.get(a).size(), tops.get(b).size());
                if (longer > 0) {
                    sharedByLength.merge(longer, common.size(), Integer::sum);
                }
                pairs++;
            }
        }
        if (pairs == 0) {
            return Optional.empty();
        }
        BigDecimal overlap = BigDecimal.ZERO;
        for (Map.Entry<Integer, Integer> shared : sharedByLength.entrySet()) {
            overlap = overlap.add(BigDecimal.valueOf(shared.getValue())
                    .divide(BigDecimal.valueOf(shared.getKey()), MathContext.DECIMAL128));
        }
        BigDecimal mean = overlap.divide(BigDecimal.valueOf(pairs), MathContext.DECIMAL128);
        return Optional.of(mean.min(BigDecimal.ONE).setScale(4, RoundingMode.HALF_UP));
    }

    static Set<String> topThree(Map<String, Integer> vote) {
        List<Integer> descending = vote.values().stream()
                .filter(p -> p > 0)
                .sorted((a, b) -> b - a)
                .toList();
        if (descending.isEmpty()) {
            return Set.of();
        }
        int third = descending.get(Math.min(2, descending.size() - 1));
        Set<String> top = new TreeSet<>();
        vote.forEach((id, points) -> {
            if (points >= third) {
                top.add(id);
            }
        });
        return top;
    }

    private static List<String> weighed(Collection<Map<String, Integer>> votes) {
        Set<String> ids = new TreeSet<>();
        votes.forEach(vote -> vote.forEach((id, points) -> {
            if (points > 0) {
                ids.add(id);
            }
        }));
        return List.copyOf(ids);
    }

    private static double rank(int[] points, int i) {
        int above = 0;
        int same = 0;
        for (int other : points) {
            if (other > points[i]) {
                above++;
            } else if (other == points[i]) {
                same++;
            }
        }
        return above + (same + 1) / 2.0;
    }

    /** The sum of t³ - t over every run of t equal points; summed value by value, each adds t² - 1. */
    private static double tieCorrection(int[] points) {
        double correction = 0;
        for (int mine : points) {
            double same = 0;
            for (int other : points) {
                same += other == mine ? 1 : 0;
            }
            correction += same * same - 1;
        }
        return correction;
    }
}
