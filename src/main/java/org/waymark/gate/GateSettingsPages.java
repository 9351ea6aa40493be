package org.waymark.gate;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.route.OwnRoute;
import org.waymark.route.OwnRouteForm;
import org.waymark.route.OwnRoutes;
import org.waymark.route.RouteWords;
import org.waymark.security.People;
import org.waymark.stage.Fact;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The administrator's page about gates: criteria, questions, reasons and words. */
@Controller
@RequestMapping("/admin/gates")
class GateSettingsPages {

    private final GateSettings settings;
    private final Criteria criteria;
    private final OwnRoutes routes;
    private final RouteWords routeWords;
    private final People people;
    private final Programs programs;
    private final Stages stages;
    private final Texts texts;

    GateSettingsPages(
            GateSettings settings,
            Criteria criteria,
            OwnRoutes routes,
            RouteWords routeWords,
            People people,
            Programs programs,
            Stages stages,
            Texts texts) {
        this.settings = settings;
        this.criteria = criteria;
        this.routes = routes;
        this.routeWords = routeWords;
        this.people = people;
        this.programs = programs;
        this.stages = stages;
        this.texts = texts;
    }

    /** A part or group that can be given a seat. */
    record Source(String code, String name) {}

    /** One criterion with the words it is shown in. */
    record Row(Criterion criterion, String words) {}

    @GetMapping
    String page(@RequestParam(required = false) @Nullable String stage, Model model) {
        String shown =
                stage != null && stages.exists(stage) ? stage : stages.ids().get(0);
        model.addAttribute("stage", shown);
        model.addAttribute("stages", stages.ids());
        model.addAttribute(
                "criteria",
                criteria.all(shown).stream()
                        .map(one -> new Row(one, criteria.words(one)))
                        .toList());
        model.addAttribute("facts", facts(shown));
        model.addAttribute("scales", settings.scales());
        model.addAttribute("reasons", settings.reasons());
        model.addAttribute("labels", settings.labels());
        model.addAttribute("decisions", Decision.values());
        model.addAttribute("comparisons", Comparison.values());
        model.addAttribute("kinds", Binding.values());
        model.addAttribute("scaleKinds", Scores.Kind.values());
        model.addAttribute("needs", Need.values());
        panels(shown, model);
        return "gate/settings";
    }

    private void panels(String shown, Model model) {
        if (!model.containsAttribute("typedRoute")) {
            model.addAttribute("typedRoute", OwnRouteForm.blank(shown));
        }
        model.addAttribute("routes", routeWords.rows(routes.all()));
        model.addAttribute("depths", OwnRoutes.DEPTHS);
        model.addAttribute("bands", OwnRoutes.BANDS);
        model.addAttribute(
                "sources",
                OwnRoutes.sources().stream()
                        .map(one -> new Source(one, routeWords.source(one)))
                        .toList());
        model.addAttribute("named", people.active());
        model.addAttribute("weights", OwnRoute.How.values());
    }

    /** Figures the stage states; any program can tell them. */
    private List<String> facts(String stage) {
        return programs.all().stream()
                .findFirst()
                .map(Program::code)
                .map(code -> stages.of(stage).facts(code).stream()
                        .map(Fact::name)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    @PostMapping("/criteria/{id}")
    String change(
            @PathVariable String id,
            @RequestParam String stage,
            @ModelAttribute GateSettings.Change change,
            Principal by,
            RedirectAttributes said) {
        return done(stage, said, () -> settings.change(id, change, by.getName()));
    }

    @PostMapping("/criteria")
    String add(
            @RequestParam String stage,
            @RequestParam(required = false) @Nullable String fact,
            @ModelAttribute GateSettings.Change change,
            Principal by,
            RedirectAttributes said) {
        return done(
                stage,
                said,
                () -> settings.add(stage, fact, stages.exists(stage) ? facts(stage) : List.of(), change, by.getName()));
    }

    @PostMapping("/scores")
    String addScore(
            @RequestParam String stage,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer weight,
            Principal by,
            RedirectAttributes said) {
        return done(stage, said, () -> settings.addScale(at, words, kind, weight, by.getName()));
    }

    @PostMapping("/scores/{id}/remove")
    String removeScore(@PathVariable long id, @RequestParam String stage, Principal by, RedirectAttributes said) {
        return done(stage, said, () -> settings.removeScale(id, by.getName()));
    }

    @PostMapping("/reasons")
    String addReason(
            @RequestParam String stage,
            @RequestParam(required = false) @Nullable String decision,
            @RequestParam(required = false) @Nullable String words,
            Principal by,
            RedirectAttributes said) {
        return done(stage, said, () -> settings.addReason(decision, words, by.getName()));
    }

    @PostMapping("/reasons/{id}/remove")
    String removeReason(@PathVariable long id, @RequestParam String stage, Principal by, RedirectAttributes said) {
        return done(stage, said, () -> settings.removeReason(id, by.getName()));
    }

    @PostMapping("/labels")
    String labels(
            @RequestParam String stage,
            @RequestParam List<String> decision,
            @RequestParam List<String> words,
            Principal by,
            RedirectAttributes said) {
        return done(stage, said, () -> {
            for (int i = 0; i < decision.size() && i < words.size(); i++) {
                settings.label(decision.get(i), words.get(i), by.getName());
            }
        });
    }

    private String done(String stage, RedirectAttributes said, Runnable act) {
        try {
            act.run();
            said.addFlashAttribute("done", texts.of("gate.settings.saved"));
        } catch (Refusal refusal) {
            said.addFlashAttribute("refused", texts.of(refusal));
        }
        said.addAttribute("stage", stages.exists(stage) ? stage : stages.ids().get(0));
        return "redirect:/admin/gates";
    }
}
