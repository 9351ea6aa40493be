package org.waymark.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.process.Missing;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Pilots;
import org.waymark.promise.Promise;
import org.waymark.security.Proofs;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Several gates in one go: each ticked one is decided by itself, in its own transaction, with its own record. */
@Controller
@RequestMapping("/gate-day")
class GateDay {

    private final WorkItems items;
    private final Work work;
    private final Sittings sittings;
    private final Ballots ballots;
    private final ReviewPage reviews;
    private final GateSettings settings;
    private final Proofs proofs;
    private final Pilots pilots;
    private final Texts texts;

    GateDay(
            WorkItems items,
            Work work,
            Sittings sittings,
            Ballots ballots,
            ReviewPage reviews,
            GateSettings settings,
            Proofs proofs,
            Pilots pilots,
            Texts texts) {
        this.items = items;
        this.work = work;
        this.sittings = sittings;
        this.ballots = ballots;
        this.reviews = reviews;
        this.settings = settings;
        this.proofs = proofs;
        this.pilots = pilots;
        this.texts = texts;
    }

    /** One gate on the list: what would be signed, or why it cannot be signed from here. */
    record Line(
            WorkItem task,
            Review review,
            @Nullable Decision decision,
            boolean drafted,
            List<Promise> conditions,
            boolean pilot,
            @Nullable String lacks) {}

    @GetMapping
    String page(Principal person, Model model) {
        model.addAttribute(
                "lines", mine(person.getName()).stream().map(this::line).toList());
        model.addAttribute("labels", settings.labels());
        model.addAttribute("proved", proofs.fresh(person.getName()));
        return "gate/day";
    }

    private List<WorkItem> mine(String person) {
        return items.openOf(person).stream()
                .filter(item -> item.taskKey().equals("decideGate"))
                .toList();
    }

    /** A draft that says something is signed as it is; without one, only a plain go that lacks nothing. */
    private Line line(WorkItem task) {
        String person = String.valueOf(task.assignee());
        Sitting sitting = sittings.ofInstance(task.instance());
        Verdict draft = (Verdict) work.open(task.task(), person).draft();
        boolean drafted = draft.decision() != null;
        boolean pilot = pilots.of(task.program()).isPresent();
        Verdict signed = drafted ? draft : undrafted(draft, pilot);
        String lacks = ballots.missing(sitting, person, signed).stream()
                .filter(missing -> !missing.field().equals("_password"))
                .findFirst()
                .map(this::words)
                .orElse(null);
        return new Line(task, reviews.of(sitting, person), signed.decision(), drafted, signed.promises(), pilot, lacks);
    }

    /** In a pilot what is missing has become a condition already; anywhere else only a go that lacks nothing is plain. */
    private static Verdict undrafted(Verdict begun, boolean pilot) {
        return pilot && !begun.promises().isEmpty()
                ? new Verdict(Decision.CONDITIONAL_GO, null, List.of(), begun.conditions(), null, null, List.of())
                : plainGo();
    }

    private static Verdict plainGo() {
        return new Verdict(Decision.GO, null, List.of(), List.of(), null, null, List.of());
    }

    private String words(Missing missing) {
        return texts.of(missing.key(), missing.args());
    }

    @PostMapping
    String sign(
            @RequestParam(required = false) @Nullable List<String> task,
            @RequestParam(defaultValue = "") String password,
            Principal person,
            RedirectAttributes said) {
        List<String> ticked = task == null ? List.of() : task;
        List<String> done = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try {
            if (ticked.isEmpty()) {
                throw Refusal.invalid("gate.day.none");
            }
            if (!proofs.fresh(person.getName())) {
                proofs.prove(person.getName(), password);
            }
        } catch (Refusal refusal) {
            said.addFlashAttribute("refused", List.of(texts.of(refusal)));
            return "redirect:/gate-day";
        }
        mine(person.getName()).stream()
                .filter(item -> ticked.contains(item.task()))
                .forEach(item -> sign(item, person.getName(), done, refused));
        said.addFlashAttribute("done", done);
        said.addFlashAttribute("refused", refused);
        return "redirect:/gate-day";
    }

    private void sign(WorkItem item, String person, List<String> done, List<String> refused) {
        try {
            Work.Sheet sheet = work.open(item.task(), person);
            Verdict draft = (Verdict) sheet.draft();
            Decision decision = draft.decision();
            if (decision == null) {
                boolean pilot = pilots.of(item.program()).isPresent();
                decision = undrafted(draft, pilot).decision();
                ObjectNode signed = decision == Decision.CONDITIONAL_GO
                        ? sheet.work().deepCopy()
                        : JsonNodeFactory.instance.objectNode();
                work.save(item.task(), person, signed.put("decision", String.valueOf(decision)), sheet.version());
            }
            work.complete(item.task(), person);
            done.add(texts.of("gate.day.signed", item.program(), texts.of("gate.decided." + decision)));
        } catch (Refusal refusal) {
            refused.add(texts.of("gate.day.refused", item.program(), texts.of(refusal)));
        }
    }
}
