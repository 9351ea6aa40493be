package org.waymark.route;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The administrator's panels of one's own: who decides at which gates, and how many of them it takes. */
@Controller
@RequestMapping("/admin/gates/routes")
class OwnRoutePages {

    private final OwnRoutes routes;
    private final Texts texts;

    OwnRoutePages(OwnRoutes routes, Texts texts) {
        this.routes = routes;
        this.texts = texts;
    }

    /** What cannot be set comes back as it was typed, with what is wrong about it. */
    @PostMapping
    String add(@RequestParam String shown, @ModelAttribute OwnRouteForm typed, Principal by, RedirectAttributes said) {
        try {
            routes.add(typed, by.getName());
            said.addFlashAttribute("done", texts.of("gate.settings.saved"));
        } catch (Refusal refusal) {
            said.addFlashAttribute("typedRoute", typed);
            said.addFlashAttribute("refusedRoute", texts.of(refusal));
        }
        return back(shown, said);
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable long id, @RequestParam String shown, Principal by, RedirectAttributes said) {
        routes.remove(id, by.getName());
        said.addFlashAttribute("done", texts.of("gate.settings.saved"));
        return back(shown, said);
    }

    private static String back(String shown, RedirectAttributes said) {
        said.addAttribute("stage", shown);
        return "redirect:/admin/gates";
    }
}
