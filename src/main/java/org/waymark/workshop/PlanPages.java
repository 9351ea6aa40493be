package org.waymark.workshop;

import java.security.Principal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A session on another day, or on none. */
@Controller
class PlanPages {

    private final Rescheduling rescheduling;

    PlanPages(Rescheduling rescheduling) {
        this.rescheduling = rescheduling;
    }

    @PostMapping("/workshops/{id}/move")
    String move(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime at,
            Principal person) {
        rescheduling.move(id, day, at, person.getName());
        return "redirect:/workshops/" + id;
    }

    @PostMapping("/workshops/{id}/call-off")
    String callOff(@PathVariable long id, Principal person) {
        rescheduling.callOff(id, person.getName());
        return "redirect:/workshops/" + id;
    }
}
