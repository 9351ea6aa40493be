package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.web.Texts;

/** Where everybody comes in; the demo offers its people as buttons. */
@Controller
class SignInPage {
    private static final int LONGEST_WAIT = 60;

    private static final Duration KEPT = Duration.ofDays(365);

    private final Accounts accounts;
    private final PersonRules rules;
    private final ProviderSettings provider;
    private final Texts texts;
    private final List<String> offered;
    private final String demoPassword;

    SignInPage(
            Accounts accounts,
            PersonRules rules,
            ProviderSettings provider,
            Texts texts,
            Environment environment,
            @Value(
                            "${waymark.demo.people:admin,manager,sponsor,finance,architect,legal,service,marketing,product,sales,hr,auditor}")
                    List<String> people,
            @Value("${waymark.demo.password:Waymark-demo-2026}") String demoPassword) {
        this.accounts = accounts;
        this.rules = rules;
        this.provider = provider;
        this.texts = texts;
        this.offered = environment.acceptsProfiles(Profiles.of(HouseKeys.DEMO)) ? people : List.of();
        this.demoPassword = demoPassword;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String soon,
            @RequestParam(name = "provider", required = false) @Nullable String trouble,
            @Nullable Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (principal != null) {
            return "redirect:/";
        }
        model.addAttribute("administratorsOnly", !provider.passwords());
        model.addAttribute(
                "asksPassword",
                provider.passwords() || wrong != null || soon != null || request.getParameter("local") != null);
        if (provider.on()) {
            offer(trouble, request, response, model);
        }
        model.addAttribute("languages", rules.languages());
        model.addAttribute("wait", seconds(soon == null ? wrong : soon));
        var people = offered.stream()
                .flatMap(id -> accounts.find(id).stream())
                .map(Account::person)
                .filter(Person::active)
                .toList();
        model.addAttribute("people", people);
        // in the very first seconds of a demo nobody has been invited yet
        model.addAttribute("preparing", !offered.isEmpty() && people.isEmpty());
        if (!people.isEmpty() && provider.passwords()) {
            model.addAttribute("demoPassword", demoPassword);
        }
        return "security/sign-in";
    }

    /** The company's own sign-in, what came of it, and the way out of it for whoever has just signed out. */
    private void offer(
            @Nullable String trouble, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("provider", provider.shownName());
        model.addAttribute("providerStart", Provider.START);
        ProviderTrouble known = ProviderTrouble.of(trouble);
        if (known != null) {
            model.addAttribute("trouble", texts.of(known.key(), provider.shownName()));
        }
        String leaving = ProviderSignOut.leaving(request);
        if (leaving != null) {
            response.setHeader("Refresh", "0; url=" + leaving);
        }
    }

    /** Before anybody is known, this browser keeps the language; afterwards the person's own counts. */
    @GetMapping(value = "/sign-in", params = "language")
    String speak(@RequestParam String language, HttpServletRequest request, HttpServletResponse response) {
        if (rules.languages().contains(language)) {
            ResponseCookie cookie = ResponseCookie.from(PersonLocale.CHOSEN, language)
                    .path("/")
                    .maxAge(KEPT)
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return "redirect:/sign-in";
    }

    /** What the address says is somebody else's word: at most a minute of it is repeated. */
    private static int seconds(@Nullable String text) {
        return text != null && text.matches("\\d{1,3}") ? Math.min(LONGEST_WAIT, Integer.parseInt(text)) : 0;
    }
}
