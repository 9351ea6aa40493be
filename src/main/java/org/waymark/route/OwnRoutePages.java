package org.waymark.route;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    @PostMapping
    String add(
            @RequestParam String shown,
            @ModelAttribute OwnRoutes.Typed typed,
            @RequestParam(required = false) @Nullable List<String> source,
            @RequestParam(required = false) @Nullable List<String> how,
            Principal by,
            RedirectAttributes said) {
        return done(shown, said, () -> routes.add(typed, seats(source, how), by.getName()));
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable long id, @RequestParam String shown, Principal by, RedirectAttributes said) {
        return done(shown, said, () -> routes.remove(id, by.getName()));
    }

    /** Who was given a place; the others are sent along with an empty choice. */
    private static List<OwnRoute.Seat> seats(@Nullable List<String> sources, @Nullable List<String> hows) {
        List<OwnRoute.Seat> seats = new ArrayList<>();
        if (sources == null || hows == null) {
            return seats;
        }
        for (int i = 0; i < sources.size() && i < hows.size(); i++) {
            String how = hows.get(i);
            if (!sources.get(i).isBlank() && !how.isBlank()) {
                seats.add(new OwnRoute.Seat(
                        sources.get(i),
                        Arrays.stream(OwnRoute.How.values())
                                .filter(one -> one.name().equals(how))
                                .findFirst()
                                .orElseThrow(() -> Refusal.invalid("gate.settings.choice", how)
                                        .at("how"))));
            }
        }
        return seats;
    }

    private String done(String shown, RedirectAttributes said, Runnable act) {
        try {
            act.run();
            said.addFlashAttribute("done", texts.of("gate.settings.saved"));
        } catch (Refusal refusal) {
            said.addFlashAttribute("refused", texts.of(refusal));
        }
        said.addAttribute("stage", shown);
        return "redirect:/admin/gates";
    }
}
