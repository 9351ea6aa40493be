package org.waymark.notification;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.web.Refusal;

/** A person's calendar for the program they keep their days in: no sign-in, a secret address instead. */
@Controller
class CalendarPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Calendars calendars;

    CalendarPages(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String secret) {
        String written = calendars.behind(secret).orElseThrow(() -> Refusal.missing("notification.calendar.unknown"));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(written.getBytes(StandardCharsets.UTF_8));
    }

    /** The address is shown on the next page and never again. */
    @PostMapping("/account/calendar")
    String make(Principal me, RedirectAttributes next) {
        next.addFlashAttribute("made", calendars.make(me.getName()));
        return "redirect:/account/mail#calendar";
    }

    @PostMapping("/account/calendar/end")
    String end(Principal me) {
        calendars.end(me.getName());
        return "redirect:/account/mail#calendar";
    }
}
