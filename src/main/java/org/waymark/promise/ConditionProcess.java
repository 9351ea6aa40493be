package org.waymark.promise;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.NoticeDue;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;

/** What condition.bpmn asks for at each of its steps. */
@Component
public class ConditionProcess {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int REMIND_WORKING_DAYS = 3;
    private static final int CONFIRM_WORKING_DAYS = 3;

    private final Conditions conditions;
    private final Promises promises;
    private final Team team;
    private final People people;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConditionProcess(
            Conditions conditions,
            Promises promises,
            Team team,
            People people,
            WorkingCalendar calendar,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conditions = conditions;
        this.promises = promises;
        this.team = team;
        this.people = people;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    /** Who made the promise. */
    public String owner(String program, String instance) {
        return conditions.ofInstance(instance).owner();
    }

    /** The end of the promised day, where its owner is. */
    public Date dueDate(String program, String instance) {
        Condition condition = conditions.ofInstance(instance);
        return Date.from(
                calendar.endOfDay(condition.due(), zone(condition.owner())).toInstant());
    }

    /** Three working days before, in the morning; a promise shorter than that is called to mind on its own day. */
    public Date remindAt(String program, String instance) {
        Condition condition = conditions.ofInstance(instance);
        ZoneId zone = zone(condition.owner());
        LocalDate day = condition.due();
        for (int left = REMIND_WORKING_DAYS; left > 0; day = day.minusDays(1)) {
            left -= calendar.isWorkingDay(day, null) ? 1 : 0;
        }
        return morning(day.isAfter(LocalDate.now(clock.withZone(zone))) ? day : condition.due(), zone);
    }

    /** The morning after the promised day. */
    public Date overdueAt(String program, String instance) {
        Condition condition = conditions.ofInstance(instance);
        return morning(condition.due().plusDays(1), zone(condition.owner()));
    }

    public void remindOwner(String program, String instance) {
        Condition condition = conditions.ofInstance(instance);
        notice(condition, condition.owner(), "fulfilCondition", "REMINDER");
    }

    /** Tells the manager, the sponsor and the owner that the promised day has passed. */
    public void escalateCondition(String program, String instance) {
        Condition condition = conditions.ofInstance(instance);
        Stream.of(team.manager(program), team.sponsor(program), condition.owner())
                .distinct()
                .forEach(person -> notice(condition, person, "resolveOverdueCondition", "ESCALATION"));
    }

    /** The sponsor looks at the proof; nobody confirms their own, so the manager does where the sponsor promised. */
    public String confirmer(String program, String instance) {
        Condition condition = conditions.ofInstance(instance);
        String sponsor = team.sponsor(program);
        boolean own = sponsor.equals(condition.owner()) || sponsor.equals(condition.givenBy());
        return own ? team.manager(program) : sponsor;
    }

    public Date confirmBy(String program, String instance) {
        ZoneId zone = zone(confirmer(program, instance));
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return Date.from(calendar.endOfDay(calendar.plusWorkingDays(today, CONFIRM_WORKING_DAYS, null), zone)
                .toInstant());
    }

    /** KEPT, or OPEN when the proof was not enough. */
    public String settleProof(String program, String instance) {
        return String.valueOf(conditions.ofInstance(instance).answer());
    }

    /** EXTENDED, WAIVED or REOPENED. */
    public String settleOverdue(String program, String instance) {
        return String.valueOf(conditions.ofInstance(instance).answer());
    }

    public void reopenGate(String program, String instance) {
        promises.reopen(conditions.ofInstance(instance));
    }

    private void notice(Condition condition, String person, String task, String kind) {
        String slot = kind + ":condition:" + condition.id() + "/" + condition.due();
        events.publishEvent(
                new NoticeDue(condition.program(), condition.stage(), task, person, slot, kind, null, null));
    }

    private ZoneId zone(String person) {
        return ZoneId.of(people.get(person).zone());
    }

    private static Date morning(LocalDate day, ZoneId zone) {
        return Date.from(day.atTime(MORNING).atZone(zone).toInstant());
    }
}
