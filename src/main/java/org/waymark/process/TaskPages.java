package org.waymark.process;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.waymark.security.People;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The fragment of a task, in Tasklist and on pages alike: shown, saved while typing, handed in. */
@Controller
class TaskPages {

    private final Work work;
    private final WorkItems items;
    private final TimeSpent time;
    private final Notes notes;
    private final People people;
    private final Texts texts;
    private final ProgramNames names;

    TaskPages(Work work, WorkItems items, TimeSpent time, Notes notes, People people, Texts texts, ProgramNames names) {
        this.work = work;
        this.items = items;
        this.time = time;
        this.notes = notes;
        this.people = people;
        this.texts = texts;
        this.names = names;
    }

    @GetMapping("/tasks/{task}/work")
    String work(@PathVariable String task, Principal person, Model model) {
        Optional<Work.StandingBy> standingBy = work.standingBy(task, person.getName());
        if (standingBy.isPresent()) {
            model.addAttribute("task", standingBy.get().task());
            model.addAttribute("whose", standingBy.get().whose());
            model.addAttribute(
                    "programName", names.nameOf(standingBy.get().task().program()));
            return "work/stand-in :: frame";
        }
        Work.Sheet sheet = work.open(task, person.getName());
        time.sign(task, person.getName());
        fill(model, sheet, person);
        model.addAttribute(
                "colleagues",
                sheet.passable() ? notes.colleagues(sheet.task().program(), person.getName()) : List.of());
        return "work/frame :: frame";
    }

    @PutMapping("/tasks/{task}/work")
    String save(
            @PathVariable String task,
            @RequestParam("_version") long version,
            @RequestParam MultiValueMap<String, String> inputs,
            Principal person,
            Model model) {
        Work.Sheet sheet = work.save(task, person.getName(), DraftTree.of(inputs), version);
        time.sign(task, person.getName());
        fill(model, sheet, person);
        return "work/state :: state";
    }

    /** Somebody reads or types in the open form; asked at most once a minute, and only when something moved. */
    @PostMapping("/tasks/{task}/here")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void here(@PathVariable String task, Principal person) {
        work.mine(task, person.getName());
        time.sign(task, person.getName());
    }

    /** Told before completing, since Tasklist completes without a word of ours. */
    @PutMapping("/tasks/{task}/submit-stage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void submitStage(@PathVariable String task, @RequestParam boolean wish, Principal person) {
        work.submitStage(task, person.getName(), wish);
    }

    @PostMapping("/tasks/{task}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String task, Principal person) {
        work.complete(task, person.getName());
    }

    /** A deputy takes the task over; what it shows from then on is the task itself. */
    @PostMapping("/tasks/{task}/stand-in")
    @ResponseBody
    String standIn(@PathVariable String task, Principal person) {
        work.standIn(task, person.getName());
        return texts.of("work.stand-in.done");
    }

    @PostMapping("/tasks/{task}/pass-on")
    @ResponseBody
    String passOn(
            @PathVariable String task,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String words,
            Principal person) {
        notes.passOn(task, person.getName(), to, words);
        return texts.of("work.passed", people.nameOf(to));
    }

    @PostMapping("/tasks/{task}/ask")
    @ResponseBody
    String ask(@PathVariable String task, @RequestParam(defaultValue = "") String words, Principal person) {
        notes.ask(task, person.getName(), words);
        return texts.of("work.note-sent");
    }

    @PostMapping("/tasks/{task}/until")
    @ResponseBody
    String until(
            @PathVariable String task,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String words,
            Principal person) {
        if (until == null) {
            throw Refusal.invalid("work.until-range").at("until");
        }
        notes.needUntil(task, person.getName(), until, words);
        return texts.of("work.note-sent");
    }

    /** The same fragment on a page of its own, for phones and screen readers. */
    @GetMapping("/my-work/{task}")
    String page(@PathVariable String task, Principal person, Model model, HttpServletResponse response) {
        WorkItem item = items.find(task).orElseThrow(() -> Refusal.missing("work.unknown"));
        if (!item.isOpen() && person.getName().equals(item.endedBy())) {
            model.addAttribute("done", true);
        } else if (!item.isOpen() && person.getName().equals(item.assignee())) {
            model.addAttribute("done", true);
            model.addAttribute("over", texts.of(work.over(item, person.getName())));
        } else {
            if (work.standingBy(task, person.getName()).isEmpty()) {
                work.mine(task, person.getName());
            }
            model.addAttribute("done", false);
        }
        model.addAttribute("task", item);
        return "work/page";
    }

    private void fill(Model model, Work.Sheet sheet, Principal person) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Missing missing : sheet.missing()) {
            errors.putIfAbsent(missing.field(), texts.of(missing.key(), missing.args()));
        }
        model.addAllAttributes(sheet.view().model());
        model.addAttribute("task", sheet.task());
        model.addAttribute("draft", sheet.draft());
        model.addAttribute("errors", errors);
        model.addAttribute("version", sheet.version());
        model.addAttribute(
                "saved",
                sheet.saved() == null
                        ? null
                        : sheet.saved()
                                .atZoneSameInstant(
                                        ZoneId.of(people.get(person.getName()).zone())));
        model.addAttribute("template", sheet.view().template());
        model.addAttribute(
                "button", texts.of(sheet.view().button(), sheet.view().buttonArgs()));
        model.addAttribute("passable", sheet.passable());
        model.addAttribute("fillable", sheet.fromFile() != null);
        model.addAttribute("submittable", work.submittable(sheet.task().task(), person.getName()));
        model.addAttribute("programName", names.nameOf(sheet.task().program()));
        model.addAttribute(
                "textKey",
                sheet.view().button().substring(0, sheet.view().button().indexOf('.')) + "."
                        + sheet.task().taskKey());
        model.addAttribute("me", person.getName());
    }
}
