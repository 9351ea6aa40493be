package org.waymark.process;

import java.time.ZoneId;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.web.Dates;
import org.waymark.web.Refusal;

/** Says why a piece of work is not, or no longer, somebody's to do: whose it is, who did it and when. */
@Component
class Ownership {

    private final People people;

    Ownership(People people) {
        this.people = people;
    }

    /** The task if it is open and this person's. */
    WorkItem mine(WorkItem item, String person) {
        if (!item.isOpen()) {
            throw of(item);
        }
        if (!person.equals(item.assignee())) {
            throw item.assignee() == null
                    ? Refusal.forbidden("work.unclaimed")
                    : Refusal.forbidden("work.not-yours", people.nameOf(item.assignee()));
        }
        return item;
    }

    private Refusal of(WorkItem item) {
        if (item.endedBy() == null) {
            return Refusal.conflict("work.closed", item.name());
        }
        String when = Dates.here()
                .dateTime(Objects.requireNonNull(item.ended())
                        .atZoneSameInstant(ZoneId.of(people.get(item.endedBy()).zone())));
        return Refusal.conflict("work.done-by", item.name(), people.nameOf(item.endedBy()), when);
    }
}
