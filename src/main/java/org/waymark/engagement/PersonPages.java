package org.waymark.engagement;

import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** A program for one person: the sponsor's page, a stakeholder's own page, and a sheet for their team meeting. */
@Controller
class PersonPages {

    private final SponsorPage sponsors;
    private final SponsorActs acts;
    private final PersonPage persons;
    private final Glossary glossary;
    private final Programs programs;
    private final Team team;
    private final People people;
    private final Measures measures;

    PersonPages(
            SponsorPage sponsors,
            SponsorActs acts,
            PersonPage persons,
            Glossary glossary,
            Programs programs,
            Team team,
            People people,
            Measures measures) {
        this.sponsors = sponsors;
        this.acts = acts;
        this.persons = persons;
        this.glossary = glossary;
        this.programs = programs;
        this.team = team;
        this.people = people;
        this.measures = measures;
    }

    /** The sponsor's alone, with what only they may see first; the manager who prepares it sees everything else. */
    @GetMapping("/programs/{code}/sponsor")
    @Transactional(readOnly = true)
    String sponsor(@PathVariable String code, Principal person, Model model) {
        Program program = open(code, person, model);
        String whose = acts.whose(code, person.getName());
        boolean sponsor = whose.equals(person.getName());
        model.addAttribute("sponsor", sponsor);
        model.addAllAttributes(sponsors.of(program, whose));
        if (!sponsor) {
            model.addAttribute("mirror", org.waymark.stage.Mine.NOTHING);
        }
        return "engagement/sponsor";
    }

    /** One tap of the sponsor: what was suggested is done. */
    @PostMapping("/programs/{code}/sponsor/acts")
    String done(@PathVariable String code, @RequestParam String rule, @RequestParam String subject, Principal person) {
        acts.done(code, rule, subject, person.getName());
        return "redirect:/programs/" + code + "/sponsor#acts";
    }

    @GetMapping("/programs/{code}/me")
    @Transactional(readOnly = true)
    String mine(@PathVariable String code, Principal person, Model model) {
        return personal(code, person, model, "engagement/person");
    }

    @GetMapping("/programs/{code}/me/sheet")
    @Transactional(readOnly = true)
    String sheet(@PathVariable String code, Principal person, Model model) {
        return personal(code, person, model, "engagement/sheet");
    }

    private String personal(String code, Principal person, Model model, String page) {
        Program program = open(code, person, model);
        if (!team.includes(code, person.getName())) {
            throw Refusal.forbidden("engagement.team-only");
        }
        model.addAllAttributes(persons.of(program, person.getName()));
        model.addAttribute("manager", persons.manager(code));
        model.addAttribute("words", glossary.words());
        return page;
    }

    private Program open(String code, Principal person, Model model) {
        team.mustSee(code, person.getName());
        Program program = programs.get(code);
        ZoneId zone = ZoneId.of(people.get(person.getName()).zone());
        model.addAttribute("program", program);
        model.addAttribute("zone", zone);
        model.addAttribute("today", LocalDate.ofInstant(measures.now().toInstant(), zone));
        return program;
    }
}
