package org.waymark.engagement;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The two registers of a program: concerns and quick wins. */
@Controller
class RegisterPages {

    private static final int UNFINISHED = 422;
    private static final int TOO_MUCH = 400;

    private final Concerns concerns;
    private final QuickWins wins;
    private final Programs programs;
    private final Stages stages;
    private final Team team;
    private final People people;
    private final Texts texts;
    private final Clock clock;

    RegisterPages(
            Concerns concerns,
            QuickWins wins,
            Programs programs,
            Stages stages,
            Team team,
            People people,
            Texts texts,
            Clock clock) {
        this.concerns = concerns;
        this.wins = wins;
        this.programs = programs;
        this.stages = stages;
        this.team = team;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/programs/{code}/concerns")
    String concerns(@PathVariable String code, Principal person, Model model) {
        open(code, person, model);
        model.addAttribute("concerns", concerns.of(code));
        model.addAttribute("stages", stages.ids());
        model.addAttribute("isManager", team.holding(code, Part.MANAGER).contains(person.getName()));
        model.addAttribute("members", team.of(code).stream().map(people::get).toList());
        return "engagement/concerns";
    }

    @PostMapping("/programs/{code}/concerns")
    String raise(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(required = false) @Nullable String words,
            Principal person,
            RedirectAttributes said) {
        String about = stage.isBlank() ? null : stage;
        said.addFlashAttribute("typedStage", stage);
        return told(code, 0, words, said, () -> concerns.raise(code, about, words, person.getName()));
    }

    @PostMapping("/programs/{code}/concerns/{id}/owner")
    String assign(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam String owner,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
            Principal person) {
        concerns.assign(code, id, owner, due, person.getName());
        return "redirect:/programs/" + code + "/concerns";
    }

    @PostMapping("/programs/{code}/concerns/{id}/answer")
    String answer(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String answer,
            Principal person,
            RedirectAttributes said) {
        return told(code, id, answer, said, () -> concerns.answer(code, id, answer, person.getName()));
    }

    @PostMapping("/programs/{code}/concerns/{id}/verdict")
    String judge(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam boolean enough,
            @RequestParam(required = false) @Nullable String words,
            Principal person,
            RedirectAttributes said) {
        return told(code, id, words, said, () -> concerns.judge(code, id, enough, words, person.getName()));
    }

    /** What is not enough yet, or too much, comes back as it was typed, with what is wrong about it. */
    private String told(String code, long id, @Nullable String words, RedirectAttributes said, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.status() != UNFINISHED && refusal.status() != TOO_MUCH) {
                throw refusal;
            }
            said.addFlashAttribute("refused", texts.of(refusal));
            said.addFlashAttribute("typedFor", id);
            said.addFlashAttribute("typed", words);
        }
        return "redirect:/programs/" + code + "/concerns" + (id > 0 ? "#concern-" + id : "");
    }

    @GetMapping("/programs/{code}/quick-wins")
    String wins(@PathVariable String code, Principal person, Model model) {
        Program program = open(code, person, model);
        List<QuickWins.QuickWin> all = wins.of(code);
        model.addAttribute("wins", all);
        model.addAttribute("days", wins.daysSince(program, all));
        return "engagement/quick-wins";
    }

    @PostMapping("/programs/{code}/quick-wins")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String forWhom,
            @RequestParam(required = false) @Nullable String evidence,
            @RequestParam(required = false) @Nullable String quotableBy,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate wonOn,
            Principal person) {
        wins.show(code, changed, forWhom, evidence, quotableBy, wonOn, person.getName());
        return "redirect:/programs/" + code + "/quick-wins";
    }

    private Program open(String code, Principal person, Model model) {
        team.mustSee(code, person.getName());
        Program program = programs.get(code);
        model.addAttribute("program", program);
        model.addAttribute("me", person.getName());
        model.addAttribute("member", team.includes(code, person.getName()));
        model.addAttribute("today", LocalDate.now(clock));
        return program;
    }
}
