package org.waymark.model.roi;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.security.People;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** What benefit.bpmn asks for at each of its steps; every run is about one line of the locked plan. */
@Component
public class BenefitProcess {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int REPORT_WORKING_DAYS = 10;
    private static final int ANSWER_WORKING_DAYS = 5;

    private final Watching watching;
    private final Team team;
    private final People people;
    private final WorkingCalendar calendar;
    private final Clock clock;

    BenefitProcess(Watching watching, Team team, People people, WorkingCalendar calendar, Clock clock) {
        this.watching = watching;
        this.team = team;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The first working day after the next quarter, in the morning, where the line's owner is. */
    public Date opensAt(String program, String instance) {
        Watches.Watch watch = watching.of(instance);
        return after(watch, watch.quarterNo() + 1);
    }

    /** DUE, or OVER when the plan in force no longer has the line among those that are looked at. */
    public String openQuarter(String program, String instance) {
        return watching.open(watching.of(instance)) ? "DUE" : "OVER";
    }

    /** Whoever vouches for the line; the manager when nobody does any more. */
    public String owner(String program, String instance) {
        return owner(watching.of(instance));
    }

    public Date reportBy(String program, String instance) {
        return within(REPORT_WORKING_DAYS, owner(program, instance));
    }

    /** The next quarter is over as well: the look at this one is given up, and its figures are asked for with the next. */
    public Date overrunAt(String program, String instance) {
        Watches.Watch watch = watching.of(instance);
        return after(watch, watch.quarterNo() + 1);
    }

    /** NEXT or LAST. */
    public String missQuarter(String program, String instance) {
        watching.missed(watching.of(instance));
        return closeQuarter(program, instance);
    }

    /** Finance; nobody confirms their own line, so the sponsor does where finance has nobody else. */
    public String confirmer(String program, String instance) {
        String owner = owner(program, instance);
        return team.holding(program, Part.FINANCE).stream()
                .filter(person -> !person.equals(owner))
                .findFirst()
                .orElseGet(() -> team.sponsor(program));
    }

    public Date confirmBy(String program, String instance) {
        return within(ANSWER_WORKING_DAYS, confirmer(program, instance));
    }

    /** CONFIRMED or RETURNED. */
    public String settleConfirmation(String program, String instance) {
        return String.valueOf(watching.of(instance).answer());
    }

    /** WITHIN the band, or BEYOND it. */
    public String measureDrift(String program, String instance) {
        return watching.beyond(watching.of(instance)) ? "BEYOND" : "WITHIN";
    }

    /** The sponsor; the manager where the sponsor came to own the line. */
    public String decider(String program, String instance) {
        String sponsor = team.sponsor(program);
        return sponsor.equals(owner(program, instance)) ? team.manager(program) : sponsor;
    }

    public Date decideBy(String program, String instance) {
        return within(ANSWER_WORKING_DAYS, decider(program, instance));
    }

    /** ACCEPTED, CORRECT or REOPENED. */
    public String settleDrift(String program, String instance) {
        return String.valueOf(watching.of(instance).answer());
    }

    public void reopenRoiGate(String program, String instance) {
        watching.reopen(watching.of(instance));
    }

    /** NEXT, or LAST when this was the last quarter that is looked at. */
    public String closeQuarter(String program, String instance) {
        return watching.close(watching.of(instance)) ? "NEXT" : "LAST";
    }

    private String owner(Watches.Watch watch) {
        String owner = watching.standing(watch)
                .map(standing -> standing.line().line().owner())
                .orElse(null);
        return owner == null ? team.manager(watch.program()) : owner;
    }

    private Date after(Watches.Watch watch, int quarter) {
        LocalDate starts = watching.plan(watch.program()).starts();
        LocalDate day = calendar.plusWorkingDays(starts.plusMonths(3L * quarter), 0, null);
        return Date.from(day.atTime(MORNING).atZone(zone(owner(watch))).toInstant());
    }

    private Date within(int workingDays, String person) {
        ZoneId zone = zone(person);
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return Date.from(calendar.endOfDay(calendar.plusWorkingDays(today, workingDays, null), zone)
                .toInstant());
    }

    private ZoneId zone(String person) {
        return people.find(person).map(one -> ZoneId.of(one.zone())).orElse(ZoneId.of("UTC"));
    }
}
