package org.waymark.security;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What can be chosen for a person on the administrator's pages. */
@ControllerAdvice(assignableTypes = {PeoplePage.class, PersonAccess.class})
class PersonChoices {
    private final PersonRules rules;

    PersonChoices(PersonRules rules) {
        this.rules = rules;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("roles", Role.values());
        model.addAttribute("languages", rules.languages());
        model.addAttribute("zones", AccountPage.zones());
    }
}
