package org.waymark.model.maturity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which groups and functions may be shown beside the whole without giving anybody's vote away. */
final class Discretion {

    /** Large enough that no determinant of so few sets is divisible by it, so that ranks are exact. */
    private static final long PRIME = 1_000_000_007L;

    private Discretion() {}

    /** One vote as far as others may know where it came from; an empty text means no group or no function. */
    record Vote(String group, String function, int level) {}

    /** Keeps groups of three and more, as long as the whole minus what is shown leaves nobody or three and more. */
    static Map<String, Spread> shown(Spread whole, Map<String, Spread> groups) {
        Map<String, Spread> shown = new LinkedHashMap<>(groups);
        shown.values().removeIf(group -> !group.showable());
        int rest =
                whole.votes() - shown.values().stream().mapToInt(Spread::votes).sum();
        if (rest > 0 && rest < Spread.SMALLEST) {
            // The smallest shown group joins the hidden ones, so that together they are too many to tell apart.
            smallest(shown).ifPresent(shown::remove);
        }
        return shown;
    }

    /** Keeps functions by the same rule, and of those only as many as give nobody away together with the groups shown. */
    static Map<String, Spread> besides(Set<String> groups, List<Vote> votes) {
        Map<String, List<Integer>> levels = new TreeMap<>();
        votes.forEach(vote -> levels.computeIfAbsent(vote.function(), any -> new ArrayList<>())
                .add(vote.level()));
        Map<String, Spread> functions = new TreeMap<>();
        levels.forEach((function, said) -> functions.put(function, Spread.of(said)));
        functions.remove("");
        Spread whole = Spread.of(votes.stream().map(Vote::level).toList());
        Map<String, Spread> shown = shown(whole, functions);
        while (!shown.isEmpty() && givesAway(groups, shown.keySet(), votes)) {
            smallest(shown).ifPresent(shown::remove);
        }
        return shown;
    }

    private static Optional<String> smallest(Map<String, Spread> shown) {
        return shown.entrySet().stream()
                .min(Comparator.comparingInt(entry -> entry.getValue().votes()))
                .map(Map.Entry::getKey);
    }

    /**
     * Whether some sum or difference of the published figures is about one or two people: people of the same group and
     * function are never told apart, so it is enough to ask whether the figures still depend on each other without them.
     */
    static boolean givesAway(Set<String> groups, Set<String> functions, List<Vote> votes) {
        Map<List<String>, Integer> sizes = new TreeMap<>(Comparator.comparing(Object::toString));
        votes.forEach(vote -> sizes.merge(List.of(vote.group(), vote.function()), 1, Integer::sum));
        List<List<String>> cells = List.copyOf(sizes.keySet());
        List<long[]> published = new ArrayList<>();
        published.add(cells.stream().mapToLong(cell -> 1).toArray());
        groups.forEach(group -> published.add(cells.stream()
                .mapToLong(cell -> cell.get(0).equals(group) ? 1 : 0)
                .toArray()));
        functions.forEach(function -> published.add(cells.stream()
                .mapToLong(cell -> cell.get(1).equals(function) ? 1 : 0)
                .toArray()));
        int known = rank(published, -1, -1);
        for (int one = 0; one < cells.size(); one++) {
            for (int two = one; two < cells.size(); two++) {
                int people = sizes.getOrDefault(cells.get(one), 0)
                        + (two == one ? 0 : sizes.getOrDefault(cells.get(two), 0));
                if (people < Spread.SMALLEST && rank(published, one, two) < known) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int rank(List<long[]> published, int without, int nor) {
        List<long[]> rows =
                new ArrayList<>(published.stream().map(long[]::clone).toList());
        int rank = 0;
        for (int column = 0; column < rows.get(0).length; column++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (column == without || column == nor || pivot == rows.size()) {
                continue;
            }
            Collections.swap(rows, rank, pivot);
            long[] by = rows.get(rank);
            for (int other = rank + 1; other < rows.size(); other++) {
                eliminate(rows.get(other), by, column);
            }
            rank++;
        }
        return rank;
    }

    private static void eliminate(long[] row, long[] by, int column) {
        long factor = row[column];
        long pivot = by[column];
        for (int at = 0; at < row.length; at++) {
            row[at] = Math.floorMod(row[at] * pivot - by[at] * factor, PRIME);
        }
    }
}
