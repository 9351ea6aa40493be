package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** What everybody may settle for themselves: password, language, time zone. */
@Controller
@RequestMapping("/account")
class AccountPage {
    private final People people;
    private final Accounts accounts;
    private final PersonRules rules;
    private final FirstPassword firstPassword;
    private final Texts texts;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    AccountPage(People people, Accounts accounts, PersonRules rules, FirstPassword firstPassword, Texts texts) {
        this.people = people;
        this.accounts = accounts;
        this.rules = rules;
        this.firstPassword = firstPassword;
        this.texts = texts;
    }

    @GetMapping
    String page(Principal me, Model model) {
        model.addAttribute("person", people.get(me.getName()));
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
            HttpServletResponse response) {
        try {
            people.settle(me.getName(), language, zone);
            return "redirect:/account?saved";
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return page(me, model);
        }
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
        var account = accounts.find(id).orElseThrow(() -> Refusal.missing("security.person.unknown", id));
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIn.of(account));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
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
