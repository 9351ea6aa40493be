package org.waymark.portfolio;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice
class PageFrames {

    private final Desk desk;

    PageFrames(Desk desk) {
        this.desk = desk;
    }

    @ModelAttribute("frame")
    @Nullable
    PageFrame frame(@Nullable Principal principal) {
        return principal == null ? null : new PageFrame(() -> desk.of(principal.getName()));
    }
}
