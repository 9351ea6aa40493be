package org.waymark.notification;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.security.People;
import org.waymark.security.Person;

/** Knows who can be written to at all, and who may be disturbed now. */
@Component
class Readers {

    private final People people;
    private final MailWishes wishes;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Readers(People people, MailWishes wishes, WorkingCalendar calendar, Clock clock) {
        this.people = people;
        this.wishes = wishes;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Nobody when the person has left or has no address. */
    Optional<Reader> of(String id) {
        Person person = people.find(id).filter(Person::active).orElse(null);
        String address = person == null ? null : person.email();
        if (person == null || address == null || address.isBlank()) {
            return Optional.empty();
        }
        ZonedDateTime now = ZonedDateTime.now(clock.withZone(ZoneId.of(person.zone())));
        return Optional.of(new Reader(person, address, wishes.of(id), now));
    }

    /** The end of the next working day where this person lives. */
    ZonedDateTime soon(Reader reader) {
        return calendar.plusWorkingDays(reader.now().toLocalDate(), 1, null)
                .plusDays(1)
                .atStartOfDay(reader.now().getZone());
    }

    /** Whether it is a working day and an hour at which this person may be written to. */
    boolean awake(Reader reader) {
        return reader.wish().awake(reader.now())
                && calendar.isWorkingDay(reader.now().toLocalDate(), null);
    }
}
