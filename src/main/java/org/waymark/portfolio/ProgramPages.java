package org.waymark.portfolio;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.waymark.catalogue.Catalogue;
import org.waymark.engagement.Four;
import org.waymark.engagement.MeasureWords;
import org.waymark.engagement.Measures;
import org.waymark.ledger.Ledger;
import org.waymark.process.Diagrams;
import org.waymark.process.Notes;
import org.waymark.program.Contributions;
import org.waymark.program.Launch;
import org.waymark.program.Minutes;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.trace.Corrections;
import org.waymark.trace.Marks;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The pages of one program: launch, overview, team, agreed records, stop. */
@Controller
class ProgramPages {

    private static final int ROWS = 8;

    private final Programs programs;
    private final ProgramView view;
    private final Contributions contributions;
    private final Team team;
    private final People people;
    private final Stages stages;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Diagrams diagrams;
    private final Notes notes;
    private final Board board;
    private final Needs needs;
    private final Measures measures;
    private final MeasureWords words;
    private final Marks marks;
    private final Minutes minutes;
    private final Corrections corrections;
    private final Texts texts;
    private final Clock clock;

    ProgramPages(
            Programs programs,
            ProgramView view,
            Contributions contributions,
            Team team,
            People people,
            Stages stages,
            Catalogue catalogue,
            Ledger ledger,
            Diagrams diagrams,
            Notes notes,
            Board board,
            Needs needs,
            Measures measures,
            MeasureWords words,
            Marks marks,
            Minutes minutes,
            Corrections corrections,
            Texts texts,
            Clock clock) {
        this.programs = programs;
        this.view = view;
        this.contributions = contributions;
        this.team = team;
        this.people = people;
        this.stages = stages;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.diagrams = diagrams;
        this.notes = notes;
        this.board = board;
        this.needs = needs;
        this.measures = measures;
        this.words = words;
        this.marks = marks;
        this.minutes = minutes;
        this.corrections = corrections;
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

    @GetMapping("/programs/{code}")
    String program(@PathVariable String code, Principal person, Model model) {
        team.mustSee(code, person.getName());
        Program program = programs.get(code);
        model.addAttribute("program", program);
        model.addAttribute("line", board.line(program, person.getName()));
        model.addAttribute("stages", stages.ids());
        model.addAttribute("stageLines", view.lines(code));
        model.addAttribute(
                "links",
                stages.inOrder().stream()
                        .flatMap(one -> one.links(code).stream())
                        .toList());
        model.addAttribute("zone", ZoneId.of(people.get(person.getName()).zone()));
        Four four = measures.of(code);
        model.addAttribute("measures", four);
        model.addAttribute("cards", words.cards(four, program.currency()));
        model.addAttribute("attention", view.attention(program));
        model.addAttribute("round", contributions.open(code, program.stage()));
        model.addAttribute("members", team.members(code));
        model.addAttribute("people", people.active());
        model.addAttribute("parts", Part.values());
        model.addAttribute("functions", catalogue.functions());
        model.addAttribute("groups", Team.GROUPS);
        model.addAttribute("entries", ledger.latest(code, 12));
        model.addAttribute("marked", marks.open(code).size());
        model.addAttribute("notes", notes.open(code));
        boolean manager = team.holding(code, Part.MANAGER).contains(person.getName());
        model.addAttribute("minutes", minutes.lines(code));
        // everybody sees their own minutes, the manager everybody's: who promised them has to see them
        model.addAttribute(
                "minutesOf",
                minutes.shares(code).stream()
                        .filter(share -> manager || share.person().equals(person.getName()))
                        .toList());
        model.addAttribute("isManager", manager);
        model.addAttribute("unfilled", manager ? needs.unfilled(program) : List.of());
        return "portfolio/program";
    }

    @PostMapping("/programs/{code}/close")
    String close(
            @PathVariable String code,
            @RequestParam String stage,
            @RequestParam(required = false) @Nullable String reason,
            Principal person) {
        contributions.close(code, stage, reason, person.getName());
        return "redirect:/programs/" + code;
    }

    @PostMapping("/programs/{code}/stop")
    String stop(@PathVariable String code, @RequestParam(required = false) @Nullable String reason, Principal person) {
        programs.stop(code, reason, person.getName());
        return "redirect:/programs/" + code;
    }

    @PostMapping("/programs/{code}/team")
    String join(
            @PathVariable String code,
            @RequestParam String member,
            @RequestParam Part part,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "") String group,
            Principal person) {
        team.join(
                new Member(code, member, part, function.isBlank() ? null : function, group.isBlank() ? null : group),
                person.getName());
        return "redirect:/programs/" + code + "#team";
    }

    @PostMapping("/programs/{code}/team/leave")
    String leave(@PathVariable String code, @RequestParam String member, @RequestParam Part part, Principal person) {
        team.leave(code, member, part, person.getName());
        return "redirect:/programs/" + code + "#team";
    }

    @GetMapping("/programs/{code}/stages/{stage}")
    String stage(@PathVariable String code, @PathVariable String stage, Principal person, Model model) {
        team.mustSee(code, person.getName());
        model.addAttribute("program", programs.get(code));
        model.addAttribute("state", programs.stage(code, stage));
        model.addAttribute("line", board.line(programs.get(code), person.getName()));
        model.addAttribute("stages", stages.ids());
        model.addAttribute("document", stages.of(stage).record(code));
        model.addAttribute("mine", stages.of(stage).mine(code, person.getName()));
        model.addAttribute("links", stages.of(stage).links(code));
        model.addAttribute("corrections", corrections.of(code, stage));
        return "portfolio/stage";
    }

    @GetMapping("/programs/{code}/positions")
    @ResponseBody
    List<Diagrams.Position> positions(@PathVariable String code, Principal person) {
        team.mustSee(code, person.getName());
        return diagrams.positions(code);
    }

    @GetMapping(value = "/diagrams/{process}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> diagram(@PathVariable String process) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(diagrams.xml(process));
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
