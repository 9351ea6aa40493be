package org.waymark.gate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Ledger;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.process.Workflow;
import org.waymark.promise.Conditions;
import org.waymark.security.People;
import org.waymark.stakeholder.Deputies;
import org.waymark.stakeholder.Holding;
import org.waymark.stakeholder.Holdings;
import org.waymark.web.Refusal;

/** Promises, questions and deputyships; the task goes with what it is about. */
@Component
class GateHoldings implements Holdings {

    private final Conditions conditions;
    private final Questions questions;
    private final Sittings sittings;
    private final Deputies deputies;
    private final StandingIn standingIn;
    private final WorkItems items;
    private final Workflow workflow;
    private final People people;
    private final Ledger ledger;
    private final Wording words;

    GateHoldings(
            Conditions conditions,
            Questions questions,
            Sittings sittings,
            Deputies deputies,
            StandingIn standingIn,
            WorkItems items,
            Workflow workflow,
            People people,
            Ledger ledger,
            Wording words) {
        this.conditions = conditions;
        this.questions = questions;
        this.sittings = sittings;
        this.deputies = deputies;
        this.standingIn = standingIn;
        this.items = items;
        this.workflow = workflow;
        this.people = people;
        this.ledger = ledger;
        this.words = words;
    }

    @Override
    public List<Holding> of(String program, String person) {
        Stream<Holding> promised = conditions.open(program).stream()
                .filter(one -> one.owner().equals(person))
                .map(one -> new Holding(program, Holding.Kind.CONDITION, String.valueOf(one.id()), one.text(), false));
        Stream<Holding> asked = tasks(program, "answerQuestions", person)
                .map(item -> new Holding(program, Holding.Kind.QUESTION, item.task(), item.name(), false));
        Stream<Holding> standing = deputies.of(program).stream()
                .filter(one -> one.person().equals(person) || one.deputy().equals(person))
                .map(one -> new Holding(
                        program,
                        Holding.Kind.DEPUTY,
                        String.valueOf(one.id()),
                        words.text("gate.deputy.claimed", people.nameOf(one.deputy()), people.nameOf(one.person())),
                        true));
        return Stream.of(promised, asked, standing).flatMap(one -> one).toList();
    }

    private Stream<WorkItem> tasks(String program, String key, String person) {
        return items.open(program, key).stream().filter(item -> person.equals(item.assignee()));
    }

    @Override
    public void give(Holding held, String from, String to, String by) {
        String program = held.program();
        switch (held.kind()) {
            case CONDITION -> {
                long id = Long.parseLong(held.id());
                conditions.give(id, to);
                tasks(program, "fulfilCondition", from)
                        .filter(item -> conditions.ofInstance(item.instance()).id() == id)
                        .forEach(item -> workflow.assign(item.task(), to));
                log(held, "CONDITION_GIVEN", from, to, by);
            }
            case QUESTION -> {
                WorkItem item = items.find(held.id()).orElseThrow(() -> Refusal.missing("gate.question.unknown"));
                long sitting = sittings.ofInstance(item.instance()).id();
                if (!questions.to(sitting, to).isEmpty()) {
                    throw Refusal.conflict("gate.hold.asked", people.nameOf(to));
                }
                questions.give(sitting, from, to);
                workflow.assign(item.task(), to);
                log(held, "QUESTION_GIVEN", from, to, by);
            }
            default -> standingIn.ended(deputies.end(program, Long.parseLong(held.id())));
        }
    }

    private void log(Holding held, String kind, String from, String to, String by) {
        ledger.append(held.program(), kind, by, null, to, Map.of("from", from, "to", to, "what", held.what()));
    }
}
