package org.waymark.engagement;

import java.security.Principal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.waymark.process.TimeSpent;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.EarlyOpenings;
import org.waymark.program.Minutes;
import org.waymark.security.People;

/** My work: tasks open and offered, everything else a person stands for, and what they handed in. */
@Controller
class MyWorkPages {

    private static final int DONE = 20;

    private final MyWork work;
    private final Commitments commitments;
    private final WorkItems items;
    private final TimeSpent time;
    private final Minutes minutes;
    private final People people;
    private final Measures measures;
    private final EarlyOpenings early;

    MyWorkPages(
            MyWork work,
            Commitments commitments,
            WorkItems items,
            TimeSpent time,
            Minutes minutes,
            People people,
            Measures measures,
            EarlyOpenings early) {
        this.work = work;
        this.commitments = commitments;
        this.items = items;
        this.time = time;
        this.minutes = minutes;
        this.people = people;
        this.measures = measures;
        this.early = early;
    }

    @GetMapping("/my-work")
    @Transactional(readOnly = true)
    String myWork(Principal principal, Model model) {
        String person = principal.getName();
        ZoneId zone = ZoneId.of(people.get(person).zone());
        OffsetDateTime now = measures.now();
        List<MyWork.Task> open = work.open(person);
        model.addAttribute("open", open);
        model.addAttribute(
                "late", open.stream().filter(task -> task.isOverdue(now)).count());
        model.addAttribute("offered", work.offered(person));
        model.addAttribute("early", early.waiting(person));
        model.addAttribute(
                "promised",
                commitments.of(person).stream()
                        .filter(one -> one.kind() != Commitment.Kind.TASK)
                        .toList());
        List<WorkItem> done = items.doneBy(person, DONE);
        model.addAttribute("done", done);
        model.addAttribute("spent", time.of(person));
        Set<String> programs = new LinkedHashSet<>();
        done.forEach(item -> programs.add(item.program()));
        open.forEach(item -> programs.add(item.program()));
        model.addAttribute("minutes", minutes.promised(programs));
        model.addAttribute("now", now);
        model.addAttribute("today", LocalDate.ofInstant(now.toInstant(), zone));
        model.addAttribute("zone", zone);
        return "engagement/my-work";
    }
}
