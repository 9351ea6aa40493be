package org.waymark.security;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** How an administrator helps somebody in, or gets them out: links, waiting times, sessions. */
@Controller
@RequestMapping("/people/{id}")
class PersonAccess {
    private final People people;
    private final Sessions sessions;
    private final ResetLinks links;
    private final String home;

    PersonAccess(People people, Sessions sessions, ResetLinks links, @Value("${waymark.address:}") String home) {
        this.people = people;
        this.sessions = sessions;
        this.links = links;
        this.home = home;
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
        String from = home.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : home;
        model.addAttribute("link", from + "/reset/" + secret);
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
