package org.waymark.hook;

import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.security.People;

/** Where administrators say which other systems hear what, and see what arrived. */
@Controller
@RequestMapping("/admin/hooks")
class HookPages {

    private static final int LOG = 100;
    private static final int WEEK = 7;

    private final Hooks hooks;
    private final Deliveries deliveries;
    private final Bodies bodies;
    private final People people;

    HookPages(Hooks hooks, Deliveries deliveries, Bodies bodies, People people) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.bodies = bodies;
        this.people = people;
    }

    /** One address in the list, with how many deliveries were given up in a week. */
    public record Row(long id, String name, String where, String shape, int events, boolean paused, int givenUp) {}

    @GetMapping
    String all(Model model) {
        Map<Long, Integer> givenUp = deliveries.givenUp(WEEK);
        model.addAttribute(
                "hooks",
                hooks.all().stream()
                        .map(one -> new Row(
                                one.id(),
                                one.name(),
                                one.where(),
                                one.shape().name(),
                                one.events().size(),
                                one.paused(),
                                givenUp.getOrDefault(one.id(), 0)))
                        .toList());
        model.addAttribute("happenings", List.of(Happening.values()));
        model.addAttribute("shapes", List.of(Hook.Shape.values()));
        model.addAttribute("programs", hooks.running());
        return "hook/all";
    }

    @PostMapping
    String add(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam Hook.Shape shape,
            @RequestParam(required = false) @Nullable Set<Happening> events,
            @RequestParam(required = false) @Nullable Set<String> programs,
            Principal me,
            RedirectAttributes after) {
        Hooks.Made made = hooks.add(
                name,
                address,
                shape,
                LocaleContextHolder.getLocale().getLanguage(),
                events == null ? Set.of() : events,
                programs == null ? Set.of() : programs,
                me.getName());
        after.addFlashAttribute("secret", made.secret());
        return "redirect:/admin/hooks/" + made.id();
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Principal me, Model model) {
        Hook hook = hooks.get(id);
        model.addAttribute("id", id);
        model.addAttribute("mark", hooks.mark(id));
        model.addAttribute("name", hook.name());
        model.addAttribute("where", hook.where());
        model.addAttribute("shape", hook.shape().name());
        model.addAttribute("paused", hook.paused());
        model.addAttribute("events", hook.events().stream().map(Happening::type).toList());
        model.addAttribute("programs", String.join(", ", hook.programs()));
        model.addAttribute("deliveries", deliveries.newest(id, LOG));
        model.addAttribute("zone", ZoneId.of(people.get(me.getName()).zone()));
        return "hook/one";
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable long id) {
        deliveries.put(id, "", 0, Delivery.TEST, bodies.test(hooks.get(id)));
        return "redirect:/admin/hooks/" + id + "?tested";
    }

    @PostMapping("/{id}/secret")
    String renew(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String seen,
            Principal me,
            RedirectAttributes after) {
        String renewed = hooks.renew(id, seen, me.getName());
        if (renewed != null) {
            after.addFlashAttribute("secret", renewed);
            after.addFlashAttribute("both", HookSecrets.BOTH.toHours());
        }
        return "redirect:/admin/hooks/" + id;
    }

    @PostMapping("/{id}/pause")
    String pause(@PathVariable long id, @RequestParam boolean paused, Principal me) {
        hooks.pause(id, paused, me.getName());
        return "redirect:/admin/hooks/" + id;
    }

    @PostMapping("/{id}/deliveries/{delivery}/again")
    String again(@PathVariable long id, @PathVariable long delivery) {
        deliveries.again(hooks.get(id).id(), delivery);
        return "redirect:/admin/hooks/" + id + "?again";
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable long id, Principal me) {
        hooks.remove(id, me.getName());
        return "redirect:/admin/hooks?removed";
    }
}
