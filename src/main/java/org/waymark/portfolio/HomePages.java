package org.waymark.portfolio;

import java.security.Principal;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.process.Notes;
import org.waymark.stage.Stages;

/** Home. */
@Controller
class HomePages {

    private static final int CARDS = 4;

    private final Board board;
    private final Needs needs;
    private final Desk desk;
    private final Stages stages;
    private final Notes notes;
    private final ApplicationAvailability availability;
    private final boolean demo;

    HomePages(
            Board board,
            Needs needs,
            Desk desk,
            Stages stages,
            Notes notes,
            ApplicationAvailability availability,
            Environment environment) {
        this.board = board;
        this.needs = needs;
        this.desk = desk;
        this.stages = stages;
        this.notes = notes;
        this.availability = availability;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/")
    String home(Principal person, Model model) {
        Desk.Reader reader = desk.of(person.getName());
        Needs.Told told = needs.told(reader);
        model.addAttribute("frame", new PageFrame(() -> reader));
        model.addAttribute("needs", told.first(CARDS));
        model.addAttribute("more", Math.max(0, told.needs().size() - CARDS));
        model.addAttribute("count", told.needs().size());
        model.addAttribute(
                "lines", board.lines(board.page(reader.id(), reader.role(), Board.Filter.ALL, "state", 0, 10)));
        model.addAttribute("stages", stages.ids());
        model.addAttribute("preparing", preparing());
        return "portfolio/home";
    }

    /** Whether the demo company is still being made: at its very first start that goes on while people look in. */
    private boolean preparing() {
        return demo && availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC;
    }

    @PostMapping("/programs/{code}/notes/{id}")
    String settle(@PathVariable String code, @PathVariable long id, @RequestParam boolean grant, Principal person) {
        notes.settle(code, id, person.getName(), grant);
        return "redirect:/";
    }
}
