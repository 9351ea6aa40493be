package org.waymark.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.ledger.Ledger;
import org.waymark.route.Route;
import org.waymark.security.People;
import org.waymark.web.Refusal;

/** Calls a review: the route, the panel, the evidence. */
@Service
class Convening {

    private final Measuring measuring;
    private final Sittings sittings;
    private final Criteria criteria;
    private final Findings findings;
    private final Panels panels;
    private final Votes votes;
    private final Evidence evidence;
    private final Scores scores;
    private final People people;
    private final WorkingCalendar calendar;
    private final Ledger ledger;
    private final Clock clock;

    Convening(
            Measuring measuring,
            Sittings sittings,
            Criteria criteria,
            Findings findings,
            Panels panels,
            Votes votes,
            Evidence evidence,
            Scores scores,
            People people,
            WorkingCalendar calendar,
            Ledger ledger,
            Clock clock) {
        this.measuring = measuring;
        this.sittings = sittings;
        this.criteria = criteria;
        this.findings = findings;
        this.panels = panels;
        this.votes = votes;
        this.evidence = evidence;
        this.scores = scores;
        this.people = people;
        this.calendar = calendar;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Calls the panel together and freezes what it decides on. */
    @Transactional
    public void convene(String program, String instance) {
        Sitting sitting = sittings.ofInstance(instance);
        if (sitting.state() != Sitting.State.SUBMITTED) {
            throw Refusal.conflict("gate.convene.early", program);
        }
        List<Finding> measured = findings.refresh(sitting.id(), criteria.measure(program, sitting.stage()));
        Route route = panels.route(program, sitting.stage());
        List<Votes.Seat> seats = samePanel(sitting)
                .orElseGet(() -> panels.seats(program, sitting.stage(), route, sitting.submittedBy()));
        seats.forEach(seat -> votes.seat(sitting.id(), seat));
        ZoneId zone = ZoneId.of(people.get(seats.get(0).person()).zone());
        LocalDate last = calendar.plusWorkingDays(LocalDate.now(clock.withZone(zone)), route.days(), null);
        sittings.convened(
                sitting.id(), route, sittings.now(), calendar.endOfDay(last, zone), Recommendation.from(measured));
        evidence.freeze(sitting, sittings.now());
        scores.freeze(sitting);
        ledger.append(
                program,
                "CONVENED",
                null,
                null,
                sitting.stage(),
                Map.of(
                        "sitting", sitting.number(),
                        "panel", seats.stream().map(Votes.Seat::person).toList(),
                        "quorum", Math.min(route.quorum(), seats.size()),
                        "submittedBy", measuring.submitter(sitting),
                        "evidence", evidence.hashes(sitting.id())));
    }

    /** After questions were answered the same people sit again. */
    private Optional<List<Votes.Seat>> samePanel(Sitting sitting) {
        return sittings.of(sitting.instance()).stream()
                .filter(other -> other.number() < sitting.number())
                .reduce((first, second) -> second)
                .filter(last -> last.decision() == Decision.MORE_INFORMATION)
                .map(last -> votes.panel(last.id()))
                .filter(seats -> !seats.isEmpty());
    }
}
