package org.waymark.gate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.NoticeDue;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.process.Workflow;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Deputies;
import org.waymark.stakeholder.Deputy;
import org.waymark.web.Refusal;

/** A deputy takes a seat for a while: inside the dates, on the gatekeeper's own seat, and never passes it further. */
@Service
public class StandingIn {

    private final Sittings sittings;
    private final Votes votes;
    private final Ballots ballots;
    private final Panels panels;
    private final Deputies deputies;
    private final WorkItems items;
    private final Workflow workflow;
    private final Ledger ledger;
    private final People people;
    private final ApplicationEventPublisher events;

    StandingIn(
            Sittings sittings,
            Votes votes,
            Ballots ballots,
            Panels panels,
            Deputies deputies,
            WorkItems items,
            Workflow workflow,
            Ledger ledger,
            People people,
            ApplicationEventPublisher events) {
        this.sittings = sittings;
        this.votes = votes;
        this.ballots = ballots;
        this.panels = panels;
        this.deputies = deputies;
        this.items = items;
        this.workflow = workflow;
        this.ledger = ledger;
        this.people = people;
        this.events = events;
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

    /** A seat somebody may take today: the task, and whose it is. */
    public record Offer(String program, String stage, int number, String principal, String task) {}

    /** Every seat a person may take today, in whatever program they stand in. */
    public List<Offer> offers(String person) {
        return deputies.inForce(person).stream()
                .map(Deputy::program)
                .distinct()
                .flatMap(program -> sittings.convened(program).stream())
                .flatMap(sitting -> principals(sitting, person).stream()
                        .flatMap(seat -> task(sitting, seat).stream()
                                .map(item -> new Offer(
                                        sitting.program(), sitting.stage(), sitting.number(), seat, item.task()))))
                .toList();
    }

    /** Who may take this seat today: the gatekeeper's deputies, without those who may not decide here. */
    Set<String> standIns(Sitting sitting, String principal) {
        Set<String> found = new LinkedHashSet<>(deputies.standingIn(sitting.program(), principal, sitting.stage()));
        if (!found.isEmpty()) {
            found.removeAll(votes.people(sitting.id()));
            found.removeAll(panels.barred(sitting.program(), sitting.stage(), sitting.submittedBy()));
            found.removeIf(one -> people.find(one).filter(Person::active).isEmpty());
        }
        return found;
    }

    /** Shows every open seat of a review to whoever may take it today, in Tasklist too, and tells them once. */
    @Transactional
    public void offer(Sitting sitting) {
        votes.panel(sitting.id())
                .forEach(seat -> task(sitting, seat.person()).ifPresent(item -> {
                    Set<String> standIns = seat.onBehalfOf() == null ? standIns(sitting, seat.person()) : Set.of();
                    workflow.offer(item.task(), standIns);
                    tell(sitting, standIns, item.task(), seat.person());
                }));
    }

    /** Tells those who stand in that a review waits, once a review. */
    void tell(Sitting sitting, Set<String> standIns, String task, String principal) {
        String slot = "DEPUTY:" + sitting.id();
        standIns.forEach(one -> events.publishEvent(
                new NoticeDue(sitting.program(), sitting.stage(), "decideGate", one, slot, "DEPUTY", task, principal)));
    }

    /** Somebody was named: what waits for whom they stand in is theirs to see at once. */
    @Transactional
    public void named(Deputy deputy) {
        sittings.convened(deputy.program()).forEach(this::offer);
        String slot = "DEPUTY_NAMED:" + deputy.id();
        events.publishEvent(new NoticeDue(
                deputy.program(),
                deputy.stage() == null ? "" : deputy.stage(),
                "decideGate",
                deputy.deputy(),
                slot,
                "DEPUTY_NAMED",
                null,
                deputy.person()));
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
        workflow.offer(task.task(), Set.of());
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
        sittings.convened(deputy.program()).forEach(sitting -> {
            expire(sittings.lock(sitting.id()));
            offer(sitting);
        });
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
