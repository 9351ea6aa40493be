package org.waymark.security;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Where a link leads by which somebody chooses a new password. */
@Controller
@RequestMapping("/reset/{secret}")
class ResetPage {
    private final ResetLinks links;
    private final FirstPassword firstPassword;
    private final Texts texts;

    ResetPage(ResetLinks links, FirstPassword firstPassword, Texts texts) {
        this.links = links;
        this.firstPassword = firstPassword;
        this.texts = texts;
    }

    @GetMapping
    String page(@PathVariable String secret, Model model) {
        model.addAttribute("owner", links.owner(secret));
        model.addAttribute("shortest", Passwords.SHORTEST);
        return "security/reset";
    }

    @PostMapping
    String choose(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Model model,
            HttpServletResponse response) {
        page(secret, model);
        try {
            if (!password.equals(again)) {
                throw Refusal.invalid("security.password.again").at("again");
            }
            firstPassword.changed(links.use(secret, password).id());
            return "redirect:/sign-in?reset";
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            model.addAttribute("refusal", texts.of(refusal.key(), refusal.args()));
            return "security/reset";
        }
    }
}
