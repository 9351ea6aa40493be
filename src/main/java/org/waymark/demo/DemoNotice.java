package org.waymark.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.waymark.web.Texts;

/** Says on the board that the demo's earlier programs are still being made, while they are. */
@ControllerAdvice
@Profile("demo")
class DemoNotice {

    private final DemoHistory history;
    private final Texts texts;

    DemoNotice(DemoHistory history, Texts texts) {
        this.history = history;
        this.texts = texts;
    }

    @ModelAttribute("making")
    @Nullable
    String making() {
        Integer made = history.made();
        return made == null ? null : texts.of("portfolio.board.making", made, PastPrograms.ALL.size());
    }
}
