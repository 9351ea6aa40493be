package org.waymark.trace;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.ledger.Ledger;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stage.Element;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** The chain of one program: from a value down to what it runs on, from a component up to the money it serves. */
@Controller
class TracePages {

    private static final int LONGEST_REASON = 2000;

    private final Traces traces;
    private final Marks marks;
    private final Looks looks;
    private final Programs programs;
    private final Team team;
    private final Ledger ledger;
    private final Corrections corrections;
    private final People people;

    TracePages(
            Traces traces,
            Marks marks,
            Looks looks,
            Programs programs,
            Team team,
            Ledger ledger,
            Corrections corrections,
            People people) {
        this.traces = traces;
        this.marks = marks;
        this.looks = looks;
        this.programs = programs;
        this.team = team;
        this.ledger = ledger;
        this.corrections = corrections;
        this.people = people;
    }

    @GetMapping("/programs/{code}/trace")
    String page(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String of,
            Principal person,
            Model model) {
        team.mustSee(code, person.getName());
        Lineage lineage = traces.of(code);
        model.addAttribute("program", programs.get(code));
        model.addAttribute("kinds", Element.Kind.values());
        List<Mark> open = marks.open(code);
        model.addAttribute("marks", open);
        boolean manager = runs(code, person);
        model.addAttribute(
                "mine",
                open.stream()
                        .filter(mark -> manager || looks.owns(code, mark, person.getName()))
                        .map(Mark::element)
                        .collect(Collectors.toSet()));
        if (of == null) {
            model.addAttribute("values", Traces.counts(lineage));
            model.addAttribute("gaps", Gap.in(lineage));
            return "trace/trace";
        }
        Element element = lineage.find(of).orElseThrow(() -> Refusal.missing("trace.unknown", of));
        model.addAttribute("element", element);
        model.addAttribute("up", Lineage.byKind(lineage.up(of)));
        model.addAttribute("down", Lineage.byKind(lineage.down(of)));
        model.addAttribute("money", lineage.money(of));
        String stage = traces.stageOf(element.kind());
        model.addAttribute("stage", stage);
        model.addAttribute("fields", corrections.offered(code, stage, of, person.getName()));
        model.addAttribute("members", team.of(code).stream().map(people::get).toList());
        model.addAttribute(
                "corrections",
                corrections.of(code, stage).stream()
                        .filter(one -> one.element().equals(of))
                        .toList());
        return "trace/element";
    }

    /** Puts one field of what was agreed right. */
    @PostMapping("/programs/{code}/trace/corrections")
    String correct(
            @PathVariable String code,
            @RequestParam String stage,
            @RequestParam String element,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String percent,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String seen,
            Principal person) {
        team.mustSee(code, person.getName());
        String words = percent.isBlank() ? said : percent.strip() + "%";
        corrections.correct(code, stage, new Corrections.Wish(element, field, words, reason, seen), person.getName());
        return "redirect:/programs/" + code + "/stages/" + stage + "#corrected";
    }

    /** Somebody answered for it: what is marked has been looked at and stays as agreed. */
    @PostMapping("/programs/{code}/trace/stays")
    @Transactional
    public String stays(
            @PathVariable String code,
            @RequestParam String element,
            @RequestParam(defaultValue = "") String reason,
            Principal person) {
        team.mustSee(code, person.getName());
        boolean mine = runs(code, person)
                || marks.open(code).stream()
                        .filter(mark -> mark.element().equals(element))
                        .anyMatch(mark -> looks.owns(code, mark, person.getName()));
        if (!mine) {
            throw Refusal.forbidden("trace.stays.who");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("trace.stays.reason", LONGEST_REASON).at("reason");
        }
        if (marks.stays(code, element, person.getName(), reason.strip()) == 0) {
            throw Refusal.conflict("trace.stays.none", element);
        }
        ledger.append(code, "LOOKED_AGAIN", person.getName(), null, element, Map.of("reason", reason.strip()));
        return "redirect:/programs/" + code + "/trace";
    }

    private boolean runs(String code, Principal person) {
        return List.copyOf(team.holding(code, Part.MANAGER)).contains(person.getName());
    }
}
