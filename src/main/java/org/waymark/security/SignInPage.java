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

/** Where everybody comes in; the demo offers its people as buttons. */
@Controller
class SignInPage {
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
    String page(@Nullable Principal principal, Model model) {
        if (principal != null) {
            return "redirect:/";
        }
        var people = offered.stream()
                .flatMap(id -> accounts.find(id).stream())
                .map(Account::person)
                .filter(Person::active)
                .toList();
        model.addAttribute("people", people);
        if (!people.isEmpty()) {
            model.addAttribute("demoPassword", demoPassword);
        }
        return "security/sign-in";
    }
}
