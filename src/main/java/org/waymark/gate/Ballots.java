package org.waymark.gate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.waymark.process.Missing;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Proofs;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Deputies;
import org.waymark.stakeholder.Team;
import org.waymark.web.Dates;
import org.waymark.web.Refusal;

/** Voting: who may, what a vote still lacks, and what happens when one is cast or changed. */
@Service
class Ballots {

    private final Sittings sittings;
    private final Findings findings;
    private final Criteria criteria;
    private final Scores scores;
    private final Votes votes;
    private final Panels panels;
    private final Team team;
    private final Deputies deputies;
    private final Proofs proofs;
    private final People people;
    private final Stages stages;

    Ballots(
            Sittings sittings,
            Findings findings,
            Criteria criteria,
            Scores scores,
            Votes votes,
            Panels panels,
            Team team,
            Deputies deputies,
            Proofs proofs,
            People people,
            Stages stages) {
        this.sittings = sittings;
        this.findings = findings;
        this.criteria = criteria;
        this.scores = scores;
        this.votes = votes;
        this.panels = panels;
        this.team = team;
        this.deputies = deputies;
        this.proofs = proofs;
        this.people = people;
        this.stages = stages;
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
        return panels.barred(sitting.program(), sitting.stage(), sitting.submittedBy())
                        .contains(sponsor)
                ? votes.panel(sitting.id()).get(0).person()
                : sponsor;
    }

    List<String> known(Sitting sitting) {
        return findings.of(sitting.id()).stream().map(Finding::criterion).toList();
    }

    List<Scores.Row> scores(Sitting sitting) {
        return scores.of(sitting.id());
    }

    List<Missing> missing(Sitting sitting, String person, Verdict verdict) {
        List<Missing> missing = new ArrayList<>(rules(sitting, person).missing(verdict));
        if (!proofs.fresh(person)) {
            missing.add(new Missing("_password", "gate.prove.missing"));
        }
        return missing;
    }

    private VerdictRules rules(Sitting sitting, String person) {
        List<Finding> found = criteria.withReopened(sitting.program(), sitting.stage(), findings.of(sitting.id()));
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
        return sittings.now()
                .atZoneSameInstant(ZoneId.of(people.get(person).zone()))
                .toLocalDate();
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

    void refuseUnlessOpen(Sitting sitting) {
        if (sitting.state() == Sitting.State.CLOSED && sitting.decidedAt() != null) {
            throw decided(sitting);
        }
        if (sitting.state() != Sitting.State.CONVENED) {
            throw Refusal.conflict("gate.vote.closed");
        }
    }

    /** What a late click is told: who decided, and when. */
    Refusal decided(Sitting sitting) {
        OffsetDateTime at = Objects.requireNonNull(sitting.decidedAt());
        return Refusal.conflict(
                "gate.decided",
                names(sitting),
                Dates.here().longDateTime(at.atZoneSameInstant(ZoneOffset.UTC)) + " UTC");
    }

    /** The review that a task of a gatekeeper belonged to, once it is decided. */
    Optional<Sitting> decidedSince(String instance, OffsetDateTime asked) {
        return sittings.of(instance).stream()
                .filter(one -> one.state() == Sitting.State.CLOSED)
                .filter(one -> Optional.ofNullable(one.decidedAt())
                        .filter(at -> !at.isBefore(asked))
                        .isPresent())
                .min(Comparator.comparingInt(Sitting::number));
    }

    /** Held against every way in: only the panel decides, and never somebody who handed in, ran or agreed the stage. */
    void refuseUnlessAllowed(Sitting sitting, String person) {
        Optional<Votes.Seat> seat = votes.panel(sitting.id()).stream()
                .filter(one -> one.person().equals(person))
                .findFirst();
        if (!person.equals(sitting.chair()) && seat.isEmpty()) {
            throw Refusal.forbidden("gate.vote.panel");
        }
        if (seat.filter(one -> one.onBehalfOf() != null && !stillStandsIn(sitting, one))
                .isPresent()) {
            throw Refusal.forbidden("gate.deputy.over");
        }
        if (panels.barred(sitting.program(), sitting.stage(), sitting.submittedBy())
                .contains(person)) {
            throw Refusal.forbidden("gate.vote.barred");
        }
    }

    /** A deputy decides inside the dates only, whatever was claimed before. */
    boolean stillStandsIn(Sitting sitting, Votes.Seat seat) {
        return deputies.standingIn(sitting.program(), seat.principal(), sitting.stage())
                .contains(seat.person());
    }

    /** Whether a signature would be taken without asking for the password again. */
    boolean proved(String person) {
        return proofs.fresh(person);
    }

    /** Who decided, by name. */
    String names(Sitting sitting) {
        return sitting.deciders().stream().map(people::nameOf).collect(Collectors.joining(", "));
    }
}
