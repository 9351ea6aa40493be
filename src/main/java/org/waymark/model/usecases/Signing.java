package org.waymark.model.usecases;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        return new Leads(team.leads(program));
    }

    /** Whom a task's holder answers for, and for which use cases. */
    record Stand(Leads leads, Set<String> functions, List<Choice> choices) {

        boolean speaksFor(@Nullable String function) {
            return function != null && functions.contains(function);
        }

        Set<String> ids() {
            return choices.stream().map(Choice::useCase).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /** Their own functions, or those of whoever passed the task on to them. */
    Stand of(WorkItem task) {
        Leads leads = leads(task.program());
        List<Choice> now =
                store.choices(task.program()).stream().filter(Choice::now).toList();
        Set<String> signatories = leads.signatories(now);
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
        return new Stand(
                leads,
                functions,
                now.stream()
                        .filter(choice -> functions.contains(String.valueOf(choice.asking()))
                                || functions.contains(String.valueOf(choice.accepting())))
                        .toList());
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
