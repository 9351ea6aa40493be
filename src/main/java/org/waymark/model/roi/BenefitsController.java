package org.waymark.model.roi;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The page of plan, forecast and actuals. */
@Controller
class BenefitsController {

    private final BenefitsPage page;
    private final Reporting reporting;
    private final Rechecking rechecking;
    private final NextLooks looks;
    private final Texts texts;

    BenefitsController(BenefitsPage page, Reporting reporting, Rechecking rechecking, NextLooks looks, Texts texts) {
        this.page = page;
        this.reporting = reporting;
        this.rechecking = rechecking;
        this.looks = looks;
        this.texts = texts;
    }

    @GetMapping("/programs/{code}/benefits")
    String benefits(@PathVariable String code, Principal person, Model model) {
        model.addAllAttributes(page.of(code, person.getName()));
        model.addAttribute("looks", looks.of(code).orElse(null));
        return "roi/benefits";
    }

    @PostMapping("/programs/{code}/benefits/{line}")
    String report(
            @PathVariable String code,
            @PathVariable String line,
            @RequestParam Map<String, String> typed,
            Principal person,
            HttpServletResponse response,
            Model model) {
        try {
            reporting.report(code, line, said(typed), person.getName());
        } catch (Refusal refusal) {
            return again(code, line, typed, refusal, person, response, model);
        }
        return "redirect:/programs/" + code + "/benefits#" + line;
    }

    @PostMapping("/programs/{code}/benefits/{line}/confirm")
    String confirm(
            @PathVariable String code,
            @PathVariable String line,
            @RequestParam(required = false) @Nullable List<Long> report,
            Principal person,
            HttpServletResponse response,
            Model model) {
        try {
            reporting.confirm(code, report == null ? List.of() : report, person.getName());
        } catch (Refusal refusal) {
            return again(code, line, Map.of(), refusal, person, response, model);
        }
        return "redirect:/programs/" + code + "/benefits#" + line;
    }

    @PostMapping("/programs/{code}/benefits/{line}/again")
    String again(
            @PathVariable String code,
            @PathVariable String line,
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam long upTo,
            @RequestParam Map<String, String> typed,
            Principal person,
            HttpServletResponse response,
            Model model) {
        try {
            Review review =
                    new Review(line, verdict, number("amount", typed), reason.isBlank() ? null : reason.strip());
            rechecking.answer(code, review, upTo, person.getName());
        } catch (Refusal refusal) {
            return again(code, line, typed, refusal, person, response, model);
        }
        return "redirect:/programs/" + code + "/benefits#again";
    }

    /** The page as it was typed, with what stands in the way beside its field. */
    private String again(
            String code,
            String line,
            Map<String, String> typed,
            Refusal refusal,
            Principal person,
            HttpServletResponse response,
            Model model) {
        model.addAllAttributes(page.of(code, person.getName()));
        model.addAttribute("looks", looks.of(code).orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", texts.of(refusal));
        model.addAttribute("wrongLine", line);
        model.addAttribute("wrongField", String.valueOf(refusal.field()));
        response.setStatus(refusal.status());
        return "roi/benefits";
    }

    private static List<Reported> said(Map<String, String> typed) {
        List<Reported> said = new ArrayList<>();
        for (Map.Entry<String, String> one : typed.entrySet()) {
            if (one.getKey().matches("q\\d{1,2}\\.seen")) {
                String field = one.getKey().substring(0, one.getKey().indexOf('.') + 1);
                said.add(new Reported(
                        Integer.parseInt(field.substring(1, field.length() - 1)),
                        number(field + "forecast", typed),
                        number(field + "actual", typed),
                        typed.get(field + "source"),
                        typed.get(field + "reason"),
                        id(one.getValue())));
            }
        }
        return said;
    }

    private static @Nullable BigDecimal number(String field, Map<String, String> typed) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[+-]?\\d{1,20}(\\.\\d{1,10})?")) {
            throw Refusal.bad("roi.benefits.notANumber", text.length() > 40 ? text.substring(0, 40) : text)
                    .at(field);
        }
        return new BigDecimal(text);
    }

    private static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.bad("roi.benefits.changedSince");
        }
        return Long.parseLong(text);
    }
}
