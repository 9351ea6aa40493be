package org.waymark.gate;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a gate. */
@Controller
class GateController {

    private final GatePage page;
    private final StandingIn standingIn;

    GateController(GatePage page, StandingIn standingIn) {
        this.page = page;
        this.standingIn = standingIn;
    }

    @GetMapping("/programs/{code}/gates/{stage}")
    @Transactional(readOnly = true)
    String gate(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam(required = false) @Nullable Integer review,
            Principal reader,
            Model model) {
        page.mayVisit(code, stage, reader.getName());
        model.addAllAttributes(page.model(code, stage, review, reader.getName()));
        return "gate/page";
    }

    /** A deputy takes the seat and goes straight on to the decision. */
    @PostMapping("/programs/{code}/gates/{stage}/stand-in")
    String standIn(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam int review,
            @RequestParam(required = false) @Nullable String person,
            Principal deputy) {
        page.mayVisit(code, stage, deputy.getName());
        return "redirect:/my-work/" + standingIn.claim(code, stage, review, person, deputy.getName());
    }

    @PostMapping("/programs/{code}/gates/{stage}/give-back")
    String giveBack(@PathVariable String code, @PathVariable String stage, @RequestParam int review, Principal person) {
        page.mayVisit(code, stage, person.getName());
        standingIn.giveBack(code, stage, review, person.getName());
        return "redirect:/programs/" + code + "/gates/" + stage;
    }
}
