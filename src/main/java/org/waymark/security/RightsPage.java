package org.waymark.security;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may do what: printed from the very rules that are asked on every request. */
@Controller
class RightsPage {
    private final OpenDoors engine;

    RightsPage(OpenDoors engine) {
        this.engine = engine;
    }

    /** A rule with a cell for every role. */
    record Line(String name, String verbs, List<Boolean> roles) {}

    @GetMapping("/rights")
    String page(Model model) {
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "rights",
                Arrays.stream(Right.values())
                        .map(right -> new Line(right.name(), "", roles(role -> role.may(right))))
                        .toList());
        model.addAttribute(
                "addresses", AddressRule.ALL.stream().map(RightsPage::line).toList());
        model.addAttribute(
                "doors",
                engine.list().stream()
                        .map(door -> new Line(door.address(), door.verbs(), roles(role -> opens(door, role))))
                        .toList());
        return "security/rights";
    }

    private static Line line(AddressRule rule) {
        var verb = rule.verb();
        return new Line(
                String.join(" ", rule.addresses()), verb == null ? "" : verb.name(), roles(role -> opens(rule, role)));
    }

    private static boolean opens(OpenDoor door, Role role) {
        Right right = door.right();
        return right == null || role.may(right);
    }

    static boolean opens(AddressRule rule, Role role) {
        Right right = rule.right();
        return right == null ? rule.who() != AddressRule.Who.NOBODY : role.may(right);
    }

    private static List<Boolean> roles(java.util.function.Predicate<Role> has) {
        return Arrays.stream(Role.values()).map(has::test).toList();
    }
}
