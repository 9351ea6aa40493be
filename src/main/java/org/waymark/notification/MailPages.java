package org.waymark.notification;

import java.security.Principal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.security.People;
import org.waymark.security.Person;

/** How each person wishes to be written to, what was written, and for administrators what became of every mail. */
@Controller
class MailPages {

    private static final int OWN = 20;
    private static final int LOG = 200;

    private final MailWishes wishes;
    private final Outbox outbox;
    private final Carrier carrier;
    private final People people;
    private final Calendars calendars;

    MailPages(MailWishes wishes, Outbox outbox, Carrier carrier, People people, Calendars calendars) {
        this.wishes = wishes;
        this.outbox = outbox;
        this.carrier = carrier;
        this.people = people;
        this.calendars = calendars;
    }

    @GetMapping("/account/mail")
    String own(Principal me, Model model) {
        Person person = people.get(me.getName());
        model.addAttribute("person", person);
        model.addAttribute("wish", wishes.of(person.id()));
        model.addAttribute("weekdays", EnumSet.allOf(DayOfWeek.class));
        model.addAttribute("mails", outbox.to(person.id(), OWN));
        model.addAttribute("zone", ZoneId.of(person.zone()));
        model.addAttribute("calendar", calendars.has(person.id()));
        return "notification/own";
    }

    @PostMapping("/account/mail")
    String keep(
            Principal me,
            @RequestParam(defaultValue = "false") boolean digest,
            @RequestParam(required = false) @Nullable Set<DayOfWeek> weekdays,
            @RequestParam int morning,
            @RequestParam int evening,
            @RequestParam(defaultValue = "false") boolean decisions) {
        wishes.keep(
                me.getName(),
                new MailWish(digest, weekdays == null ? Set.of() : weekdays, morning, evening, decisions));
        return "redirect:/account/mail?saved";
    }

    /** Who was sent what and when; what it said is for its reader alone. */
    @GetMapping("/admin/mail")
    String log(@RequestParam(required = false) @Nullable String state, Principal me, Model model) {
        String only = state == null || state.isBlank() ? null : state;
        model.addAttribute("mails", outbox.newest(only, LOG));
        model.addAttribute("state", only == null ? "" : only);
        model.addAttribute("states", List.of("WAITING", "SENDING", "SENT", "FAILED", "UNSURE"));
        model.addAttribute("server", carrier.hasServer());
        model.addAttribute("zone", ZoneId.of(people.get(me.getName()).zone()));
        return "notification/log";
    }

    @PostMapping("/admin/mail/{id}/again")
    String again(@PathVariable long id) {
        outbox.again(id);
        return "redirect:/admin/mail?again";
    }
}
