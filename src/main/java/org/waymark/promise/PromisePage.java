package org.waymark.promise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.stage.Stages;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** A promise as the people it concerns read it. */
@Component
class PromisePage {

    private final People people;
    private final Stages stages;
    private final Texts texts;

    PromisePage(People people, Stages stages, Texts texts) {
        this.people = people;
        this.stages = stages;
        this.texts = texts;
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
                : texts.or("gate.criterion." + condition.criterion(), condition.criterion());
        return new Shown(
                condition.text(),
                people.nameOf(condition.owner()),
                date(condition.due()),
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
        return texts.of(
                "gate.promise.gate",
                stages.of(condition.stage()).position(),
                texts.or("stage." + condition.stage(), condition.stage()));
    }

    String date(@Nullable LocalDate date) {
        return date == null ? "…" : Dates.here().longDate(date);
    }
}
