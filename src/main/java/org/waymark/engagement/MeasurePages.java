package org.waymark.engagement;

import java.security.Principal;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** One measure of a program, opened to the records it counts. */
@Controller
class MeasurePages {

    private final Measures measures;
    private final MeasureRecords records;
    private final MeasureWords words;
    private final Programs programs;
    private final Team team;
    private final People people;

    MeasurePages(
            Measures measures,
            MeasureRecords records,
            MeasureWords words,
            Programs programs,
            Team team,
            People people) {
        this.measures = measures;
        this.records = records;
        this.words = words;
        this.programs = programs;
        this.team = team;
        this.people = people;
    }

    @GetMapping("/programs/{code}/measures/{measure}")
    String measure(@PathVariable String code, @PathVariable String measure, Principal person, Model model) {
        team.mustSee(code, person.getName());
        if (!MeasureWords.NAMES.contains(measure)) {
            throw Refusal.missing("web.nothing-there");
        }
        Program program = programs.get(code);
        ZoneId zone = ZoneId.of(people.get(person.getName()).zone());
        model.addAttribute("program", program);
        model.addAttribute("measure", measure);
        model.addAttribute("me", person.getName());
        model.addAttribute("names", MeasureWords.NAMES);
        model.addAttribute(
                "card",
                words.cards(measures.of(code), program).stream()
                        .filter(card -> card.name().equals(measure))
                        .findFirst()
                        .orElseThrow());
        model.addAttribute("rows", records.of(program, measure, zone));
        return "engagement/measure";
    }
}
