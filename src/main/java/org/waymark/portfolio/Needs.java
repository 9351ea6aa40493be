package org.waymark.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.gate.Conditions;
import org.waymark.gate.StandingIn;
import org.waymark.notification.Notices;
import org.waymark.process.Notes;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Contributions;
import org.waymark.program.LaterParts;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stage.Link;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.trace.Looks;
import org.waymark.web.Texts;

/** What needs a person today, most pressing first, each with the reason in words. */
@Service
public class Needs {

    private static final int OWNERLESS = 85;
    private static final int STANDING_IN = 55;
    private static final int SOON = 3;
    private static final int SOON_DUE = 7;

    private final WorkItems items;
    private final Notices notices;
    private final Notes notes;
    private final Team team;
    private final Programs programs;
    private final Contributions contributions;
    private final LaterParts laterParts;
    private final People people;
    private final WorkingCalendar calendar;
    private final Conditions conditions;
    private final StandingIn standingIn;
    private final Stages stages;
    private final Looks looks;
    private final Texts texts;
    private final Clock clock;

    Needs(
            WorkItems items,
            Notices notices,
            Notes notes,
            Team team,
            Programs programs,
            Contributions contributions,
            LaterParts laterParts,
            People people,
            WorkingCalendar calendar,
            Conditions conditions,
            StandingIn standingIn,
            Stages stages,
            Looks looks,
            Texts texts,
            Clock clock) {
        this.items = items;
        this.notices = notices;
        this.notes = notes;
        this.team = team;
        this.programs = programs;
        this.contributions = contributions;
        this.laterParts = laterParts;
        this.people = people;
        this.calendar = calendar;
        this.conditions = conditions;
        this.standingIn = standingIn;
        this.stages = stages;
        this.looks = looks;
        this.texts = texts;
        this.clock = clock;
    }

    /** One thing that needs the reader: what, why, what to do and where; a note may be settled in place. */
    public record Need(
            String title, String reason, String verb, String href, int weight, long note, String program) {}

    @Transactional(readOnly = true)
    public List<Need> of(String person) {
        List<Need> needs = new ArrayList<>();
        mine(person, needs);
        for (String code : team.programsOf(person)) {
            Program program = programs.get(code);
            if (!program.state().equals("STOPPED")) {
                waiting(code, person, needs);
            }
            if (!program.isRunning()) {
                continue;
            }
            boolean manager = team.holding(code, Part.MANAGER).contains(person);
            boolean sponsor = team.holding(code, Part.SPONSOR).contains(person);
            if (manager) {
                managed(program, person, needs);
            }
            if (manager || sponsor) {
                conditions(program, needs);
            }
        }
        needs.sort((one, two) -> Integer.compare(two.weight(), one.weight()));
        return needs;
    }

