package org.waymark.gate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.promise.Inputs;
import org.waymark.promise.Promise;

/** The one decision that the counted votes add up to. */
record Resolution(
        Decision decision,
        @Nullable String reason,
        Set<String> waivers,
        List<Promise> conditions,
        @Nullable String recycleTo,
        @Nullable LocalDate holdUntil,
        List<Verdict.Ask> questions) {

    /** Conditions are united, the earliest stage and the latest date win; {@code stages} is the journey's order. */
    static Resolution of(Count count, List<String> stages) {
        Outcome outcome = count.outcome().orElseThrow();
        List<Verdict> verdicts =
                count.counted().stream().map(Count.Ballot::verdict).toList();
        List<Promise> promises = outcome == Outcome.PASS
                ? all(count, Verdict::promises).distinct().toList()
                : List.of();
        Set<String> answered =
                promises.stream().map(Promise::criterion).filter(Inputs::said).collect(Collectors.toSet());
        Set<String> waivers = outcome == Outcome.PASS
                ? all(count, Verdict::waivers)
                        .filter(criterion -> !answered.contains(criterion))
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
        return new Resolution(
                decision(outcome, promises),
                reason(verdicts),
                waivers,
                promises,
                outcome == Outcome.RECYCLE
                        ? present(verdicts.stream().map(Verdict::recycleTo))
                                .min(Comparator.comparingInt(stages::indexOf))
                                .orElse(null)
                        : null,
                outcome == Outcome.HOLD
                        ? present(verdicts.stream().map(Verdict::holdUntil))
                                .max(Comparator.naturalOrder())
                                .orElse(null)
                        : null,
                outcome == Outcome.MORE_INFORMATION
                        ? all(count, Verdict::questions)
                                .filter(Verdict.Ask::written)
                                .distinct()
                                .toList()
                        : List.of());
    }

    private static Decision decision(Outcome outcome, List<Promise> promises) {
        return switch (outcome) {
            case PASS -> promises.isEmpty() ? Decision.GO : Decision.CONDITIONAL_GO;
            case RECYCLE -> Decision.RECYCLE;
            case KILL -> Decision.KILL;
            case HOLD -> Decision.HOLD;
            case MORE_INFORMATION -> Decision.MORE_INFORMATION;
        };
    }

    private static @Nullable String reason(List<Verdict> verdicts) {
        String joined = present(verdicts.stream().map(Verdict::why))
                .filter(Inputs::said)
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining("\n"));
        return joined.isEmpty() ? null : joined;
    }

    private static <T> Stream<T> all(Count count, java.util.function.Function<Verdict, List<T>> part) {
        return count.counted().stream().flatMap(ballot -> part.apply(relevant(ballot)).stream());
    }

    /** Conditions left over in the form of somebody who then said a plain go are not conditions. */
    private static Verdict relevant(Count.Ballot ballot) {
        Verdict v = ballot.verdict();
        return ballot.decision() == Decision.CONDITIONAL_GO
                ? v
                : new Verdict(
                        v.decision(), v.reason(), v.waivers(), List.of(), v.recycleTo(), v.holdUntil(), v.questions());
    }

    private static <T> Stream<T> present(Stream<@Nullable T> values) {
        return values.filter(Objects::nonNull);
    }
}
