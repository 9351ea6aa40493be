package org.waymark.workshop;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Contributions;
import org.waymark.program.EarlyOpenings;
import org.waymark.program.Pilots;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stage.Link;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** The working sessions of a program: prepare one, lead it on the big screen, read its minutes. */
@Controller
class WorkshopPages {

    private final Workshops workshops;
    private final VotingByLink voting;
    private final EarlyOpenings early;
    private final Prework prework;
    private final Pilots pilots;
    private final Programs programs;
    private final Contributions contributions;
    private final WorkItems items;
    private final Stages stages;
    private final Team team;
    private final People people;
    private final Texts texts;
    private final Clock clock;

    WorkshopPages(
            Workshops workshops,
            VotingByLink voting,
            EarlyOpenings early,
            Prework prework,
            Pilots pilots,
            Programs programs,
            Contributions contributions,
            WorkItems items,
            Stages stages,
            Team team,
            People people,
            Texts texts,
            Clock clock) {
        this.workshops = workshops;
        this.voting = voting;
        this.early = early;
        this.prework = prework;
        this.pilots = pilots;
        this.programs = programs;
        this.contributions = contributions;
        this.items = items;
        this.stages = stages;
        this.team = team;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/programs/{code}/workshops")
    String sessions(@PathVariable String code, Principal person, Model model) {
        team.mustSee(code, person.getName());
        Program program = programs.get(code);
        model.addAttribute("program", program);
        model.addAttribute("sessions", workshops.of(code));
        model.addAttribute("formats", Format.values());
        model.addAttribute("members", team.of(code).stream().map(people::get).toList());
        boolean runs = team.holding(code, Part.MANAGER).contains(person.getName());
        model.addAttribute("isManager", program.isRunning() && runs);
        model.addAttribute("early", early.standing(code));
        model.addAttribute("offered", runs ? early.offered(code) : List.of());
        model.addAttribute("opens", runs ? prework.of(code) : List.of());
        model.addAttribute("never", early.neverOffered(code));
        model.addAttribute("gives", voting.gives(code, person.getName()));
        model.addAttribute("pilot", pilots.of(code).isPresent());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("zone", ZoneId.of(people.get(person.getName()).zone()));
        return "workshop/sessions";
    }

    @PostMapping("/programs/{code}/workshops")
    String prepare(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime at,
            @RequestParam(defaultValue = "") String facilitator,
            Principal person) {
        return "redirect:/workshops/" + workshops.prepare(code, format, day, at, facilitator, person.getName());
    }

    @GetMapping("/workshops/{id}")
    String room(@PathVariable long id, Principal person, Model model) {
        Session session = show(id, person, model);
        votes(session, model);
        String code = session.program();
        Format.Block block = session.block();
        if (block.stage()) {
            List<String> agreeing = stages.of(block.name()).agreeing();
            items.openOf(person.getName()).stream()
                    .filter(item -> item.program().equals(code) && agreeing.contains(item.taskKey()))
                    .map(WorkItem::task)
                    .findFirst()
                    .ifPresent(task -> model.addAttribute("agree", task));
            model.addAttribute("stage", programs.stage(code, block.name()));
            model.addAttribute("sketches", pilots.writes(code, person.getName()));
        }
        model.addAttribute("members", team.of(code).stream().map(people::get).toList());
        model.addAttribute("isManager", team.holding(code, Part.MANAGER).contains(person.getName()));
        model.addAttribute("pilot", pilots.of(code).isPresent());
        return "workshop/room";
    }

    /** How many have answered, and never what: read again every few seconds. */
    @GetMapping("/workshops/{id}/votes")
    String counts(@PathVariable long id, Principal person, Model model) {
        votes(show(id, person, model), model);
        return "workshop/room :: votes";
    }

    @PostMapping("/workshops/{id}/block")
    String go(@PathVariable long id, @RequestParam int block, Principal person) {
        workshops.go(id, block, person.getName());
        return "redirect:/workshops/" + id;
    }

    @PostMapping("/workshops/{id}/notes")
    String note(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean decision,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
            Principal person) {
        workshops.note(id, decision, words, owner, due, person.getName());
        return "redirect:/workshops/" + id;
    }

    @PostMapping("/workshops/{id}/close")
    String close(@PathVariable long id, Principal person) {
        workshops.close(id, person.getName());
        return "redirect:/workshops/" + id + "/minutes";
    }

    @GetMapping("/workshops/{id}/minutes")
    String minutes(@PathVariable long id, Principal person, Model model) {
        show(id, person, model);
        return "workshop/minutes";
    }

    /** One page for whoever comes: what will be talked about, and what the reader does before. */
    @GetMapping("/workshops/{id}/invitation")
    String invitation(@PathVariable long id, Principal person, Model model) {
        String code = show(id, person, model).program();
        List<Link> before = new ArrayList<>();
        items.openOf(person.getName()).stream()
                .filter(item -> item.program().equals(code))
                .forEach(item -> before.add(new Link(item.name(), "/my-work/" + item.task())));
        early.waiting(code, person.getName())
                .forEach(opening -> before.add(new Link(
                        texts.of("workshop.early.title", texts.of("stage." + opening.stage())),
                        "/programs/" + code + "/early/" + opening.stage())));
        model.addAttribute("before", before);
        return "workshop/invitation";
    }

    private Session show(long id, Principal person, Model model) {
        Session session = workshops.get(id, person.getName());
        model.addAttribute("room", session);
        model.addAttribute("program", programs.get(session.program()));
        model.addAttribute("blocks", session.format().blocks());
        model.addAttribute("notes", workshops.notes(id));
        model.addAttribute("leads", workshops.leads(session, person.getName()));
        model.addAttribute("zone", ZoneId.of(people.get(person.getName()).zone()));
        model.addAttribute("today", LocalDate.now(clock));
        return session;
    }

    private void votes(Session session, Model model) {
        Format.Block block = session.block();
        Contributions.Round round =
                block.stage() && session.isRunning() ? contributions.open(session.program(), block.name()) : null;
        if (round != null) {
            model.addAttribute("round", round);
            model.addAttribute("byLink", VotingByLink.STAGES.contains(block.name()));
        }
    }
}
