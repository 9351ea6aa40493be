package org.waymark.notification;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.security.People;
import org.waymark.security.Person;

/** Writes to everybody who has something to hear, no more often than they wish, and sends what is written. */
@Service
public class Mailman {

    private static final Logger log = LoggerFactory.getLogger(Mailman.class);
    private static final int SENT_AT_ONCE = 50;

    private final Notices notices;
    private final WorkItems items;
    private final MailWishes wishes;
    private final Letters letters;
    private final Outbox outbox;
    private final Carrier carrier;
    private final People people;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Mailman(
            Notices notices,
            WorkItems items,
            MailWishes wishes,
            Letters letters,
            Outbox outbox,
            Carrier carrier,
            People people,
            WorkingCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.items = items;
        this.wishes = wishes;
        this.letters = letters;
        this.outbox = outbox;
        this.carrier = carrier;
        this.people = people;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One round: whatever goes wrong with one person's mail keeps nobody else from theirs. */
    @Scheduled(initialDelayString = "${waymark.mail.first:PT1M}", fixedDelayString = "${waymark.mail.every:PT30S}")
    public void round() {
        while (notices.collect() > 0) {
            log.debug("Found tasks that nobody had been told of");
        }
        for (String person : notices.waiting()) {
            try {
                transaction.executeWithoutResult(status -> write(person));
            } catch (DataAccessException faster) {
                log.debug("Another node writes to {}", person, faster);
            }
        }
        outbox.doubt();
        for (Mail mail : outbox.due(SENT_AT_ONCE)) {
            send(mail);
        }
    }

    private void write(String id) {
        List<Notice> pending = notices.pending(id);
        Person person = people.find(id).filter(Person::active).orElse(null);
        String address = person == null ? null : person.email();
        if (person == null || address == null || address.isBlank()) {
            pending.forEach(notice -> notices.settle(notice, "NO_ADDRESS"));
            return;
        }
        ZonedDateTime now = ZonedDateTime.now(clock.withZone(ZoneId.of(person.zone())));
        MailWish wish = wishes.of(id);
        if (!wish.awake(now) || !calendar.isWorkingDay(now.toLocalDate(), null)) {
            return;
        }
        boolean writtenToday =
                outbox.writtenSince(id, now.with(LocalTime.MIN).toOffsetDateTime());
        Sieve.Sifted sifted =
                new Sieve(wish, now, outbox.nudges(id), writtenToday).sift(things(id, pending));
        sifted.settled().forEach(notices::settle);
        if (!sifted.write().isEmpty()) {
            write(person, address, sifted);
        }
    }

    private void write(Person person, String address, Sieve.Sifted sifted) {
        for (Sieve.Thing thing : sifted.write()) {
            if (!notices.settle(thing.notice(), "MAILED")) {
                throw new org.springframework.dao.OptimisticLockingFailureException(
                        "Another node wrote about " + thing.notice().slot());
            }
        }
        LocaleContextHolder.setLocale(Locale.forLanguageTag(person.language()));
        LocaleContextHolder.setTimeZone(TimeZone.getTimeZone(ZoneId.of(person.zone())));
        try {
            Letter letter = letters.write(person, sifted.write());
            outbox.put(
                    person.id(),
                    address,
                    letter.subject(),
                    letter.plain(),
                    letters.html(letter),
                    null,
                    sifted.nudge());
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private List<Sieve.Thing> things(String person, List<Notice> pending) {
        List<WorkItem> open = items.openOf(person);
        return pending.stream()
                .map(notice -> new Sieve.Thing(notice, item(notice, open)))
                .toList();
    }

    /** The open task a notice is about: the person's own, or the one somebody else still owes. */
    private @Nullable WorkItem item(Notice notice, List<WorkItem> own) {
        String task = notice.task();
        if (notice.isForOwnTask()) {
            return own.stream()
                    .filter(item -> task == null
                            ? item.program().equals(notice.program())
                                    && item.stage().equals(notice.stage())
                                    && item.taskKey().equals(notice.taskKey())
                            : item.task().equals(task))
                    .findFirst()
                    .orElse(null);
        }
        return task == null ? null : items.find(task).filter(WorkItem::isOpen).orElse(null);
    }

    private void send(Mail mail) {
        if (!outbox.claim(mail)) {
            return;
        }
        try {
            carrier.carry(mail);
        } catch (MailException e) {
            log.warn("Mail {} could not be sent, try {}: {}", mail.id(), mail.tries() + 1, e.getMessage());
            outbox.refused(mail, String.valueOf(e.getMessage()));
            return;
        }
        outbox.sent(mail);
    }
}
