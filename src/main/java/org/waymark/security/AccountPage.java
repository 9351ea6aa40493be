package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** What everybody may settle for themselves: password, language, time zone, tokens for their scripts. */
@Controller
@RequestMapping("/account")
class AccountPage {
    private static final int USUAL_DAYS = 90;

    private final People people;
    private final Accounts accounts;
    private final PersonRules rules;
    private final FirstPassword firstPassword;
    private final AccessTokens tokens;
    private final Sessions sessions;
    private final Texts texts;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    AccountPage(
            People people,
            Accounts accounts,
            PersonRules rules,
            FirstPassword firstPassword,
            AccessTokens tokens,
            Sessions sessions,
            Texts texts,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.rules = rules;
        this.firstPassword = firstPassword;
        this.tokens = tokens;
        this.sessions = sessions;
        this.texts = texts;
        this.clock = clock;
    }

    /** A token in its owner's time. */
    record TokenLine(
            long id,
            String name,
            LocalDate until,
            boolean over,
            @Nullable LocalDateTime lastUsed) {

        static TokenLine of(AccessToken token, ZoneId zone, LocalDate today) {
            LocalDate until =
                    token.expiresAt().atZoneSameInstant(zone).toLocalDate().minusDays(1);
            OffsetDateTime used = token.lastUsedAt();
            return new TokenLine(
                    token.id(),
                    token.name(),
                    until,
                    until.isBefore(today),
                    used == null ? null : used.atZoneSameInstant(zone).toLocalDateTime());
        }
    }

    @GetMapping
    String page(Principal me, Model model, HttpServletRequest request) {
        Person person = people.get(me.getName());
        ZoneId zone = ZoneId.of(person.zone());
        LocalDate today = LocalDate.now(clock.withZone(zone));
        model.addAttribute("person", person);
        model.addAttribute(
                "tokens",
                tokens.of(person.id()).stream()
                        .map(token -> TokenLine.of(token, zone, today))
                        .toList());
        Long here = Sessions.line(request.getSession(false));
        model.addAttribute(
                "sessions",
                sessions.of(person.id()).stream()
                        .map(line -> SessionLine.of(line, zone, here))
                        .toList());
        model.addAttribute("today", today);
        model.addAttribute("usual", today.plusDays(USUAL_DAYS));
        model.addAttribute("latest", today.plusDays(AccessTokens.MOST_DAYS));
        model.addAttribute("languages", rules.languages());
        model.addAttribute("zones", zones());
        return "security/account";
    }

    @PostMapping
    String settle(
            Principal me,
            @RequestParam String language,
            @RequestParam String zone,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            people.settle(me.getName(), language, zone);
            return "redirect:/account?saved";
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return page(me, model, request);
        }
    }

    /** The answer shows the new token, this once; it is not kept anywhere it could be read again. */
    @PostMapping("/tokens")
    String makeToken(
            Principal me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable LocalDate until,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            model.addAttribute("made", tokens.make(people.get(me.getName()), name, until));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } catch (Refusal refusal) {
            refused(refusal, model, response);
        }
        return page(me, model, request);
    }

    @PostMapping("/tokens/{id}/revoke")
    String revokeToken(Principal me, @PathVariable long id) {
        tokens.revoke(me.getName(), id);
        return "redirect:/account?revoked";
    }

    /** Ends one of my sessions; the one I look from ends too, if that is the one. */
    @PostMapping("/sessions/{id}/end")
    String endSession(Principal me, @PathVariable long id) {
        sessions.end(me.getName(), id);
        return "redirect:/account?ended";
    }

    /** Signs me out everywhere but here. */
    @PostMapping("/sessions/end")
    String endSessions(Principal me, HttpServletRequest request, HttpServletResponse response) {
        sessions.endAll(me.getName());
        stay(me.getName(), request, response);
        return "redirect:/account?ended";
    }

    @GetMapping("/password")
    String password(Principal me, Model model) {
        boolean first =
                accounts.find(me.getName()).map(Account::mustChangePassword).orElse(false);
        model.addAttribute("first", first);
        model.addAttribute("shortest", Passwords.SHORTEST);
        return "security/password";
    }

    @PostMapping("/password")
    String change(
            Principal me,
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String again,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (!password.equals(again)) {
                throw Refusal.invalid("security.password.again").at("again");
            }
            people.changePassword(me.getName(), old, password);
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return password(me, model);
        }
        firstPassword.changed(me.getName());
        stay(me.getName(), request, response);
        return "redirect:/?password";
    }

    /** All sign-ins of this person have just ended; this one goes on under a new session. */
    private void stay(String id, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.now(id).orElseThrow(() -> Refusal.missing("security.person.unknown", id));
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                SignIn.byProvider(SecurityContextHolder.getContext().getAuthentication())
                        ? SignIn.ofProvider(account)
                        : SignIn.of(account));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        sessions.begin(new SignedIn(id, account.accessVersion()), request);
    }

    private void refused(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal.status());
        model.addAttribute("refusal", texts.of(refusal.key(), refusal.args()));
        model.addAttribute("refusedField", Objects.requireNonNullElse(refusal.field(), ""));
    }

    static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
