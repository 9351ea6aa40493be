package org.waymark.model.architecture;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;

/** Works out which decisions the holder of a review task looks at. */
@Component
class Reviewing {

    private final ArchitectureStore store;
    private final WorkItems workItems;

    Reviewing(ArchitectureStore store, WorkItems workItems) {
        this.store = store;
        this.workItems = workItems;
    }

    /** The business owners named in the newest decisions, each once. */
    Set<String> owners(String program) {
        return owners(store.decisions(program));
    }

    private static Set<String> owners(List<ComponentDecision> decisions) {
        Set<String> owners = new LinkedHashSet<>();
        decisions.forEach(one -> {
            if (one.businessOwner() != null) {
                owners.add(one.businessOwner());
            }
        });
        return owners;
    }

    /** The decisions of the task's holder, or of whoever passed the task on; what takes something away comes first. */
    List<ComponentDecision> concerning(WorkItem task) {
        List<ComponentDecision> decisions = store.decisions(task.program());
        Set<String> standsFor = owners(decisions);
        List<WorkItem> siblings = workItems.all(task.program(), task.taskKey(), task.instance());
        String holder = String.valueOf(task.assignee());
        if (standsFor.contains(holder) && first(siblings, holder, task)) {
            standsFor = Set.of(holder);
        } else {
            for (WorkItem sibling : siblings) {
                standsFor.remove(String.valueOf(sibling.assignee()));
            }
        }
        Set<String> people = standsFor;
        return decisions.stream()
                .filter(one -> one.businessOwner() != null && people.contains(one.businessOwner()))
                .sorted(Comparator.comparing(one -> !one.decision().needsPlan()))
                .toList();
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
