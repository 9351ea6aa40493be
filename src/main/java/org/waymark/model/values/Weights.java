package org.waymark.model.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one person's points, and everybody's together, say about the values. */
final class Weights {

    static final int POINTS = 100;
    static final int AT_MOST = 8;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Weights() {}

    /** The group's points for one value and their share of all points given, in percent. */
    record Share(String id, int points, BigDecimal percent) {}

    /** The values that really got points, by id. */
    static Map<String, Integer> given(Map<String, ? extends @Nullable Integer> weights) {
        Map<String, Integer> given = new TreeMap<>();
        weights.forEach((id, points) -> {
            if (points != null && points != 0) {
                given.put(id, points);
            }
        });
        return given;
    }

    static int total(Map<String, Integer> given) {
        return given.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One vote as text: the same points give the same text, whatever order they were typed in. */
    static String written(Map<String, Integer> given) {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(given).forEach((id, points) -> parts.add(id + "=" + points));
        return String.join(" ", parts);
    }

    static Map<String, Integer> read(String written) {
        Map<String, Integer> given = new TreeMap<>();
        for (String part : written.split(" ", -1)) {
            int equals = part.lastIndexOf('=');
            if (equals > 0) {
                given.put(part.substring(0, equals), Integer.valueOf(part.substring(equals + 1)));
            }
        }
        return given;
    }

    /** The group's weights, the heaviest first; equal weights by id. */
    static List<Share> shares(Collection<Map<String, Integer>> votes) {
        Map<String, Integer> sums = new TreeMap<>();
        votes.forEach(vote -> vote.forEach((id, points) -> sums.merge(id, points, Integer::sum)));
        int all = total(sums);
        List<Share> shares = new ArrayList<>();
        sums.forEach((id, points) -> shares.add(new Share(id, points, percent(points, all))));
        shares.sort(Comparator.comparingInt(Share::points).reversed().thenComparing(Share::id));
        return shares;
    }

    static BigDecimal percent(int part, int whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
