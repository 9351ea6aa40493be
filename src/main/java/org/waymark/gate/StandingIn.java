package org.waymark.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.process.Workflow;
import org.waymark.stakeholder.Deputies;
import org.waymark.stakeholder.Deputy;
import org.waymark.web.Refusal;

/** A deputy takes a seat for a while: inside the dates, on the gatekeeper's own seat, and never passes it further. */
@Service
class StandingIn {

    private final Sittings sittings;
    private final Votes votes;
    private final Ballots ballots;
    private final Panels panels;
    private final Deputies deputies;
    private final WorkItems items;
    private final Workflow workflow;
    private final Ledger ledger;

    StandingIn(
            Sittings sittings,
            Votes votes,
            Ballots ballots,
            Panels panels,
            Deputies deputies,
            WorkItems items,
            Workflow workflow,
            Ledger ledger) {
        this.sittings = sittings;
        this.votes = votes;
        this.ballots = ballots;
        this.panels = panels;
        this.deputies = deputies;
        this.items = items;
        this.workflow = workflow;
        this.ledger = ledger;
    }

    /** The gatekeepers in whose place somebody may decide here now. */
    List<String> principals(Sitting sitting, String person) {
        if (sitting.state() != Sitting.State.CONVENED
                || votes.people(sitting.id()).contains(person)
                || panels.barred(sitting.program(), sitting.stage(), sitting.submittedBy())
                        .contains(person)) {
            return List.of();
        }
        return votes.panel(sitting.id()).stream()
                .filter(seat -> seat.onBehalfOf() == null)
                .map(Votes.Seat::person)
                .filter(seated -> votes.of(sitting.id(), seated).isEmpty())
                .filter(seated -> task(sitting, seated).isPresent())
                .filter(seated -> deputies.standingIn(sitting.program(), seated, sitting.stage())
                        .contains(person))
                .toList();
    }

    /** Takes the seat, and with it the open task. */
    @Transactional
    public String claim(String program, String stage, int number, @Nullable String principal, String person) {
        Sitting sitting = sittings.lock(numbered(program, stage, number).id());
        ballots.refuseUnlessOpen(sitting);
        List<String> possible = principals(sitting, person);
        String seat = possible.stream()
                .filter(one -> principal == null || one.equals(principal))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("gate.deputy.not"));
        WorkItem task = task(sitting, seat).orElseThrow(() -> Refusal.conflict("gate.vote.closed"));
        votes.reseat(sitting.id(), seat, person, seat);
        workflow.assign(task.task(), person);
        log(sitting, "SEAT_CLAIMED", person, seat);
        return task.task();
    }

    /** Gives the seat back to whom it belongs, as long as no vote was cast from it. */
    @Transactional
    public void giveBack(String program, String stage, int number, String person) {
        Sitting sitting = sittings.lock(numbered(program, stage, number).id());
        ballots.refuseUnlessOpen(sitting);
        Votes.Seat seat = votes.panel(sitting.id()).stream()
                .filter(one -> one.onBehalfOf() != null)
                .filter(one -> person.equals(one.person()) || person.equals(one.onBehalfOf()))
                .filter(one -> votes.of(sitting.id(), one.person()).isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("gate.deputy.nothing"));
        back(sitting, seat);
    }

    /** An arrangement that ended early gives its seats back at once. */
    @Transactional
    public void ended(Deputy deputy) {
        sittings.convened(deputy.program()).forEach(sitting -> expire(sittings.lock(sitting.id())));
    }

    /** Seats whose deputy's days are over go back to whom they belong; a vote that was cast stands. */
    @Transactional
    public void expire(Sitting sitting) {
        if (sitting.state() != Sitting.State.CONVENED) {
            return;
        }
        votes.panel(sitting.id()).stream()
                .filter(seat -> seat.onBehalfOf() != null && !ballots.stillStandsIn(sitting, seat))
                .filter(seat -> votes.of(sitting.id(), seat.person()).isEmpty())
                .forEach(seat -> back(sitting, seat));
    }

    private void back(Sitting sitting, Votes.Seat seat) {
        String principal = String.valueOf(seat.onBehalfOf());
        votes.reseat(sitting.id(), seat.person(), principal, null);
        task(sitting, seat.person()).ifPresent(item -> workflow.assign(item.task(), principal));
        log(sitting, "SEAT_RETURNED", seat.person(), principal);
    }

    private Optional<WorkItem> task(Sitting sitting, String person) {
        return items.open(sitting.program(), "decideGate").stream()
                .filter(item -> item.instance().equals(sitting.instance()) && person.equals(item.assignee()))
                .findFirst();
    }

    private void log(Sitting sitting, String kind, String person, String principal) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sitting", sitting.number());
        entry.put("seatOf", principal);
        ledger.append(sitting.program(), kind, person, principal, sitting.stage(), entry);
    }

    private Sitting numbered(String program, String stage, int number) {
        return sittings.numbered(program, stage, number).orElseThrow(() -> Refusal.missing("gate.sitting.none"));
    }
}
