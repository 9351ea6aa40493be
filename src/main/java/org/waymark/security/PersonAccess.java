package org.waymark.security;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.ZoneId;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.waymark.web.Addresses;

/** How an administrator helps somebody in, or gets them out: links, waiting times, sessions. */
@Controller
@RequestMapping("/people/{id}")
class PersonAccess {
    private final People people;
    private final Sessions sessions;
    private final ResetLinks links;
    private final Addresses addresses;

    PersonAccess(People people, Sessions sessions, ResetLinks links, Addresses addresses) {
        this.people = people;
        this.sessions = sessions;
        this.links = links;
        this.addresses = addresses;
    }

    @GetMapping
    String page(@PathVariable String id, Principal me, Model model) {
        model.addAttribute("person", people.get(id));
        model.addAttribute("waits", people.waits(id));
        ZoneId zone = ZoneId.of(people.get(me.getName()).zone());
        model.addAttribute(
                "sessions",
                sessions.of(id).stream()
                        .map(line -> SessionLine.of(line, zone, null))
                        .toList());
        return "security/person";
    }

    /** The link is shown on this answer and nowhere else. */
    @PostMapping("/reset-link")
    String resetLink(@PathVariable String id, Principal me, Model model, HttpServletResponse response) {
        String secret = links.make(id, me.getName());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("link", addresses.here("/reset/" + secret));
        return page(id, me, model);
    }

    @PostMapping("/unlock")
    String unlock(@PathVariable String id) {
        people.unlock(id);
        return "redirect:/people/" + id + "?ended";
    }

    @PostMapping("/sessions/end")
    String endSessions(@PathVariable String id) {
        sessions.endAll(people.get(id).id());
        return "redirect:/people/" + id + "?ended";
    }
}
