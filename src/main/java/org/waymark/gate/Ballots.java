package org.waymark.gate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.Missing;
import org.waymark.process.Workflow;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Voting: who may, what a vote still lacks, and what happens when one is cast or changed. */
@Service
class Ballots {

    private final Sittings sittings;
    private final Findings findings;
    private final Votes votes;
    private final Panels panels;
    private final Team team;
    private final People people;
    private final Stages stages;
    private final Workflow workflow;

    Ballots(
            Sittings sittings,
            Findings findings,
            Votes votes,
            Panels panels,
            Team team,
            People people,
            Stages stages,
            Workflow workflow) {
        this.sittings = sittings;
        this.findings = findings;
        this.votes = votes;
        this.panels = panels;
        this.team = team;
        this.people = people;
        this.stages = stages;
        this.workflow = workflow;
    }

    /** Everybody at once, one after the other, or the chair alone. */
    List<String> next(Sitting sitting) {
        String chair = sitting.chair();
        if (chair != null) {
            return List.of(chair);
        }
        List<String> waiting = votes.panel(sitting.id()).stream()
                .map(Votes.Seat::person)
                .filter(person -> votes.of(sitting.id(), person).isEmpty())
                .toList();
        return sitting.inSequence() && waiting.size() > 1 ? waiting.subList(0, 1) : waiting;
    }

    /** Calls the chair in when no kind of decision can reach its number any more. */
    boolean anotherRound(Sitting sitting) {
        Count count = votes.count(sitting);
        if (count.state() == Count.State.CHAIR) {
            sittings.chairedBy(sitting.id(), chair(sitting));
        }
        return count.state() != Count.State.DECIDED;
    }

    private String chair(Sitting sitting) {
        String sponsor = team.sponsor(sitting.program());
        return panels.barred(sitting.program(), sitting.stage(), sitting.submittedBy()).contains(sponsor)
                ? votes.panel(sitting.id()).get(0).person()
                : sponsor;
    }

    List<Missing> missing(Sitting sitting, String person, Verdict verdict) {
        return rules(sitting, person).missing(verdict);
    }

    private VerdictRules rules(Sitting sitting, String person) {
        List<Finding> found = findings.of(sitting.id());
        List<String> soFar = new ArrayList<>(stages.before(sitting.stage()));
        soFar.add(sitting.stage());
        return new VerdictRules(
                found,
                Recommendation.from(found),
                today(person),
                soFar,
                mayAsk(sitting, person),
                person.equals(sitting.chair()),
                id -> people.find(id).filter(Person::active).isPresent());
    }

    /** The date where that person is. */
    LocalDate today(String person) {
        return sittings.now().atZoneSameInstant(ZoneId.of(people.get(person).zone())).toLocalDate();
    }

    /** On a panel each person may pause the review once, so that nobody can put a decision off for ever. */
    boolean mayAsk(Sitting sitting, String person) {
        return votes.panel(sitting.id()).size() == 1
                || sittings.of(sitting.instance()).stream()
                        .filter(other -> other.id() != sitting.id() && other.decision() == Decision.MORE_INFORMATION)
                        .noneMatch(other -> votes.of(other.id(), person)
                                .filter(Votes.Vote::counted)
                                .isPresent());
    }

    /** Casts a vote in the transaction that also moves the token. */
    void cast(Sitting asked, String person, Verdict verdict) {
        Sitting sitting = sittings.lock(asked.id());
        refuseUnlessOpen(sitting);
        refuseUnlessAllowed(sitting, person);
        Decision decision = Optional.ofNullable(verdict.decision()).orElseThrow();
        votes.cast(sitting.id(), person, verdict, decision, person.equals(sitting.chair()), sittings.now());
    }

    /** Changes one's own vote while the review is open; a change that settles it wakes the gate. */
    @Transactional
    public void change(String program, String stage, int number, String person, Verdict verdict) {
        Sitting sitting = sittings.numbered(program, stage, number).orElseThrow(() -> Refusal.missing("gate.sitting.none"));
        refuseUnlessOpen(sitting);
        if (votes.of(sitting.id(), person).isEmpty()) {
            refuseUnlessAllowed(sitting, person);
            throw Refusal.conflict("gate.vote.first");
        }
        missing(sitting, person, verdict).stream().findFirst().ifPresent(lack -> {
            throw Refusal.invalid(lack.key(), lack.args()).at(lack.field());
        });
        cast(sitting, person, verdict);
        if (votes.count(sitting).state() == Count.State.DECIDED) {
            workflow.wake("sitting.Decided", sitting.instance());
        }
    }

    /** Takes a submission back before the first vote. */
    @Transactional
    public void retract(String program, String stage, int number, String person) {
        Sitting sitting = sittings.numbered(program, stage, number).orElseThrow(() -> Refusal.missing("gate.sitting.none"));
        sitting = sittings.lock(sitting.id());
        refuseUnlessOpen(sitting);
        if (!person.equals(sitting.submittedBy())) {
            throw Refusal.forbidden("gate.retract.other");
        }
        if (!votes.cast(sitting.id()).isEmpty()) {
            throw Refusal.conflict("gate.retract.voted");
        }
        workflow.wake("gate.Retracted", sitting.instance());
    }

    /** Takes up a program on hold before its date. */
    @Transactional
    public void resume(String program, String stage, int number, String person) {
        Sitting sitting = sittings.numbered(program, stage, number).orElseThrow(() -> Refusal.missing("gate.sitting.none"));
        boolean newest = sittings.ofInstance(sitting.instance()).id() == sitting.id();
        if (sitting.decision() != Decision.HOLD || !newest) {
            throw Refusal.conflict("gate.resume.not");
        }
        if (!person.equals(team.manager(program)) && !person.equals(team.sponsor(program))) {
            throw Refusal.forbidden("gate.resume.other");
        }
        workflow.wake("gate.Resumed", sitting.instance());
    }

    void refuseUnlessOpen(Sitting sitting) {
        if (sitting.state() == Sitting.State.CLOSED && sitting.decidedAt() != null) {
            throw Refusal.conflict("gate.decided", names(sitting), sitting.decidedAt());
        }
        if (sitting.state() != Sitting.State.CONVENED) {
            throw Refusal.conflict("gate.vote.closed");
        }
    }

    /** Held against every way in: only the panel decides, and never somebody who handed in, ran or agreed the stage. */
    void refuseUnlessAllowed(Sitting sitting, String person) {
        boolean seated = person.equals(sitting.chair())
                || votes.panel(sitting.id()).stream().anyMatch(seat -> seat.person().equals(person));
        if (!seated) {
            throw Refusal.forbidden("gate.vote.panel");
        }
        if (panels.barred(sitting.program(), sitting.stage(), sitting.submittedBy()).contains(person)) {
            throw Refusal.forbidden("gate.vote.barred");
        }
    }

    /** Who decided, by name. */
    String names(Sitting sitting) {
        String ids = sitting.decidedBy();
        return ids == null
                ? ""
                : List.of(ids.split(",")).stream().map(people::nameOf).collect(Collectors.joining(", "));
    }
}
