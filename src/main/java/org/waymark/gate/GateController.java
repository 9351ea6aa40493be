package org.waymark.gate;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a gate. */
@Controller
class GateController {

    private final GatePage page;

    GateController(GatePage page) {
        this.page = page;
    }

    @GetMapping("/programs/{code}/gates/{stage}")
    String gate(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam(required = false) @Nullable Integer review,
            Principal reader,
            Model model) {
        page.mayRead(code, stage, reader.getName());
        model.addAllAttributes(page.model(code, stage, review, reader.getName()));
        return "gate/page";
    }
}
