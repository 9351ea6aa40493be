package org.waymark.process;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.web.Refusal;

/** Says of work that is over who did it and when, or that it was closed without an answer. */
@Component
class Over {

    private final People people;

    Over(People people) {
        this.people = people;
    }

    Refusal of(WorkItem item) {
        if (item.endedBy() == null) {
            return Refusal.conflict("work.closed", item.name());
        }
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(LocaleContextHolder.getLocale())
                .withZone(ZoneId.of(people.get(item.endedBy()).zone()))
                .format(Objects.requireNonNull(item.ended()));
        return Refusal.conflict("work.done-by", item.name(), people.nameOf(item.endedBy()), when);
    }
}
