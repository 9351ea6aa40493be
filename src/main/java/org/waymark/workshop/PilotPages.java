package org.waymark.workshop;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.gate.Readiness;
import org.waymark.program.Pilots;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.Sketches;
import org.waymark.security.People;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** The half-day pilot: start it, sketch each model with the room, follow the seven gates on the gate day. */
@Controller
@RequestMapping("/programs/{code}/pilot")
class PilotPages {

    private final PilotRuns runs;
    private final Pilots pilots;
    private final Prework prework;
    private final Sketches sketches;
    private final Programs programs;
    private final Readiness readiness;
    private final Team team;
    private final People people;
    private final Clock clock;

    PilotPages(
            PilotRuns runs,
            Pilots pilots,
            Prework prework,
            Sketches sketches,
            Programs programs,
            Readiness readiness,
            Team team,
            People people,
            Clock clock) {
        this.runs = runs;
        this.pilots = pilots;
        this.prework = prework;
        this.sketches = sketches;
        this.programs = programs;
        this.readiness = readiness;
        this.team = team;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String code, Principal person, Model model) {
        team.mustSee(code, person.getName());
        Program program = programs.get(code);
        model.addAttribute("program", program);
        model.addAttribute("isManager", team.holding(code, Part.MANAGER).contains(person.getName()));
        model.addAttribute("writes", pilots.writes(code, person.getName()));
        model.addAttribute("me", person.getName());
        model.addAttribute("today", LocalDate.now(clock));
        pilots.of(code).ifPresent(pilot -> {
            List<PilotRuns.Line> lines = runs.lines(code);
            model.addAttribute("pilot", pilot);
            model.addAttribute("lines", lines);
            model.addAttribute(
                    "passed",
                    lines.stream().filter(line -> line.stage().isPassed()).count());
            model.addAttribute("missing", readiness.of(program).open());
        });
        if (!model.containsAttribute("pilot")) {
            model.addAttribute(
                    "members", team.of(code).stream().map(people::get).toList());
            model.addAttribute("opens", prework.of(code));
        }
        return "workshop/pilot";
    }

    @PostMapping
    String start(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String facilitator,
            Principal person) {
        runs.start(code, day, facilitator, person.getName());
        return "redirect:/programs/" + code + "/pilot";
    }

    /** Whether people who answer alone begin with what the room said. */
    @PostMapping("/sheets")
    String sheets(@PathVariable String code, @RequestParam boolean prefills, Principal person) {
        pilots.prefill(code, prefills, person.getName());
        return "redirect:/programs/" + code + "/pilot#sheets";
    }

    @PostMapping("/stop")
    String stop(@PathVariable String code, Principal person) {
        pilots.stop(code, person.getName());
        return "redirect:/programs/" + code + "/workshops";
    }

    @GetMapping("/{stage}")
    String sketch(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam(required = false) @Nullable Long session,
            Principal person,
            Model model) {
        team.mustSee(code, person.getName());
        model.addAttribute("sections", sketches.sections(code, stage));
        model.addAttribute("sketch", sketches.sketch(code, stage));
        model.addAttribute("program", programs.get(code));
        model.addAttribute("stage", stage);
        model.addAttribute("session", session);
        model.addAttribute("writes", pilots.writes(code, person.getName()));
        return "workshop/sketch";
    }

    @PostMapping("/{stage}")
    String keep(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable Long session,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes next) {
        sketches.keep(code, stage, TypedAnswers.of(typed), version, person.getName());
        next.addFlashAttribute("kept", true);
        return "redirect:/programs/" + code + "/pilot/" + stage + (session == null ? "" : "?session=" + session);
    }
}
