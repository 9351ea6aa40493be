package org.waymark.portfolio;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.process.Notes;
import org.waymark.stage.Stages;

/** Home and the board. */
@Controller
class HomePages {

    private static final int CARDS = 4;

    private final Board board;
    private final Needs needs;
    private final Stages stages;
    private final Notes notes;
    private final ApplicationAvailability availability;
    private final boolean demo;

    HomePages(
            Board board,
            Needs needs,
            Stages stages,
            Notes notes,
            ApplicationAvailability availability,
            Environment environment) {
        this.board = board;
        this.needs = needs;
        this.stages = stages;
        this.notes = notes;
        this.availability = availability;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/")
    String home(Principal person, Model model) {
        List<Needs.Need> all = needs.of(person.getName());
        model.addAttribute("needs", all.stream().limit(CARDS).toList());
        model.addAttribute("more", Math.max(0, all.size() - CARDS));
        model.addAttribute("count", all.size());
        model.addAttribute("lines", board.lines(person.getName(), Board.Filter.ALL, "state", 0, 10));
        model.addAttribute("stages", stages.ids());
        model.addAttribute("preparing", preparing());
        return "portfolio/home";
    }

    /** Whether the demo company is still being made: at its very first start that goes on while people look in. */
    private boolean preparing() {
        return demo && availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC;
    }

    @GetMapping("/programs")
    String board(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "state") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String partial,
            Principal person,
            Model model) {
        Board.Filter filter = new Board.Filter(q, state, stage, late);
        List<Board.Line> lines = board.lines(person.getName(), filter, sort, page, Board.PAGE);
        List<Needs.Need> all = partial == null ? needs.of(person.getName()) : List.of();
        model.addAttribute("lines", lines);
        model.addAttribute("total", board.count(person.getName(), filter));
        model.addAttribute("page", page);
        model.addAttribute("size", Board.PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("sort", sort);
        model.addAttribute("stages", stages.ids());
        model.addAttribute("needs", all.stream().limit(CARDS).toList());
        model.addAttribute("count", all.size());
        model.addAttribute("atGate", lines.stream().filter(Board.Line::isAtGate).count());
        model.addAttribute(
                "lateCount", lines.stream().filter(Board.Line::isLate).count());
        return partial == null ? "portfolio/board" : "portfolio/board :: lines";
    }

    @PostMapping("/programs/{code}/notes/{id}")
    String settle(@PathVariable String code, @PathVariable long id, @RequestParam boolean grant, Principal person) {
        notes.settle(code, id, person.getName(), grant);
        return "redirect:/";
    }
}