    private void mine(String person, List<Need> needs) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        Set<String> remindedOf = notices.remindedOf(person);
        for (StandingIn.Offer offer : standingIn.offers(person)) {
            String principal = people.nameOf(offer.principal());
            needs.add(new Need(
                    texts.of("portfolio.need.stand-in.title", offer.program(), principal),
                    texts.of("portfolio.need.stand-in", principal),
                    texts.of("portfolio.need.stand-in.verb"),
                    "/my-work/" + offer.task(),
                    STANDING_IN,
                    0,
                    offer.program()));
        }
        for (WorkItem item : items.openOf(person)) {
            LocalDate due = item.due() == null ? today : item.due().toLocalDate();
            String reason = item.isOverdue(now)
                    ? texts.of("portfolio.need.overdue", calendar.workingDaysBetween(due, today, null))
                    : due.equals(today)
                            ? texts.of("portfolio.need.today")
                            : texts.of("portfolio.need.due", java.sql.Date.valueOf(due));
            boolean reminded = remindedOf.contains(item.task());
            int weight =
                    (item.isOverdue(now) ? 90 : due.equals(today) ? 80 : due.isBefore(today.plusDays(SOON)) ? 60 : 30)
                            + (item.taskKey().equals("decideGate") ? 30 : 0);
            needs.add(new Need(
                    item.name(),
                    reminded ? reason + " " + texts.of("portfolio.need.reminded") : reason,
                    texts.of("work.verb." + item.taskKey()),
                    "/my-work/" + item.task(),
                    weight,
                    0,
                    item.program()));
        }
    }

    /** What a stage asks after its gate: a completed program still has its money and its agreed record. */
    private void waiting(String code, String person, List<Need> needs) {
        for (StageModel stage : stages.inOrder()) {
            for (Link link : stage.waiting(code, person)) {
                needs.add(new Need(
                        link.label(),
                        texts.of("portfolio.need.again"),
                        texts.of("portfolio.need.again.verb"),
                        link.href(),
                        58,
                        0,
                        code));
            }
        }
        long elements = looks.askedOf(code, person);
        if (elements > 0) {
            needs.add(new Need(
                    texts.of("portfolio.need.look.title", code, elements),
                    texts.of("portfolio.need.look"),
                    texts.of("portfolio.need.look.verb"),
                    "/programs/" + code + "/trace#another-look",
                    57,
                    0,
                    code));
        }
    }

    private void managed(Program program, String person, List<Need> needs) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (Notes.Note note : notes.open(program.code())) {
            String key = note.untilDate() == null ? "portfolio.need.question" : "portfolio.need.until";
            needs.add(new Need(
                    texts.of(
                            key + ".title",
                            program.code(),
                            people.nameOf(note.person()),
                            note.untilDate() == null ? "" : java.sql.Date.valueOf(note.untilDate())),
                    note.words(),
                    texts.of("portfolio.need.see-program"),
                    "/programs/" + program.code(),
                    75,
                    note.id(),
                    program.code()));
        }
        List<WorkItem> late = items.open(program.code()).stream()
                .filter(item -> item.isOverdue(now) && !person.equals(item.assignee()))
                .toList();
        if (!late.isEmpty()) {
            WorkItem first = late.get(0);
            String who = first.assignee() == null ? "" : people.nameOf(first.assignee());
            needs.add(new Need(
                    texts.of("portfolio.need.waits.title", program.code(), who),
                    texts.of("portfolio.need.waits", first.name(), late.size() - 1),
                    texts.of("portfolio.need.see-program"),
                    "/programs/" + program.code(),
                    70,
                    0,
                    program.code()));
        }
        team.of(program.code()).stream()
                .filter(one -> people.find(one).filter(known -> !known.active()).isPresent())
                .forEach(one -> needs.add(new Need(
                        texts.of("portfolio.need.handover.title", program.code(), people.nameOf(one)),
                        texts.of("portfolio.need.handover"),
                        texts.of("portfolio.need.handover.verb"),
                        "/programs/" + program.code() + "/hand-over/" + one,
                        OWNERLESS,
                        0,
                        program.code())));
        needs.addAll(unfilled(program));
        Contributions.Round round = contributions.open(program.code(), program.stage());
        if (round != null && round.waiting().size() == 1 && round.asked() > 2) {
            needs.add(new Need(
                    texts.of(
                            "portfolio.need.one-left.title",
                            program.code(),
                            people.nameOf(round.waiting().get(0))),
                    texts.of("portfolio.need.one-left", round.answered().size(), round.asked()),
                    texts.of("portfolio.need.see-program"),
                    "/programs/" + program.code(),
                    50,
                    0,
                    program.code()));
        }
    }

    /** Parts that a stage needs soon, in words for whoever may name people; also shown on the program's page. */
    List<Need> unfilled(Program program) {
        return laterParts.of(program).stream()
                .map(near -> new Need(
                        texts.of(
                                "portfolio.need.parts.title",
                                program.code(),
                                texts.of("stage." + near.stage()),
                                java.sql.Date.valueOf(near.opens()),
                                near.parts().stream()
                                        .map(part -> texts.of("stakeholder.none." + part))
                                        .collect(Collectors.joining(", "))),
                        texts.of(
                                near.parts().contains(Part.RATER)
                                        ? "portfolio.need.parts.raters"
                                        : "portfolio.need.parts"),
                        texts.of("portfolio.need.parts.name"),
                        "/programs/" + program.code() + "#team",
                        65,
                        0,
                        program.code()))
                .toList();
    }

    private void conditions(Program program, List<Need> needs) {
        LocalDate today = LocalDate.now(clock);
        conditions.open(program.code()).stream()
                .filter(condition -> !condition.due().isAfter(today.plusDays(SOON_DUE)))
                .forEach(condition -> needs.add(new Need(
                        texts.of(
                                condition.due().isBefore(today)
                                        ? "portfolio.need.condition-late.title"
                                        : "portfolio.need.condition.title",
                                program.code(),
                                java.sql.Date.valueOf(condition.due())),
                        texts.of("portfolio.need.condition", condition.text(), people.nameOf(condition.owner())),
                        texts.of("portfolio.need.see-gate"),
                        "/programs/" + program.code() + "/gates/" + condition.stage(),
                        condition.due().isBefore(today) ? 85 : 55,
                        0,
                        program.code())));
    }
}
