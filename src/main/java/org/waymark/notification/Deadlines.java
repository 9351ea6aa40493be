package org.waymark.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.NoticeDue;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.security.People;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/**
 * The one rule for every task with a date: its owner is reminded on the morning of the working day before, told once
 * it is overdue, and two working days later the program manager hears whom to call; after five so does a superior,
 * where the team named one. Rounds have timers of their
 * own in the diagrams with the same slots, so nothing is said twice; gates and conditions are left to theirs.
 */
@Service
class Deadlines {

    static final int CALL_AFTER_WORKING_DAYS = 2;
    static final int SUPERIOR_AFTER_WORKING_DAYS = 5;
    private static final Set<String> DRAWN = Set.of("decideGate", "fulfilCondition");
    private static final int AT_ONCE = 500;
    private static final int FURTHEST_DAYS = 8;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final WorkItems items;
    private final Notices notices;
    private final Team team;
    private final Superiors superiors;
    private final People people;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadlines(
            WorkItems items,
            Notices notices,
            Team team,
            Superiors superiors,
            People people,
            WorkingCalendar calendar,
            Clock clock) {
        this.items = items;
        this.notices = notices;
        this.team = team;
        this.superiors = superiors;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Something that is said at a moment, if the task is still open then. */
    record Step(String kind, String person, ZonedDateTime at, String slot) {}

    /** Gives every notice whose moment has come. */
    @Transactional
    public void sweep() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (int from = 0; ; from += AT_ONCE) {
            List<WorkItem> near = items.dueBefore(now.plusDays(FURTHEST_DAYS), from, AT_ONCE);
            notices.give(near.stream()
                    .flatMap(item -> steps(item).stream()
                            .filter(step -> !step.at().toOffsetDateTime().isAfter(now))
                            .map(step -> notice(item, step)))
                    .toList());
            if (near.size() < AT_ONCE) {
                return;
            }
        }
    }

    private static NoticeDue notice(WorkItem item, Step step) {
        return new NoticeDue(
                item.program(),
                item.stage(),
                item.taskKey(),
                step.person(),
                step.slot(),
                step.kind(),
                item.task(),
                item.assignee());
    }

    /** What will be said about a task, to whom and when. */
    List<Step> steps(WorkItem item) {
        OffsetDateTime due = item.due();
        String owner = item.assignee();
        if (due == null || owner == null) {
            return List.of();
        }
        ZoneId zone = people.find(owner).map(person -> ZoneId.of(person.zone())).orElse(ZoneId.of("UTC"));
        LocalDate day = due.atZoneSameInstant(zone).toLocalDate();
        List<Step> steps = new ArrayList<>();
        Optional<String> manager = team.first(item.program(), Part.MANAGER);
        superiors
                .of(item.program())
                .filter(one -> !one.equals(owner) && manager.filter(one::equals).isEmpty())
                .ifPresent(one -> steps.add(new Step(
                        Notice.SUPERIOR,
                        one,
                        calendar.plusWorkingDays(day, SUPERIOR_AFTER_WORKING_DAYS, null)
                                .atTime(MORNING)
                                .atZone(zone),
                        Notice.SUPERIOR + ":" + item.task())));
        if (DRAWN.contains(item.taskKey())) {
            return steps;
        }
        steps.add(new Step(
                Notice.REMINDER,
                owner,
                calendar.plusWorkingDays(day, -1, null).atTime(MORNING).atZone(zone),
                Notice.REMINDER + ":" + item.task()));
        steps.add(new Step(
                Notice.REMINDER,
                owner,
                calendar.plusWorkingDays(day, 1, null).atTime(MORNING).atZone(zone),
                "LATE:" + item.task()));
        manager.filter(one -> !one.equals(owner))
                .ifPresent(one -> steps.add(new Step(
                        Notice.ESCALATION,
                        one,
                        calendar.plusWorkingDays(day, CALL_AFTER_WORKING_DAYS, null)
                                .atTime(MORNING)
                                .atZone(zone),
                        Notice.ESCALATION + ":" + item.task())));
        return steps;
    }
}
