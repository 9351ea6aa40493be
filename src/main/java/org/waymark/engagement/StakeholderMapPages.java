package org.waymark.engagement;

import java.security.Principal;
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
import org.waymark.program.Programs;

/** The stakeholder map on a page: function, influence and stance, for those who run the program alone. */
@Controller
class StakeholderMapPages {

    private final StakeholderMap map;
    private final MapCircle circle;
    private final Programs programs;

    StakeholderMapPages(StakeholderMap map, MapCircle circle, Programs programs) {
        this.map = map;
        this.circle = circle;
        this.programs = programs;
    }

    @GetMapping("/programs/{code}/stakeholder-map")
    String map(@PathVariable String code, Principal me, Model model) {
        List<Stance> all = map.of(code, me.getName());
        model.addAttribute("program", programs.get(code));
        model.addAttribute("on", map.isOn(code));
        model.addAttribute("isManager", circle.isManager(code, me.getName()));
        model.addAttribute("all", all);
        model.addAttribute("with", all.stream().filter(Stance::isWith).count());
        model.addAttribute(
                "heavy",
                all.stream()
                        .filter(one -> !one.isWith() && one.influence() == Stance.Influence.HIGH)
                        .count());
        model.addAttribute("influences", Stance.Influence.values());
        model.addAttribute("standings", Stance.Standing.values());
        return "engagement/map";
    }

    @PostMapping("/programs/{code}/stakeholder-map/switch")
    String show(@PathVariable String code, @RequestParam boolean on, Principal me) {
        map.show(code, on, me.getName());
        return "redirect:/programs/" + code + "/stakeholder-map";
    }

    @PostMapping("/programs/{code}/stakeholder-map/erase")
    String erase(@PathVariable String code, Principal me) {
        map.erase(code, me.getName());
        return "redirect:/programs/" + code + "/stakeholder-map";
    }

    @PostMapping("/programs/{code}/stakeholder-map/people/{person}")
    String note(
            @PathVariable String code,
            @PathVariable String person,
            @RequestParam(required = false) @Nullable String influence,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(required = false) @Nullable String worry,
            @RequestParam(required = false) @Nullable String promise,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate touched,
            Principal me) {
        map.note(code, person, new StakeholderMap.Noted(influence, standing, worry, promise, touched), me.getName());
        return "redirect:/programs/" + code + "/stakeholder-map";
    }
}
