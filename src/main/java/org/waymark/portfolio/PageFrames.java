package org.waymark.portfolio;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.waymark.process.WorkItems;
import org.waymark.security.People;

/** Gives every page its frame. */
@ControllerAdvice
class PageFrames {

    private final People people;
    private final WorkItems items;

    PageFrames(People people, WorkItems items) {
        this.people = people;
        this.items = items;
    }

    @ModelAttribute("frame")
    @Nullable
    PageFrame frame(@Nullable Principal principal) {
        return principal == null ? null : new PageFrame(principal.getName(), people, items);
    }
}
