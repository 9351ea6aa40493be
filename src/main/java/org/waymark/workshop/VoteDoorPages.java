package org.waymark.workshop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.process.Missing;
import org.waymark.process.Work;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/**
 * The pages of whoever votes by link or code: no sign-in, no session, no script, nothing but the ballot. The secret in
 * the address is what lets a form in, so a foreign page that does not know it can send nothing.
 */
@Controller
class VoteDoorPages {

    private final VoteDoor door;
    private final Misses misses;
    private final Texts texts;

    VoteDoorPages(VoteDoor door, Misses misses, Texts texts) {
        this.door = door;
        this.misses = misses;
        this.texts = texts;
    }

    /** The address is a secret: it is neither kept, nor passed on, nor found by a search. */
    @ModelAttribute
    void secret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping("/vote/{secret}")
    String ballot(@PathVariable String secret, @Nullable Principal me, HttpServletRequest request, Model model) {
        return show(counted(request, () -> door.open(secret, name(me))), secret, Map.of(), model);
    }

    @PostMapping("/vote/{secret}")
    String handIn(
            @PathVariable String secret,
            @RequestParam MultiValueMap<String, String> typed,
            @Nullable Principal me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        VoteDoor.Ballot again = counted(request, () -> door.handIn(secret, typed, name(me)));
        if (again == null) {
            return "workshop/voted";
        }
        Map<String, String> errors = new LinkedHashMap<>();
        for (Missing missing : again.sheet().missing()) {
            errors.putIfAbsent(missing.field(), texts.of(missing.key(), missing.args()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(again, secret, errors, model);
    }

    @GetMapping("/vote/room/{secret}")
    String room(@PathVariable String secret, HttpServletRequest request, Model model) {
        model.addAttribute("programName", counted(request, () -> door.room(secret)));
        model.addAttribute("action", "/vote/room/" + secret);
        return "workshop/vote-room";
    }

    @PostMapping("/vote/room/{secret}")
    String enter(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            return "redirect:/vote/" + counted(request, () -> door.enter(secret, code));
        } catch (Refusal refusal) {
            if (!refusal.key().equals("workshop.vote.wrong-code")) {
                throw refusal;
            }
            model.addAttribute("wrong", texts.of(refusal));
            response.setStatus(refusal.status());
            return room(secret, request, model);
        }
    }

    @ExceptionHandler(Refusal.class)
    ModelAndView refused(Refusal refusal, HttpServletResponse response) {
        secret(response);
        int status = refusal.key().equals("workshop.vote.too-many")
                ? HttpStatus.TOO_MANY_REQUESTS.value()
                : refusal.status();
        response.setStatus(status);
        return new ModelAndView("workshop/vote-refused", Map.of("sentence", texts.of(refusal)));
    }

    private String show(VoteDoor.Ballot ballot, String secret, Map<String, String> errors, Model model) {
        Work.Sheet sheet = ballot.sheet();
        model.addAllAttributes(sheet.view().model());
        // whoever holds a link sees the ballot, but not what its owner said early nor what other programs agreed
        model.addAttribute("byLink", true);
        model.addAttribute("settled", List.of());
        model.addAttribute("saidEarly", false);
        model.addAttribute("saidAhead", false);
        model.addAttribute("task", sheet.task());
        model.addAttribute("draft", sheet.draft());
        model.addAttribute("errors", errors);
        model.addAttribute("template", sheet.view().template());
        model.addAttribute(
                "button", texts.of(sheet.view().button(), sheet.view().buttonArgs()));
        String button = sheet.view().button();
        model.addAttribute("textKey", button.substring(0, button.lastIndexOf('.')));
        model.addAttribute("voter", ballot.voter());
        model.addAttribute("programName", ballot.programName());
        model.addAttribute("action", "/vote/" + secret);
        return "workshop/vote";
    }

    /** Whoever has knocked in vain too often is not heard for a while; only what opens nothing counts. */
    private <T> T counted(HttpServletRequest request, Supplier<T> call) {
        String from = request.getRemoteAddr();
        if (misses.tooMany(from)) {
            throw Refusal.conflict("workshop.vote.too-many");
        }
        try {
            return call.get();
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND.value()) {
                misses.one(from);
            }
            throw refusal;
        }
    }

    private static @Nullable String name(@Nullable Principal me) {
        return me == null ? null : me.getName();
    }
}
