package org.waymark.release;

import java.io.Serializable;
import java.security.Principal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.process.carry.Carried;
import org.waymark.process.carry.DrawingChange;
import org.waymark.process.carry.Releases;
import org.waymark.security.People;
import org.waymark.web.Dates;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Where administrators and process designers see what runs on which release, and move programs one by one. */
@Controller
@RequestMapping("/admin/releases")
class ReleasePages {

    private static final int PAGE = 20;

    private final Releases releases;
    private final ProgramMoves moves;
    private final MoveWords words;
    private final People people;
    private final Texts texts;

    ReleasePages(Releases releases, ProgramMoves moves, MoveWords words, People people, Texts texts) {
        this.releases = releases;
        this.moves = moves;
        this.words = words;
        this.people = people;
        this.texts = texts;
    }

    /** A version in the list. */
    record VersionRow(
            String diagram, String name, int number, String since, boolean newest, boolean same, long running) {}

    /** A program in the list; tried is null as long as nobody asked for it. */
    record ProgramRow(String code, String stands, @Nullable Tried tried) {}

    /** How the trial of a move ended, in words. */
    record Tried(boolean possible, String mark, String why, List<String> news) {}

    /** How a move ended; kept with the sign-in, which lies in the database, until the next page. */
    record Result(String code, boolean done, String words) implements Serializable {}

    /** One difference. */
    record ChangeRow(String kind, String what, String type, String about, String was, String is) {}

    @GetMapping
    String all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable String tried,
            Principal me,
            Model model) {
        ZoneId zone = zone(me);
        int skip = Math.max(0, Math.min(page, 100_000)) * PAGE;
        model.addAttribute(
                "versions",
                releases.versions().stream().map(one -> row(one, zone)).toList());
        List<String> codes = releases.older(skip, PAGE);
        Map<String, List<String>> diagrams = releases.olderDiagrams(codes);
        model.addAttribute(
                "programs",
                codes.stream()
                        .map(code -> program(code, diagrams.getOrDefault(code, List.of()), tried != null))
                        .toList());
        int count = releases.olderCount();
        model.addAttribute("count", count);
        model.addAttribute("page", skip / PAGE);
        model.addAttribute("more", skip + PAGE < count);
        model.addAttribute("tried", tried != null);
        return "release/all";
    }

    private VersionRow row(Releases.Version one, ZoneId zone) {
        return new VersionRow(
                one.diagram(),
                words.diagram(one.diagram()),
                one.number(),
                Dates.here().date(one.since().atZoneSameInstant(zone)),
                one.newest(),
                one.same(),
                one.running());
    }

    private ProgramRow program(String code, List<String> older, boolean tried) {
        String stands = older.stream().map(words::diagram).collect(Collectors.joining(", "));
        return new ProgramRow(code, stands, tried ? tried(code) : null);
    }

    private Tried tried(String code) {
        try {
            Look look = moves.look(code);
            String why = look.why();
            return new Tried(why == null, look.mark(), why == null ? "" : why, news(look.carried()));
        } catch (Refusal refusal) {
            return new Tried(false, "", texts.of(refusal), List.of());
        }
    }

    /** Only what is not simply as before. */
    private List<String> news(Carried carried) {
        return carried.steps().stream()
                .filter(step -> !step.was().equals(step.is()))
                .map(words::step)
                .distinct()
                .toList();
    }

    @GetMapping("/programs/{code}")
    String program(@PathVariable String code, Principal me, Model model) {
        Look look = moves.look(code);
        ZoneId zone = zone(me);
        model.addAttribute("code", code);
        model.addAttribute("look", look);
        model.addAttribute(
                "parts", look.carried().parts().stream().map(words::part).toList());
        model.addAttribute(
                "steps",
                look.carried().steps().stream().map(words::step).distinct().toList());
        model.addAttribute(
                "timers",
                look.carried().timers().stream()
                        .map(one -> words.timer(one, zone))
                        .toList());
        return "release/program";
    }

    /** What is ticked is moved one after the other; each has its own result, and one that is refused stops no other. */
    @PostMapping("/programs")
    String move(
            @RequestParam(required = false) @Nullable List<String> program,
            @RequestParam(required = false) @Nullable String reason,
            Principal me,
            RedirectAttributes said) {
        List<Result> results = new ArrayList<>();
        for (String one : program == null ? List.<String>of() : program) {
            int mark = one.lastIndexOf(':');
            results.add(moved(
                    one.substring(0, Math.max(0, mark)),
                    one.substring(mark + 1),
                    reason == null ? "" : reason,
                    me.getName()));
        }
        said.addFlashAttribute("results", results);
        said.addFlashAttribute("nothing", results.isEmpty());
        return "redirect:/admin/releases";
    }

    private Result moved(String code, String mark, String reason, String by) {
        try {
            Carried carried = moves.move(code, mark, reason, by);
            List<String> news = news(carried);
            return new Result(code, true, news.isEmpty() ? texts.of("release.done.same") : String.join(" ", news));
        } catch (Refusal refusal) {
            return new Result(code, false, texts.of(refusal));
        }
    }

    @GetMapping("/{process}/{number}")
    String compare(
            @PathVariable String process,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer to,
            Model model) {
        int other = to == null ? releases.newest(process) : to;
        List<DrawingChange> changes = releases.changes(process, number, other);
        model.addAttribute("diagram", process);
        model.addAttribute("name", words.diagram(process));
        model.addAttribute("number", number);
        model.addAttribute("other", other);
        model.addAttribute(
                "changes",
                changes.stream()
                        .map(one -> new ChangeRow(
                                one.kind().name(),
                                words.kind(one.kind()),
                                words.type(one.type()),
                                words.about(one),
                                one.was(),
                                one.is()))
                        .toList());
        return "release/compare";
    }

    @GetMapping(value = "/{process}/{number}/drawing", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String drawing(@PathVariable String process, @PathVariable int number) {
        return releases.xml(process, number);
    }

    private ZoneId zone(Principal me) {
        return ZoneId.of(people.get(me.getName()).zone());
    }
}
