package org.waymark.model.values;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.process.Missing;
import org.waymark.stage.EarlyQuestions;
import org.waymark.web.Refusal;

/** What can never be right on a ballot of values, and what it still lacks. */
@Component
class WeighRules {

    static final int FACT_LENGTH = 2000;
    private static final int FROM_LENGTH = 200;
    private static final int SCORECARD_LENGTH = 300;
    private static final int EARLIEST_YEAR = 1990;

    private final Catalogue catalogue;
    private final Clock clock;

    WeighRules(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Set<String> offered() {
        return catalogue.values().stream().map(Value::id).collect(Collectors.toSet());
    }

    void check(WeighDraft draft) {
        Set<String> offered = offered();
        for (String id : draft.recall()) {
            known(offered, id, "recall");
        }
        draft.given().forEach((id, points) -> {
            String field = "weights[" + id + "]";
            known(offered, id, field);
            if (points < 0 || points > Weights.POINTS) {
                throw Refusal.bad("values.points", points).at(field);
            }
        });
        length(draft.fact(), FACT_LENGTH, "fact");
        length(draft.factFrom(), FROM_LENGTH, "factFrom");
        String about = draft.factValue();
        if (about != null) {
            known(offered, about, "factValue");
        }
        LocalDate heard = draft.factDate();
        // A day of grace: the reader's today may be ahead of the server's.
        if (heard != null && (heard.isAfter(LocalDate.now(clock).plusDays(1)) || heard.getYear() < EARLIEST_YEAR)) {
            throw Refusal.bad("values.heardOn").at("factDate");
        }
        length(draft.scorecard().figure(), SCORECARD_LENGTH, "scorecard.figure");
        length(draft.scorecard().measured(), SCORECARD_LENGTH, "scorecard.measured");
        length(draft.scorecard().reported(), SCORECARD_LENGTH, "scorecard.reported");
    }

    /** What is asked early for a later stage takes its own answers only. */
    void check(WeighDraft draft, List<EarlyQuestions.Question> early) {
        if (early.isEmpty()) {
            return;
        }
        draft.wished().forEach((id, level) -> {
            EarlyQuestions.Question asked = early.stream()
                    .filter(question -> question.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refusal.bad("values.wish.unknown", id).at("wish[" + id + "]"));
            if (asked.choices().stream().noneMatch(choice -> choice.level() == level)) {
                throw Refusal.bad("values.wish.level", level).at("wish[" + id + "]");
            }
        });
    }

    /** Every wish that is asked early is answered. */
    List<Missing> missing(WeighDraft draft, List<EarlyQuestions.Question> early) {
        return early.stream()
                .filter(question -> !draft.wished().containsKey(question.id()))
                .map(question -> new Missing("wish[" + question.id() + "]", "values.wish.missing", question.text()))
                .toList();
    }

    /** The taps and the scorecard may be left out; what is begun is finished. */
    List<Missing> missing(WeighDraft draft) {
        List<Missing> missing = new ArrayList<>();
        int taps = draft.recall().size();
        if (taps > 0 && taps < Recall.TAPS) {
            missing.add(new Missing("recall", "values.recallLeft", Recall.TAPS - taps));
        } else if (taps > Recall.TAPS) {
            missing.add(new Missing("recall", "values.recallOver", Recall.TAPS, taps));
        }
        int total = Weights.total(draft.given());
        if (total < Weights.POINTS) {
            missing.add(new Missing("weights", "values.pointsLeft", Weights.POINTS - total));
        } else if (total > Weights.POINTS) {
            missing.add(new Missing("weights", "values.pointsOver", total - Weights.POINTS));
        }
        int spread = draft.given().size();
        if (spread > Weights.AT_MOST) {
            missing.add(new Missing("weights", "values.tooMany", Weights.AT_MOST, spread));
        }
        if (draft.fact() != null && draft.factFrom() == null) {
            missing.add(new Missing("factFrom", "values.factFromMissing"));
        }
        if (draft.fact() != null && draft.factDate() == null) {
            missing.add(new Missing("factDate", "values.factDateMissing"));
        }
        Scorecard card = draft.scorecard();
        if (card.figure() != null) {
            if (card.measured() == null) {
                missing.add(new Missing("scorecard.measured", "values.scorecard.measuredMissing"));
            }
            if (card.reported() == null) {
                missing.add(new Missing("scorecard.reported", "values.scorecard.reportedMissing"));
            }
        }
        return missing;
    }

    private static void known(Set<String> offered, String id, String field) {
        if (!offered.contains(id)) {
            throw Refusal.bad("values.unknown", id).at(field);
        }
    }

    private static void length(@Nullable String text, int most, String field) {
        if (text != null && text.length() > most) {
            throw Refusal.bad("values.tooLong", most, text.length()).at(field);
        }
    }
}
