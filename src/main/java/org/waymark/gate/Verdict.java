package org.waymark.gate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one gatekeeper writes down: the draft of deciding a gate. */
record Verdict(
        @Nullable Decision decision,
        @Nullable String reason,
        List<String> waivers,
        List<Promise> conditions,
        @Nullable String recycleTo,
        @Nullable LocalDate holdUntil,
        List<Ask> questions) {

    Verdict {
        waivers = waivers == null
                ? List.of()
                : waivers.stream().filter(Verdict::said).toList();
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    static Verdict blank() {
        return new Verdict(null, null, List.of(), List.of(), null, null, List.of());
    }

    /** A condition as written; an untouched row counts as not there. */
    record Promise(
            @Nullable String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String criterion,
            @Nullable String proof) {

        boolean written() {
            return said(text) || said(owner) || due != null || said(criterion) || said(proof);
        }
    }

    /** A question as written, to a person by name. */
    record Ask(@Nullable String to, @Nullable String text) {

        boolean written() {
            return said(to) || said(text);
        }
    }

    List<Promise> promises() {
        return conditions.stream().filter(Promise::written).toList();
    }

    static boolean said(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
