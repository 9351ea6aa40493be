package org.waymark.model.maturity;

import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Dimension;
import org.waymark.ledger.Ledger;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** The sponsor's private page: say where you think we stand, then see what the others said, before the room does. */
@Controller
class PerceptionPages {

    private final Rounds rounds;
    private final OwnViews views;
    private final Perception perception;
    private final Catalogue catalogue;
    private final Team team;
    private final Ledger ledger;
    private final Clock clock;

    PerceptionPages(
            Rounds rounds,
            OwnViews views,
            Perception perception,
            Catalogue catalogue,
            Team team,
            Ledger ledger,
            Clock clock) {
        this.rounds = rounds;
        this.views = views;
        this.perception = perception;
        this.catalogue = catalogue;
        this.team = team;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/programs/{code}/maturity/perception")
    String page(@PathVariable String code, Principal person, Model model) {
        return show(code, round(code, person), person, model);
    }

    @Transactional
    @PostMapping("/programs/{code}/maturity/perception")
    public String say(
            @PathVariable String code, @RequestParam Map<String, String> fields, Principal person, Model model) {
        Round round = round(code, person);
        Map<String, @Nullable Integer> levels = new LinkedHashMap<>();
        for (Dimension dimension : catalogue.dimensions()) {
            String given = fields.getOrDefault("view[" + dimension.id() + "]", "");
            if (given.isEmpty()) {
                model.addAttribute("unanswered", dimension.name());
                model.addAttribute("given", fields);
                return show(code, round, person, model);
            }
            levels.put(dimension.id(), given.equals("-") ? null : level(given, dimension));
        }
        if (!views.keep(code, round.number(), person.getName(), levels)) {
            throw Refusal.conflict("maturity.perception.given");
        }
        return back(code);
    }

    @Transactional
    @PostMapping("/programs/{code}/maturity/perception/show")
    public String share(@PathVariable String code, Principal person) {
        Round round = round(code, person);
        if (!round.revealed()) {
            throw Refusal.conflict("maturity.perception.notRevealed");
        }
        if (round.gapShownAt() == null) {
            rounds.showGap(code, round.number());
            ledger.append(code, "GAP_SHOWN", person.getName(), null, "maturity", Map.of("round", round.number()));
        }
        return back(code);
    }

    private String show(String code, Round round, Principal person, Model model) {
        Optional<Map<String, @Nullable Integer>> own = views.of(code, round.number(), person.getName());
        model.addAttribute("code", code);
        model.addAttribute("round", round);
        model.addAttribute("dimensions", catalogue.dimensions());
        model.addAttribute("asks", own.isEmpty());
        model.addAttribute("open", round.gapOpen(clock));
        model.addAttribute(
                "sections",
                round.revealed()
                        ? own.map(levels -> List.of(perception.bySponsor(round, levels)))
                                .orElse(List.of())
                        : List.of());
        return "maturity/perception";
    }

    /** Only the sponsor has this page; for everybody else it does not exist. */
    private Round round(String code, Principal person) {
        if (!team.holding(code, Part.SPONSOR).contains(person.getName())) {
            throw Refusal.missing("maturity.perception.none");
        }
        Round round = rounds.current(code);
        if (round.number() == 0) {
            throw Refusal.missing("maturity.perception.none");
        }
        return round;
    }

    private static int level(String given, Dimension dimension) {
        if (!given.matches("[1-4]")) {
            throw Refusal.bad("maturity.levelOutside", given).at("view[" + dimension.id() + "]");
        }
        return Integer.parseInt(given);
    }

    private static String back(String code) {
        return "redirect:/programs/" + code + "/maturity/perception";
    }
}
