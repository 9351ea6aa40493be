package org.waymark.stakeholder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Ledger;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.process.Workflow;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Parts and open tasks. A seat at a gate goes with its part and is never given by itself. */
@Component
class TeamHoldings implements Holdings {

    /** Given with what they are about. */
    private static final Set<String> NOT_ALONE = Set.of("decideGate", "fulfilCondition", "answerQuestions");

    private final Team team;
    private final WorkItems items;
    private final Workflow workflow;
    private final Ledger ledger;
    private final Texts texts;

    TeamHoldings(Team team, WorkItems items, Workflow workflow, Ledger ledger, Texts texts) {
        this.team = team;
        this.items = items;
        this.workflow = workflow;
        this.ledger = ledger;
        this.texts = texts;
    }

    @Override
    public List<Holding> of(String program, String person) {
        Stream<Holding> parts = team.members(program).stream()
                .filter(member -> member.person().equals(person))
                .map(member -> new Holding(
                        program,
                        Holding.Kind.PART,
                        member.part().name(),
                        texts.of("stakeholder.part." + member.part()),
                        false));
        Stream<Holding> tasks = items.open(program).stream()
                .filter(item -> person.equals(item.assignee()) && !NOT_ALONE.contains(item.taskKey()))
                .map(item -> new Holding(program, Holding.Kind.TASK, item.task(), item.name(), false));
        return Stream.concat(parts, tasks).toList();
    }

    @Override
    public void give(Holding held, String from, String to, String by) {
        if (held.kind() == Holding.Kind.PART) {
            team.replace(held.program(), from, Part.valueOf(held.id()), to, by);
            return;
        }
        WorkItem item = items.find(held.id())
                .filter(WorkItem::isOpen)
                .orElseThrow(() -> Refusal.conflict("stakeholder.hold.gone"));
        workflow.assign(item.task(), to);
        ledger.append(
                held.program(),
                "PASSED_ON",
                by,
                null,
                item.taskKey(),
                Map.of("task", item.task(), "to", to, "from", from));
    }
}
