package org.waymark.gate;

import java.io.Serializable;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The page on which people name who decides in their place. */
@Controller
@RequestMapping("/programs/{code}/deputies")
class DeputyPages {

    private final DeputyDesk desk;
    private final Programs programs;
    private final Stages stages;
    private final Team team;
    private final People people;
    private final Texts texts;

    DeputyPages(DeputyDesk desk, Programs programs, Stages stages, Team team, People people, Texts texts) {
        this.desk = desk;
        this.programs = programs;
        this.stages = stages;
        this.team = team;
        this.people = people;
        this.texts = texts;
    }

    /** What somebody had chosen when it was refused, so that nothing is chosen twice. */
    public record Chosen(
            @Nullable String deputy,
            @Nullable String stage,
            @Nullable LocalDate from,
            @Nullable LocalDate until) implements Serializable {}

    @GetMapping
    String page(@PathVariable String code, Principal reader, Model model) {
        model.addAttribute("deputies", desk.of(code, reader.getName()));
        model.addAttribute("program", programs.get(code));
        model.addAttribute("stages", stages.ids());
        model.addAttribute("me", reader.getName());
        model.addAttribute("mayName", team.includes(code, reader.getName()));
        model.addAttribute("choices", choices(code, reader.getName()));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Chosen(null, null, null, null));
        }
        return "gate/deputies";
    }

    /** Everybody active but oneself and the manager, who decides nothing about their own program. */
    private List<Person> choices(String code, String reader) {
        String manager = team.manager(code);
        return people.active().stream()
                .filter(person -> !person.id().equals(reader) && !person.id().equals(manager))
                .toList();
    }

    @PostMapping
    String name(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String deputy,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            Principal person,
            RedirectAttributes said) {
        try {
            desk.name(code, person.getName(), deputy, stage, from, until);
            said.addFlashAttribute("done", texts.of("gate.deputies.named", people.nameOf(String.valueOf(deputy))));
        } catch (Refusal refusal) {
            said.addFlashAttribute("refused", texts.of(refusal));
            said.addFlashAttribute("typed", new Chosen(deputy, stage, from, until));
        }
        return "redirect:/programs/" + code + "/deputies";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable String code, @PathVariable long id, Principal person, RedirectAttributes said) {
        desk.end(code, id, person.getName());
        said.addFlashAttribute("done", texts.of("gate.deputies.ended"));
        return "redirect:/programs/" + code + "/deputies";
    }
}
