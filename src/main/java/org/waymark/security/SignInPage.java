package org.waymark.security;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody comes in; the demo offers its people as buttons. */
@Controller
class SignInPage {
    private static final int LONGEST_WAIT = 60;

    private final Accounts accounts;
    private final List<String> offered;
    private final String demoPassword;

    SignInPage(
            Accounts accounts,
            Environment environment,
            @Value(
                            "${waymark.demo.people:admin,manager,sponsor,finance,architect,legal,service,marketing,product,sales,hr,auditor}")
                    List<String> people,
            @Value("${waymark.demo.password:Waymark-demo-2026}") String demoPassword) {
        this.accounts = accounts;
        this.offered = environment.acceptsProfiles(Profiles.of(HouseKeys.DEMO)) ? people : List.of();
        this.demoPassword = demoPassword;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String soon,
            @Nullable Principal principal,
            Model model) {
        if (principal != null) {
            return "redirect:/";
        }
        model.addAttribute("wait", seconds(soon == null ? wrong : soon));
        var people = offered.stream()
                .flatMap(id -> accounts.find(id).stream())
                .map(Account::person)
                .filter(Person::active)
                .toList();
        model.addAttribute("people", people);
        // in the very first seconds of a demo nobody has been invited yet
        model.addAttribute("preparing", !offered.isEmpty() && people.isEmpty());
        if (!people.isEmpty()) {
            model.addAttribute("demoPassword", demoPassword);
        }
        return "security/sign-in";
    }

    /** What the address says is somebody else's word: at most a minute of it is repeated. */
    private static int seconds(@Nullable String text) {
        return text != null && text.matches("\\d{1,3}") ? Math.min(LONGEST_WAIT, Integer.parseInt(text)) : 0;
    }
}
