package org.waymark.workshop;

import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.program.EarlyOpenings;
import org.waymark.program.Programs;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** A later stage's contribution ahead of time: a manager opens it, the people it asks answer on this page. */
@Controller
class EarlyPages {

    private final EarlyOpenings early;
    private final Programs programs;
    private final Texts texts;

    EarlyPages(EarlyOpenings early, Programs programs, Texts texts) {
        this.early = early;
        this.programs = programs;
        this.texts = texts;
    }

    @PostMapping("/programs/{code}/early")
    String open(@PathVariable String code, @RequestParam(defaultValue = "") String stage, Principal person) {
        early.open(code, stage, person.getName());
        return "redirect:/programs/" + code + "/workshops#early";
    }

    @GetMapping("/programs/{code}/early/{stage}")
    String ask(@PathVariable String code, @PathVariable String stage, Principal person, Model model) {
        return show(code, stage, person, early.answers(code, stage, person.getName()), model);
    }

    @PostMapping("/programs/{code}/early/{stage}")
    String keep(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Model model,
            RedirectAttributes next) {
        Map<String, @Nullable Integer> answers = TypedAnswers.of(typed);
        try {
            early.keep(code, stage, person.getName(), answers);
        } catch (Refusal refusal) {
            if (!refusal.key().equals("program.early.missing")) {
                throw refusal;
            }
            model.addAttribute("missing", texts.of(refusal));
            return show(code, stage, person, answers, model);
        }
        next.addFlashAttribute("kept", true);
        return "redirect:/programs/" + code + "/early/" + stage;
    }

    private String show(
            String code, String stage, Principal person, Map<String, @Nullable Integer> answers, Model model) {
        model.addAttribute("questions", early.questions(code, stage, person.getName()));
        early.of(code).stream()
                .filter(opening -> opening.stage().equals(stage))
                .findFirst()
                .ifPresent(opening -> model.addAttribute("opening", opening));
        model.addAttribute("answers", answers);
        model.addAttribute("program", programs.get(code));
        model.addAttribute("stage", stage);
        return "workshop/early";
    }
}
