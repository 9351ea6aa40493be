package org.waymark.notification;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.calendar.Meeting;
import org.waymark.calendar.Meetings;
import org.waymark.process.Timers;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** What Waymark will say next in a program, to whom and why. */
@Controller
class NoticePages {

    private static final String REMINDER = "Reminder";
    private static final String OVERDUE = "Overdue";
    private static final String OVERRUN = "Overrun";
    private static final String QUARTER = "awaitQuarter";

    private final Programs programs;
    private final Team team;
    private final Superiors superiors;
    private final WorkItems items;
    private final Timers timers;
    private final Deadlines deadlines;
    private final Meetings meetings;
    private final MeetingInvitations invitations;
    private final People people;
    private final Texts texts;
    private final Clock clock;

    NoticePages(
            Programs programs,
            Team team,
            Superiors superiors,
            WorkItems items,
            Timers timers,
            Deadlines deadlines,
            Meetings meetings,
            MeetingInvitations invitations,
            People people,
            Texts texts,
            Clock clock) {
        this.programs = programs;
        this.team = team;
        this.superiors = superiors;
        this.items = items;
        this.timers = timers;
        this.deadlines = deadlines;
        this.meetings = meetings;
        this.invitations = invitations;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    /** One thing that will be said unless it is done before. */
    public record Coming(ZonedDateTime at, String to, String what, String why) {}

    @GetMapping("/programs/{code}/notices")
    String coming(@PathVariable String code, Principal me, Model model) {
        team.mustSee(code, me.getName());
        ZoneId zone = ZoneId.of(people.get(me.getName()).zone());
        model.addAttribute("program", programs.get(code));
        model.addAttribute("coming", coming(code, zone));
        model.addAttribute("superior", superiors.of(code).orElse(""));
        model.addAttribute("runs", team.holding(code, Part.MANAGER).contains(me.getName()));
        model.addAttribute("people", people.active());
        return "notification/coming";
    }

    /** The manager says who hears of what stays undone for long, or nobody. */
    @PostMapping("/programs/{code}/notices/superior")
    String superior(@PathVariable String code, @RequestParam(defaultValue = "") String person, Principal me) {
        superiors.name(programs.get(code).code(), person, me.getName());
        return "redirect:/programs/" + code + "/notices?saved";
    }

    private List<Coming> coming(String code, ZoneId zone) {
        List<WorkItem> open = items.open(code);
        List<Timers.Timer> drawn = timers.of(code);
        List<Coming> coming = new ArrayList<>();
        for (Timers.Timer timer : drawn) {
            if (timer.element().endsWith(OVERRUN)) {
                continue; // nobody hears of it: the next look asks for what was missed
            }
            coming.add(new Coming(
                    timer.due().atZoneSameInstant(zone), to(code, timer, open), what(timer, open), why(timer)));
        }
        for (WorkItem item : open) {
            for (Deadlines.Step step : deadlines.steps(item)) {
                boolean drawnToo = !step.kind().equals(Notice.SUPERIOR)
                        && drawn.stream()
                                .anyMatch(timer -> timer.element()
                                        .equals(item.taskKey()
                                                + (step.kind().equals(Notice.REMINDER) ? REMINDER : OVERDUE)));
                boolean past = step.at().toOffsetDateTime().isBefore(OffsetDateTime.now(clock));
                if (!past && !drawnToo) {
                    coming.add(new Coming(
                            step.at().withZoneSameInstant(zone),
                            people.nameOf(step.person()),
                            item.called(),
                            texts.of("notification.coming.why." + step.slot().replaceAll(":.*", ""))));
                }
            }
        }
        meetings.coming(code).forEach(meeting -> coming.addAll(reminders(meeting, zone)));
        coming.sort(Comparator.comparing(Coming::at));
        return coming.stream().distinct().toList();
    }

    /** One line for everybody who hears of a meeting at the same moment. */
    private List<Coming> reminders(Meeting meeting, ZoneId zone) {
        Map<Instant, List<String>> told = new TreeMap<>();
        for (String person : meeting.people()) {
            invitations
                    .reminded(meeting, person)
                    .map(ZonedDateTime::toInstant)
                    .filter(at -> at.isAfter(clock.instant()))
                    .ifPresent(at ->
                            told.computeIfAbsent(at, any -> new ArrayList<>()).add(people.nameOf(person)));
        }
        return told.entrySet().stream()
                .map(one -> new Coming(
                        one.getKey().atZone(zone),
                        String.join(", ", one.getValue()),
                        meeting.title(),
                        texts.of("notification.coming.why.MEETING")))
                .toList();
    }

    /** Whoever has not done it by then; for what is late, the manager. */
    private String to(String code, Timers.Timer timer, List<WorkItem> open) {
        if (timer.element().equals(QUARTER)) {
            return texts.of("notification.coming.owners");
        }
        if (timer.element().endsWith(OVERDUE)) {
            return people.nameOf(team.manager(code));
        }
        List<String> waiting = open.stream()
                .filter(item -> item.taskKey().equals(taskOf(timer)))
                .map(item -> item.assignee() == null ? "" : people.nameOf(item.assignee()))
                .distinct()
                .toList();
        return waiting.isEmpty() ? people.nameOf(team.manager(code)) : String.join(", ", waiting);
    }

    private String what(Timers.Timer timer, List<WorkItem> open) {
        return open.stream()
                .filter(item -> item.taskKey().equals(taskOf(timer)))
                .map(WorkItem::called)
                .findFirst()
                .orElseGet(() -> texts.of("notification.coming." + timer.element()));
    }

    private String why(Timers.Timer timer) {
        return switch (timer.element()) {
            case "decisionReminder", "holdUntil", "conditionReminder", "conditionOverdue", "decisionOverdue", QUARTER ->
                texts.of("notification.coming.why." + timer.element());
            default ->
                texts.of("notification.coming.why." + (timer.element().endsWith(OVERDUE) ? "round-late" : "round"));
        };
    }

    private static String taskOf(Timers.Timer timer) {
        return switch (timer.element()) {
            case "decisionReminder", "decisionOverdue" -> "decideGate";
            case "conditionReminder", "conditionOverdue" -> "fulfilCondition";
            default -> timer.element().replaceAll("(" + REMINDER + "|" + OVERDUE + ")$", "");
        };
    }
}
