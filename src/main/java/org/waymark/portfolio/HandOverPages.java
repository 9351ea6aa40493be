package org.waymark.portfolio;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Holding;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The list of what somebody holds, with "give to": for the manager of one program, for an administrator of all. */
@Controller
class HandOverPages {

    private static final String ONE = "/programs/{code}/hand-over/{person}";
    private static final String ALL = "/people/{person}/hand-over";
    private static final String API = "/api/programs/{code}/hand-over/{person}";

    private final HandOver handOver;
    private final Programs programs;
    private final People people;
    private final Texts texts;

    HandOverPages(HandOver handOver, Programs programs, People people, Texts texts) {
        this.handOver = handOver;
        this.programs = programs;
        this.people = people;
        this.texts = texts;
    }

    /** What is given, as the list names it, and to whom. */
    record Giving(@Nullable List<String> held, @Nullable String to) {}

    @GetMapping(ONE)
    String one(@PathVariable String code, @PathVariable String person, Principal by, Model model) {
        handOver.mayHandOver(code, by.getName());
        List<Holding> held = handOver.of(code, person);
        model.addAttribute("held", held.isEmpty() ? Map.of() : Map.of(programs.get(code), held));
        model.addAttribute("only", programs.get(code));
        return page(person, model);
    }

    @GetMapping(ALL)
    String all(@PathVariable String person, Model model) {
        model.addAttribute("held", handOver.of(person));
        return page(person, model);
    }

    private String page(String person, Model model) {
        model.addAttribute("person", people.get(person));
        model.addAttribute(
                "choices",
                people.active().stream()
                        .filter((Person one) -> !one.id().equals(person))
                        .toList());
        return "portfolio/hand-over";
    }

    @PostMapping(ONE)
    String give(
            @PathVariable String code,
            @PathVariable String person,
            @RequestParam(required = false) @Nullable List<String> held,
            @RequestParam(required = false) @Nullable String to,
            Principal by,
            RedirectAttributes said) {
        given(code, person, held, to, by, said);
        return "redirect:/programs/" + code + "/hand-over/" + person;
    }

    @PostMapping(ALL)
    String giveAnywhere(
            @PathVariable String person,
            @RequestParam String program,
            @RequestParam(required = false) @Nullable List<String> held,
            @RequestParam(required = false) @Nullable String to,
            Principal by,
            RedirectAttributes said) {
        given(program, person, held, to, by, said);
        return "redirect:/people/" + person + "/hand-over";
    }

    private void given(
            String code,
            String person,
            @Nullable List<String> held,
            @Nullable String to,
            Principal by,
            RedirectAttributes said) {
        try {
            int given = handOver.give(code, person, held == null ? List.of() : held, to, by.getName());
            said.addFlashAttribute("done", texts.of("portfolio.handover.done", given));
        } catch (Refusal refusal) {
            said.addFlashAttribute("refused", texts.of(refusal));
        }
    }

    @GetMapping(API)
    @ResponseBody
    List<Holding> held(@PathVariable String code, @PathVariable String person, Principal by) {
        handOver.mayHandOver(code, by.getName());
        return handOver.of(code, person);
    }

    @PostMapping(API)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String code, @PathVariable String person, @RequestBody Giving giving, Principal by) {
        List<String> held = giving.held();
        handOver.give(code, person, held == null ? List.of() : held, giving.to(), by.getName());
    }
}
