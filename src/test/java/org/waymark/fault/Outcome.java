package org.waymark.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What came of a fault: counts, times in milliseconds, everything that should not have been, and what was seen. */
record Outcome(
        int runs,
        int acknowledged,
        int lost,
        long gap,
        long longestWait,
        Map<String, Integer> answers,
        List<String> wrong,
        List<String> seen) {

    /** Done, already done or somebody faster, the database away, and no answer at all; anything else is a defect. */
    private static final Set<String> EXPECTED = Set.of("200", "201", "204", "409", "503", "torn");

    static final Outcome NONE = new Outcome(0, 0, 0, 0, 0, Map.of(), List.of(), List.of());

    /** What came of one run under work: what its clients count, and what is broken in the database. */
    static Outcome of(Tally tally, Map<String, List<String>> broken, List<String> alsoWrong, String seen) {
        Set<String> lost = new HashSet<>(broken.getOrDefault("I1", List.of()));
        lost.addAll(broken.getOrDefault("I2", List.of()));
        List<String> wrong = new ArrayList<>(alsoWrong);
        broken.forEach((invariant, found) -> wrong.add(invariant + " " + found));
        tally.answers().forEach((status, times) -> {
            if (!EXPECTED.contains(status)) {
                wrong.add(times + " x " + status);
            }
        });
        return new Outcome(
                1,
                tally.acknowledged(),
                lost.size(),
                tally.longestGap(),
                tally.longestWait(),
                tally.answers(),
                wrong,
                List.of(seen));
    }

    /** A run that could not be brought to its end. */
    static Outcome broken(Throwable by) {
        return new Outcome(1, 0, 0, 0, 0, Map.of(), List.of(String.valueOf(by.getMessage())), List.of());
    }

    /** A case that this machine cannot be asked for. */
    static Outcome notRun(String why) {
        return new Outcome(0, 0, 0, 0, 0, Map.of(), List.of(), List.of(why));
    }

    /** Both together: counts added, the longest of the times. */
    Outcome and(Outcome other) {
        Map<String, Integer> both = new TreeMap<>(answers);
        other.answers.forEach((status, times) -> both.merge(status, times, Integer::sum));
        return new Outcome(
                runs + other.runs,
                acknowledged + other.acknowledged,
                lost + other.lost,
                Math.max(gap, other.gap),
                Math.max(longestWait, other.longestWait),
                both,
                joined(wrong, other.wrong),
                joined(seen, other.seen));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
