package org.waymark.gate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.NoticeDue;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;

/** What gate.bpmn asks for at each of its steps. */
@Component
public class GateProcess {

    private final Measuring measuring;
    private final Convening convening;
    private final Closing closing;
    private final Ballots ballots;
    private final StandingIn standingIn;
    private final Succession succession;
    private final Sittings sittings;
    private final Votes votes;
    private final Questions questions;
    private final Programs programs;
    private final WorkingCalendar calendar;
    private final Team team;
    private final People people;
    private final ApplicationEventPublisher events;

    GateProcess(
            Measuring measuring,
            Convening convening,
            Closing closing,
            Ballots ballots,
            StandingIn standingIn,
            Succession succession,
            Sittings sittings,
            Votes votes,
            Questions questions,
            Programs programs,
            WorkingCalendar calendar,
            Team team,
            People people,
            ApplicationEventPublisher events) {
        this.measuring = measuring;
        this.convening = convening;
        this.closing = closing;
        this.ballots = ballots;
        this.standingIn = standingIn;
        this.succession = succession;
        this.sittings = sittings;
        this.votes = votes;
        this.questions = questions;
        this.programs = programs;
        this.calendar = calendar;
        this.team = team;
        this.people = people;
        this.events = events;
    }

    /** READY when the review may be called at once, NEEDED when somebody has to submit it. */
    public String measureCriteria(String program, String instance) {
        return measuring.measure(program, instance) ? "READY" : "NEEDED";
    }

    /** Who hands the stage in: the program manager. */
    public String submitter(String program, String instance) {
        return team.manager(program);
    }

    /** Calls the panel and freezes the evidence. */
    public void convene(String program, String instance) {
        convening.convene(program, instance);
    }

    /** The people to ask now: everybody, the next in turn, or the chair. */
    public List<String> nextRound(String program, String instance) {
        return ballots.next(sittings.ofInstance(instance));
    }

    /** True when the votes so far settle it, or settle that only the chair can. */
    public Boolean roundOver(String program, String instance) {
        return votes.count(sittings.ofInstance(instance)).state() != Count.State.OPEN;
    }

    /** NEXT when another round is needed, DONE when the votes make a decision. */
    public String countVotes(String program, String instance) {
        return ballots.anotherRound(sittings.ofInstance(instance)) ? "NEXT" : "DONE";
    }

    /** Stores the decision and what follows from it; answers the gateway's outcome. */
    public String closeSitting(String program, String instance) {
        return closing.close(program, instance).name();
    }

    /** The stage a program was sent back to, the gate's own if none was named. */
    public String recycleTo(String program, String instance) {
        Sitting sitting = sittings.ofInstance(instance);
        return sitting.recycleTo() == null ? sitting.stage() : sitting.recycleTo();
    }

    /** The morning on which a program on hold is looked at again. */
    public Date holdUntil(String program, String instance) {
        Sitting sitting = sittings.ofInstance(instance);
        LocalDate date = sitting.holdUntil();
        if (date == null) {
            throw new IllegalStateException("This review did not put the program on hold");
        }
        ZoneId zone = ZoneId.of(people.get(team.sponsor(program)).zone());
        return Date.from(date.atStartOfDay(zone).toInstant());
    }

    /** The people who still owe an answer. */
    public List<String> asked(String program, String instance) {
        return questions.of(sittings.ofInstance(instance).id()).stream()
                .filter(question -> question.answeredAt() == null)
                .map(Questions.Question::toPerson)
                .distinct()
                .toList();
    }

    /** When the submission is due: a working day after the stage was to be agreed, or after today if that is over. */
    public Date submitBy(String program, String instance) {
        LocalDate agreed =
                programs.stage(program, sittings.ofInstance(instance).stage()).agreeBy();
        return evening(team.manager(program), agreed, 1);
    }

    /** When the answers to the panel's questions are due: three working days. */
    public Date answerBy(String program, String instance) {
        return evening(team.sponsor(program), null, 3);
    }

    private Date evening(String person, @Nullable LocalDate from, int days) {
        ZoneId zone = ZoneId.of(people.get(person).zone());
        LocalDate today = sittings.now().atZoneSameInstant(zone).toLocalDate();
        LocalDate first = from == null || from.isBefore(today) ? today : from;
        return Date.from(calendar.endOfDay(calendar.plusWorkingDays(first, days, null), zone)
                .toInstant());
    }

    /** When the decision is due. */
    public Date decideBy(String program, String instance) {
        OffsetDateTime due = sittings.ofInstance(instance).decideBy();
        return Date.from((due == null ? sittings.now() : due).toInstant());
    }

    /** When the program manager hears that the decision is late. */
    public Date escalateAt(String program, String instance) {
        return Date.from(decideBy(program, instance).toInstant().plusSeconds(60));
    }

    /** Once a day: seats of deputies whose days are over go back, and whoever has not voted yet is reminded. */
    public void remindGatekeepers(String program, String instance) {
        Sitting sitting = sittings.ofInstance(instance);
        standingIn.expire(sitting);
        succession.withoutTheGone(sitting, team.manager(program));
        if (votes.count(sitting).state() != Count.State.OPEN) {
            return;
        }
        standingIn.offer(sitting);
        notice(sitting, ballots.next(sitting).stream(), "decideGate", "REMINDER");
    }

    /** Tells the program manager and the sponsor that the decision is late. */
    public void escalateDecision(String program, String instance) {
        Sitting sitting = sittings.ofInstance(instance);
        notice(sitting, Stream.of(team.manager(program), team.sponsor(program)).distinct(), "decideGate", "ESCALATION");
    }

    private void notice(Sitting sitting, Stream<String> to, String task, String kind) {
        String slot = kind + ":sitting:" + sitting.id() + "/" + LocalDate.from(sittings.now());
        to.forEach(person -> events.publishEvent(
                new NoticeDue(sitting.program(), sitting.stage(), task, person, slot, kind, null, null)));
    }
}
