package org.waymark.gate;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.promise.Inputs;
import org.waymark.promise.Promise;
import org.waymark.web.Refusal;

/** What can never be right, whatever else is written. */
final class Limits {

    private static final int LONG = 4000;
    private static final int SHORT = 1000;
    private static final int MOST_ROWS = 20;

    private Limits() {}

    /** A decision's texts, and that it only names findings of its own review. */
    static void verdict(Verdict draft, Collection<String> criteria, List<Scores.Row> rows) {
        Inputs.text(draft.reason(), LONG, "reason");
        for (int i = 0; i < draft.waivers().size(); i++) {
            known(draft.waivers().get(i), criteria, "waivers[" + i + "]");
        }
        for (int i = 0; i < draft.conditions().size(); i++) {
            Promise promise = draft.conditions().get(i);
            String at = "conditions[" + i + "].";
            Inputs.text(promise.text(), SHORT, at + "text");
            Inputs.text(promise.proof(), SHORT, at + "proof");
            known(promise.criterion(), criteria, at + "criterion");
        }
        for (int i = 0; i < draft.questions().size(); i++) {
            Inputs.text(draft.questions().get(i).text(), 2 * SHORT, "questions[" + i + "].text");
        }
        draft.because().forEach(words -> Inputs.text(words, 200, "because"));
        draft.scores().forEach((scale, answer) -> {
            Scores.Row row = rows.stream()
                    .filter(one -> one.key().equals(scale))
                    .findFirst()
                    .orElseThrow(() -> Refusal.bad("gate.score.unknown", scale).at("scores[" + scale + "]"));
            if (Inputs.said(answer) && !Scores.fits(row.kind(), answer)) {
                throw Refusal.bad("gate.score.answer").at("scores[" + scale + "]");
            }
        });
        if (draft.conditions().size() > MOST_ROWS || draft.questions().size() > MOST_ROWS) {
            throw Refusal.bad("gate.many");
        }
    }

    static void known(@Nullable String id, Collection<String> known, String field) {
        if (id != null && !id.isBlank() && !known.contains(id)) {
            throw Refusal.bad("gate.criterion.unknown", id).at(field);
        }
    }
}
