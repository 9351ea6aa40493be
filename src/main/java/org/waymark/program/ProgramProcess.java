package org.waymark.program;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.NoticeDue;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.security.People;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** What journey.bpmn and the stages' diagrams ask of a program. */
@Component
public class ProgramProcess {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Programs programs;
    private final Team team;
    private final Stages stages;
    private final WorkItems items;
    private final WorkingCalendar calendar;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProgramProcess(
            Programs programs,
            Team team,
            Stages stages,
            WorkItems items,
            WorkingCalendar calendar,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.programs = programs;
        this.team = team;
        this.stages = stages;
        this.items = items;
        this.calendar = calendar;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    public void openStage(String program, String stage) {
        programs.open(program, stage);
    }

    /**
     * When a task of this stage is due: in the evening of the day its phase ends, in the manager's zone; where the plan
     * is late, not before the next working day, since nobody is late with what they were only just given.
     */
    public Date dueDate(String program, String stage, String phase) {
        StageState state = programs.stage(program, stage);
        LocalDate day = switch (phase) {
            case "contribute" -> Objects.requireNonNull(state.contributeBy());
            case "agree" -> Objects.requireNonNull(state.agreeBy());
            case "submit" -> calendar.plusWorkingDays(Objects.requireNonNull(state.agreeBy()), 1, null);
            case "decide" -> Objects.requireNonNull(state.planned());
            default -> throw new IllegalArgumentException("No phase " + phase);
        };
        LocalDate today = LocalDate.now(clock.withZone(zone(program)));
        LocalDate first = calendar.plusWorkingDays(today, 1, null);
        return at(day.isBefore(first) ? first : day, EVENING, program);
    }

    public Date remindAt(String program, String stage) {
        StageState state = programs.stage(program, stage);
        LocalDate day = Objects.requireNonNull(state.contributeBy());
        for (int i = 0; i < state.remindDays(); i++) {
            day = workingDayBefore(day);
        }
        return at(day, MORNING, program);
    }

    public Date escalateAt(String program, String stage) {
        StageState state = programs.stage(program, stage);
        LocalDate day = Objects.requireNonNull(state.contributeBy());
        return at(calendar.plusWorkingDays(day, Math.max(1, state.escalateDays()), null), MORNING, program);
    }

    /** Tells everybody who has not answered yet that the round closes soon. */
    public void remind(String program, String taskKey) {
        for (WorkItem item : items.open(program, taskKey)) {
            if (item.assignee() != null) {
                notice(item, item.assignee(), "REMINDER");
            }
        }
    }

    /** Tells the manager who is still missing after the due date, to call them. */
    public void escalate(String program, String taskKey) {
        for (WorkItem item : items.open(program, taskKey)) {
            notice(item, team.manager(program), "ESCALATION");
        }
    }

    public String manager(String program) {
        return team.manager(program);
    }

    public String sponsor(String program) {
        return team.sponsor(program);
    }

    /** Who plays a part; the manager stands in until somebody is named. */
    public String holder(String program, String part) {
        return team.first(program, Part.valueOf(part)).orElseGet(() -> team.manager(program));
    }

    /** Whether the return line ends at this stage or runs on to an earlier one. */
    public String recycleAt(String stage, String recycleTo) {
        if (!stages.exists(recycleTo)
                || stages.of(recycleTo).position() > stages.of(stage).position()) {
            throw Refusal.invalid("program.not-forward");
        }
        return recycleTo.equals(stage) ? "HERE" : "EARLIER";
    }

    public void complete(String program) {
        programs.completed(program);
    }

    /** The gate has already written its decision; here the journey only makes sure that the program really is over. */
    public void killed(String program) {
        if (programs.get(program).isRunning()) {
            throw Refusal.conflict("program.kill-undecided");
        }
    }

    private void notice(WorkItem item, String person, String kind) {
        events.publishEvent(new NoticeDue(
                item.program(),
                item.stage(),
                item.taskKey(),
                person,
                kind + ":" + item.task(),
                kind,
                item.task(),
                item.assignee()));
    }

    private LocalDate workingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!calendar.isWorkingDay(before, null)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private Date at(LocalDate day, LocalTime time, String program) {
        return Date.from(day.atTime(time).atZone(zone(program)).toInstant());
    }

    private ZoneId zone(String program) {
        return ZoneId.of(people.get(team.manager(program)).zone());
    }
}
