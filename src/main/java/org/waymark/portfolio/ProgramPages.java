package org.waymark.portfolio;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.waymark.engagement.Visits;
import org.waymark.process.Diagrams;
import org.waymark.program.Programs;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Team;
import org.waymark.trace.Corrections;

/** The pages of one program: the overview, one stage's agreed record, the diagrams. */
@Controller
class ProgramPages {

    private final Programs programs;
    private final ProgramPage page;
    private final Team team;
    private final Stages stages;
    private final Diagrams diagrams;
    private final DrawnNames names;
    private final Board board;
    private final Corrections corrections;
    private final Visits visits;

    ProgramPages(
            Programs programs,
            ProgramPage page,
            Team team,
            Stages stages,
            Diagrams diagrams,
            DrawnNames names,
            Board board,
            Corrections corrections,
            Visits visits) {
        this.programs = programs;
        this.page = page;
        this.team = team;
        this.stages = stages;
        this.diagrams = diagrams;
        this.names = names;
        this.board = board;
        this.corrections = corrections;
        this.visits = visits;
    }

    @GetMapping("/programs/{code}")
    String program(@PathVariable String code, Principal person, Model model) {
        team.mustSee(code, person.getName());
        model.addAllAttributes(page.of(code, person.getName(), visits.come(code, person.getName())));
        return "portfolio/program";
    }

    @GetMapping("/programs/{code}/stages/{stage}")
    @Transactional(readOnly = true)
    String stage(@PathVariable String code, @PathVariable String stage, Principal person, Model model) {
        team.mustSee(code, person.getName());
        model.addAttribute("program", programs.get(code));
        model.addAttribute("state", programs.stage(code, stage));
        model.addAttribute("me", person.getName());
        model.addAttribute("line", board.line(programs.get(code), person.getName()));
        model.addAttribute("stages", stages.ids());
        model.addAttribute("document", stages.of(stage).record(code));
        model.addAttribute("mine", stages.of(stage).mine(code, person.getName()));
        model.addAttribute("links", stages.of(stage).links(code));
        model.addAttribute("corrections", corrections.of(code, stage));
        return "portfolio/stage";
    }

    @GetMapping("/programs/{code}/positions")
    @ResponseBody
    List<Diagrams.Position> positions(@PathVariable String code, Principal person) {
        team.mustSee(code, person.getName());
        return diagrams.positions(code);
    }

    @GetMapping(value = "/diagrams/{process}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> diagram(@PathVariable String process, Locale reader) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(names.in(diagrams.xml(process), reader));
    }
}
