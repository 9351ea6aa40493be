package org.waymark.process;

import java.time.ZoneId;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.web.Dates;
import org.waymark.web.Refusal;

/** Says why a piece of work is not, or no longer, somebody's to do: whose it is, who did it and when. */
@Component
class Ownership {

    private final People people;
    // asked for late: the models behind the kinds need the engine room themselves
    private final ObjectProvider<TaskWork<?>> kinds;

    Ownership(People people, ObjectProvider<TaskWork<?>> kinds) {
        this.people = people;
        this.kinds = kinds;
    }

    /** The task if it is open and this person's. */
    WorkItem mine(WorkItem item, String person) {
        if (!item.isOpen()) {
            throw over(item, person);
        }
        if (!person.equals(item.assignee())) {
            throw item.assignee() == null
                    ? Refusal.forbidden("work.unclaimed")
                    : Refusal.forbidden("work.not-yours", people.nameOf(item.assignee()));
        }
        return item;
    }

    /** Why nothing is left to do; what became of it is told to whoever it waited for. */
    Refusal over(WorkItem item, String person) {
        if (item.endedBy() == null) {
            return kinds.stream()
                    .filter(kind -> person.equals(item.assignee()) && kind.key().equals(item.taskKey()))
                    .map(kind -> kind.closedBy(item))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> Refusal.conflict("work.closed", item.name()));
        }
        String when = Dates.here()
                .dateTime(Objects.requireNonNull(item.ended())
                        .atZoneSameInstant(ZoneId.of(people.get(item.endedBy()).zone())));
        return Refusal.conflict("work.done-by", item.name(), people.nameOf(item.endedBy()), when);
    }
}
