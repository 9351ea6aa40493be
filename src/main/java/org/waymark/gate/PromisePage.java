package org.waymark.gate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.stage.Stages;

/** A promise as the people it concerns read it. */
@Component
class PromisePage {

    private final People people;
    private final Stages stages;
    private final Wording words;

    PromisePage(People people, Stages stages, Wording words) {
        this.people = people;
        this.stages = stages;
        this.words = words;
    }

    /** What was promised, by whom, until when, how it shows, and what was said about it so far. */
    record Shown(
            String text,
            String owner,
            String due,
            String gate,
            String finding,
            @Nullable String proof,
            @Nullable String given,
            String givenBy,
            @Nullable String words,
            String program,
            String stage) {}

    Shown of(Condition condition) {
        String finding = condition.criterion() == null
                ? ""
                : words.textOr("gate.criterion." + condition.criterion(), condition.criterion());
        return new Shown(
                condition.text(),
                people.nameOf(condition.owner()),
                words.date(condition.due()),
                gate(condition),
                finding,
                condition.proof(),
                condition.given(),
                condition.givenBy() == null ? "" : people.nameOf(condition.givenBy()),
                condition.words(),
                condition.program(),
                condition.stage());
    }

    String gate(Condition condition) {
        return words.text(
                "gate.promise.gate",
                stages.of(condition.stage()).position(),
                words.textOr("stage." + condition.stage(), condition.stage()));
    }

    String date(@Nullable LocalDate date) {
        return words.date(date);
    }
}
