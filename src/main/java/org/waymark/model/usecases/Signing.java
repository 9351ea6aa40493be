package org.waymark.model.usecases;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.stakeholder.Team;

/** Works out for which functions the holder of a signing task answers. */
@Component
class Signing {

    private final UseCaseStore store;
    private final Team team;
    private final WorkItems workItems;

    Signing(UseCaseStore store, Team team, WorkItems workItems) {
        this.store = store;
        this.team = team;
        this.workItems = workItems;
    }

    Leads leads(String program) {
        return Leads.of(team.members(program));
    }

    /** The use cases for now in which one of these functions asks or accepts. */
    List<Choice> concerning(String program, Set<String> functions) {
        return store.choices(program).stream()
                .filter(Choice::now)
                .filter(choice -> functions.contains(String.valueOf(choice.asking()))
                        || functions.contains(String.valueOf(choice.accepting())))
                .toList();
    }

    /** The functions a task's holder answers for: their own, or those of whoever passed the task on to them. */
    Set<String> functionsOf(WorkItem task) {
        Leads leads = leads(task.program());
        Set<String> signatories = leads.signatories(
                store.choices(task.program()).stream().filter(Choice::now).toList());
        List<WorkItem> siblings = workItems.all(task.program(), task.taskKey(), task.instance());
        String holder = String.valueOf(task.assignee());
        Set<String> standsFor = new HashSet<>();
        if (signatories.contains(holder) && first(siblings, holder, task)) {
            standsFor.add(holder);
        } else {
            standsFor.addAll(signatories);
            siblings.forEach(sibling -> standsFor.remove(String.valueOf(sibling.assignee())));
        }
        Set<String> functions = new LinkedHashSet<>();
        leads.perFunction().forEach((function, lead) -> {
            if (standsFor.contains(lead)) {
                functions.add(function);
            }
        });
        return functions;
    }

    // somebody who was passed a second task holds their own and another's; the order only has to be the same each time
    private static boolean first(List<WorkItem> siblings, String holder, WorkItem task) {
        return siblings.stream()
                .filter(sibling -> holder.equals(sibling.assignee()))
                .map(WorkItem::task)
                .min(Comparator.naturalOrder())
                .map(task.task()::equals)
                .orElse(true);
    }
}
