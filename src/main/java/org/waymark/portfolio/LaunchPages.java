package org.waymark.portfolio;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.waymark.catalogue.Catalogue;
import org.waymark.program.Launch;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The launch of a program: who, what for, and what it will ask of people. */
@Controller
class LaunchPages {

    private static final int ROWS = 8;

    private final Programs programs;
    private final People people;
    private final Catalogue catalogue;
    private final Texts texts;
    private final Clock clock;

    LaunchPages(Programs programs, People people, Catalogue catalogue, Texts texts, Clock clock) {
        this.programs = programs;
        this.people = people;
        this.catalogue = catalogue;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/programs/new")
    String blank(Principal person, Model model) {
        programs.mustLaunch(person.getName());
        List<Launch.Seat> seats = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            seats.add(new Launch.Seat("", "", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"));
        }
        Launch launch = new Launch(
                "",
                "",
                "",
                "",
                person.getName(),
                "",
                "",
                "UNDER_1M",
                "MEDIUM",
                "EUR",
                LocalDate.now(clock),
                "",
                "",
                seats);
        return form(launch, model);
    }

    @PostMapping(value = "/programs/new", params = "preview")
    String preview(LaunchForm form, Principal person, Model model) {
        programs.mustLaunch(person.getName());
        Launch launch = form.launch();
        try {
            model.addAttribute("price", programs.price(launch));
            model.addAttribute("warnings", programs.warnings(launch));
        } catch (Refusal refusal) {
            model.addAttribute("error", texts.of(refusal));
            model.addAttribute("errorField", String.valueOf(refusal.field()));
        }
        return form(launch, model);
    }

    @PostMapping(value = "/programs/new", params = "launch")
    String launch(LaunchForm form, Principal person, Model model) {
        programs.mustLaunch(person.getName());
        Launch launch = form.launch();
        try {
            return "redirect:/programs/"
                    + programs.launch(launch, person.getName()).code();
        } catch (Refusal refusal) {
            model.addAttribute("error", texts.of(refusal));
            model.addAttribute("errorField", String.valueOf(refusal.field()));
            return form(launch, model);
        }
    }

    private String form(Launch launch, Model model) {
        model.addAttribute("launch", launch);
        model.addAttribute("people", people.active());
        model.addAttribute("functions", catalogue.functions());
        model.addAttribute("groups", Team.GROUPS);
        return "portfolio/launch";
    }

    /** The launch form as a browser posts it. */
    record LaunchForm(
            @Nullable String code,
            @Nullable String name,
            @Nullable String purpose,
            @Nullable String sponsor,
            @Nullable String manager,
            @Nullable String finance,
            @Nullable String architect,
            @Nullable String investmentBand,
            @Nullable String risk,
            @Nullable String currency,
            @Nullable LocalDate start,
            @Nullable String depth,
            @Nullable String depthReason,
            @Nullable List<String> member,
            @Nullable List<String> function,
            @Nullable List<String> group,
            @Nullable List<String> part) {

        Launch launch() {
            List<Launch.Seat> seats = new ArrayList<>();
            for (int i = 0; member != null && i < member.size(); i++) {
                seats.add(new Launch.Seat(member.get(i), at(function, i), at(group, i), at(part, i)));
            }
            return new Launch(
                    code,
                    name,
                    purpose,
                    sponsor,
                    manager,
                    finance,
                    architect,
                    investmentBand,
                    risk,
                    currency,
                    start,
                    depth,
                    depthReason,
                    seats);
        }

        private static String at(@Nullable List<String> list, int i) {
            return list == null || i >= list.size() ? "" : list.get(i);
        }
    }
}
