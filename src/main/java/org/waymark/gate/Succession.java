package org.waymark.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.process.Workflow;
import org.waymark.promise.Conditions;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.stakeholder.TeamChanged;
import org.waymark.web.Refusal;

/**
 * What happens to a panel when somebody leaves it: whoever took the part over sits down, otherwise the seat goes and
 * the number needed with it. A vote that was cast stands. The empty seat never falls to somebody who may not decide.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Succession {

    private final Sittings sittings;
    private final Votes votes;
    private final Panels panels;
    private final Conditions conditions;
    private final Questions questions;
    private final Team team;
    private final WorkItems items;
    private final Workflow workflow;
    private final People people;
    private final Ledger ledger;

    Succession(
            Sittings sittings,
            Votes votes,
            Panels panels,
            Conditions conditions,
            Questions questions,
            Team team,
            WorkItems items,
            Workflow workflow,
            People people,
            Ledger ledger) {
        this.sittings = sittings;
        this.votes = votes;
        this.panels = panels;
        this.conditions = conditions;
        this.questions = questions;
        this.team = team;
        this.items = items;
        this.workflow = workflow;
        this.people = people;
        this.ledger = ledger;
    }

    @EventListener
    void on(TeamChanged change) {
        String program = change.program();
        for (Sitting open : sittings.convened(program)) {
            Sitting sitting = sittings.lock(open.id());
            if (sitting.state() == Sitting.State.CONVENED) {
                resolve(sitting, change);
            }
        }
        if (!team.includes(program, change.person())) {
            String heir = Optional.ofNullable(change.successor()).orElseGet(() -> team.manager(program));
            conditions.handOver(program, change.person(), heir);
            questions.handOver(program, change.person(), heir);
        }
    }

    /** Gives up the seats of people who can no longer sign in, whoever named them; told by the daily reminder. */
    void withoutTheGone(Sitting open, String manager) {
        Sitting sitting = sittings.lock(open.id());
        if (sitting.state() != Sitting.State.CONVENED) {
            return;
        }
        votes.panel(sitting.id()).stream()
                .filter(seat -> votes.of(sitting.id(), seat.person()).isEmpty())
                .filter(seat ->
                        people.find(seat.person()).filter(Person::active).isEmpty())
                .forEach(seat -> withoutTheGone(sitting, seat, manager));
    }

    private void withoutTheGone(Sitting sitting, Votes.Seat seat, String manager) {
        try {
            vacate(sitting, seat, new TeamChanged(sitting.program(), seat.person(), Part.GATEKEEPER, null, manager));
        } catch (Refusal nobodyLeft) {
            // the last seat stays until the part is given to somebody; the manager is told of that on their page
            return;
        }
    }

    private void resolve(Sitting sitting, TeamChanged change) {
        List<Votes.Seat> seats = votes.panel(sitting.id());
        for (Votes.Seat seat : seats) {
            boolean theirs = change.person().equals(seat.principal())
                    && !panels.people(sitting.program(), seat.part()).contains(change.person());
            if (theirs && votes.of(sitting.id(), seat.person()).isEmpty()) {
                vacate(sitting, seat, change);
            }
        }
        if (change.person().equals(sitting.chair())) {
            String chair = heir(sitting, Set.of(), List.of(Part.SPONSOR.name()))
                    .orElseThrow(() -> Refusal.conflict("gate.nobody", sitting.program()));
            sittings.chairedBy(sitting.id(), chair);
            task(sitting, change.person()).ifPresent(item -> workflow.assign(item.task(), chair));
        }
    }

    private void vacate(Sitting sitting, Votes.Seat seat, TeamChanged change) {
        Set<String> seated = votes.people(sitting.id());
        boolean last = seated.size() == 1;
        Optional<String> heir =
                heir(sitting, seated, last ? List.of(seat.part(), Part.SPONSOR.name()) : List.of(seat.part()));
        Optional<WorkItem> task = task(sitting, seat.person());
        if (heir.isPresent()) {
            votes.reseat(sitting.id(), seat.person(), heir.get(), null);
            task.ifPresent(item -> workflow.assign(item.task(), heir.get()));
        } else if (last) {
            throw Refusal.conflict("gate.nobody", sitting.program());
        } else {
            votes.unseat(sitting.id(), seat.person());
            goOn(sitting, task);
        }
        log(sitting, change, heir.orElse(null));
    }

    /** With one seat less the votes may be enough, or nobody may be left to ask. */
    private void goOn(Sitting sitting, Optional<WorkItem> task) {
        boolean nobodyAsked = openTasks(sitting) <= task.stream().count();
        if (votes.count(sitting).state() != Count.State.OPEN || nobodyAsked) {
            workflow.wake("sitting.Decided", sitting.instance());
        } else {
            task.ifPresent(item -> workflow.withdraw(item.task()));
        }
    }

    private Optional<String> heir(Sitting sitting, Set<String> seated, List<String> sources) {
        Set<String> barred = panels.barred(sitting.program(), sitting.stage(), sitting.submittedBy());
        return sources.stream()
                .flatMap(source -> panels.people(sitting.program(), source).stream())
                .filter(person -> !seated.contains(person) && !barred.contains(person))
                .findFirst();
    }

    private Optional<WorkItem> task(Sitting sitting, String person) {
        return items.open(sitting.program(), "decideGate").stream()
                .filter(item -> item.instance().equals(sitting.instance()) && person.equals(item.assignee()))
                .findFirst();
    }

    private long openTasks(Sitting sitting) {
        return items.open(sitting.program(), "decideGate").stream()
                .filter(item -> item.instance().equals(sitting.instance()))
                .count();
    }

    private void log(Sitting sitting, TeamChanged change, @Nullable String heir) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sitting", sitting.number());
        entry.put("left", change.person());
        entry.put("instead", heir);
        entry.put("panel", List.copyOf(votes.people(sitting.id())));
        entry.put(
                "quorum", Math.min(sitting.quorum(), votes.people(sitting.id()).size()));
        ledger.append(sitting.program(), "PANEL_CHANGED", change.by(), null, sitting.stage(), entry);
    }
}
