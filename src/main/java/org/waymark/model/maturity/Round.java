package org.waymark.model.maturity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One round of voting: how many were asked, how many answered, and after the reveal what was counted. */
record Round(
        int number,
        int invited,
        int voted,
        boolean revealed,
        Tolerance tolerance,
        @Nullable OffsetDateTime revealedAt,
        @Nullable OffsetDateTime gapShownAt,
        List<Count> counts) {

    /** How long the sponsor alone sees how far the groups lie apart, unless the sponsor shows it sooner. */
    static final Duration SPONSOR_FIRST = Duration.ofDays(2);

    static Round none(int number) {
        return new Round(number, 0, 0, false, Tolerance.USUAL, null, null, List.of());
    }

    /** Whether everybody may see how far the groups lie apart: the sponsor looks first, but holds nothing back for ever. */
    boolean gapOpen(Clock clock) {
        return revealed
                && (gapShownAt != null || revealedAt == null || !gapOpensAt().isAfter(OffsetDateTime.now(clock)));
    }

    /** When everybody sees it at the latest; only asked of a round with a time of reveal. */
    OffsetDateTime gapOpensAt() {
        return Objects.requireNonNull(revealedAt).plus(SPONSOR_FIRST);
    }

    Spread.Verdict verdict(String topic) {
        return spread(topic).verdict(tolerance);
    }

    /** What a topic (a dimension, or a wish such as WISH-2) got from everybody, from one group or from one function. */
    record Count(String topic, String raterGroup, int ones, int twos, int threes, int fours, int cannotJudge) {

        static final String ALL = "ALL";

        /** What the ids of the front-office functions begin with. */
        private static final String FUNCTION = "FN-";

        Spread spread() {
            return new Spread(ones, twos, threes, fours);
        }

        /** How many said anything about it. */
        int answers() {
            return ones + twos + threes + fours + cannotJudge;
        }

        boolean whole() {
            return raterGroup.equals(ALL);
        }

        boolean function() {
            return raterGroup.startsWith(FUNCTION);
        }
    }

    static String wish(String years) {
        return "WISH-" + years;
    }

    Spread spread(String topic) {
        return counts.stream()
                .filter(count -> count.whole() && count.topic().equals(topic))
                .map(Count::spread)
                .findFirst()
                .orElse(Spread.NONE);
    }

    int cannotJudge(String topic) {
        return counts.stream()
                .filter(count -> count.whole() && count.topic().equals(topic))
                .mapToInt(Count::cannotJudge)
                .sum();
    }

    Map<String, Spread> groups(String topic) {
        return parts(topic, count -> !count.whole() && !count.function());
    }

    /** The functions that may be shown; what is hidden was never kept. */
    Map<String, Spread> functions(String topic) {
        return parts(topic, Count::function);
    }

    private Map<String, Spread> parts(String topic, Predicate<Count> wanted) {
        Map<String, Spread> parts = new LinkedHashMap<>();
        counts.stream()
                .filter(count -> wanted.test(count) && count.topic().equals(topic))
                .forEach(count -> parts.put(count.raterGroup(), count.spread()));
        return parts;
    }

    /** What we propose: the lower middle vote; a single vote proposes nothing, it would only name its owner. */
    Optional<Integer> proposal(String topic) {
        Spread spread = spread(topic);
        return spread.votes() < 2 ? Optional.empty() : Optional.of(spread.lowerMedian());
    }
}
