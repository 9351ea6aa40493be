package org.waymark.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.promise.Inputs;
import org.waymark.promise.Promise;

/** What one gatekeeper writes down: the draft of deciding a gate. */
record Verdict(
        @Nullable Decision decision,
        @Nullable String reason,
        List<String> waivers,
        List<Promise> conditions,
        @Nullable String recycleTo,
        @Nullable LocalDate holdUntil,
        List<Ask> questions,
        List<String> because,
        Map<String, String> scores) {

    Verdict {
        because = because == null
                ? List.of()
                : because.stream().filter(Inputs::said).distinct().toList();
        scores = Scores.normal(scores);
        waivers = waivers == null
                ? List.of()
                : waivers.stream().filter(Inputs::said).toList();
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** Without reasons from the list and without scores. */
    Verdict(
            @Nullable Decision decision,
            @Nullable String reason,
            List<String> waivers,
            List<Promise> conditions,
            @Nullable String recycleTo,
            @Nullable LocalDate holdUntil,
            List<Ask> questions) {
        this(decision, reason, waivers, conditions, recycleTo, holdUntil, questions, List.of(), Map.of());
    }

    /** Why, as it stands in the record: what was chosen from the list, then the own words. */
    @Nullable
    String why() {
        String all = Stream.concat(
                        because.stream(),
                        Stream.ofNullable(reason).filter(Inputs::said).map(String::strip))
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : all;
    }

    static Verdict blank() {
        return new Verdict(null, null, List.of(), List.of(), null, null, List.of());
    }

    /** A question as written, to a person by name. */
    record Ask(@Nullable String to, @Nullable String text) {

        boolean written() {
            return Inputs.said(to) || Inputs.said(text);
        }
    }

    List<Promise> promises() {
        return conditions.stream().filter(Promise::written).toList();
    }
}
