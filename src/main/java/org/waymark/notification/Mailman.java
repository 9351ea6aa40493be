package org.waymark.notification;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Program;
import org.waymark.program.Programs;

/** Writes to everybody who has something to hear, no more often than they wish, and sends what is written. */
@Service
public class Mailman {

    private static final Logger log = LoggerFactory.getLogger(Mailman.class);
    private static final int SENT_AT_ONCE = 50;

    private final Notices notices;
    private final WorkItems items;
    private final Readers readers;
    private final Letters letters;
    private final Invitations invitations;
    private final MeetingInvitations meetings;
    private final Deadlines deadlines;
    private final Programs programs;
    private final Outbox outbox;
    private final Carrier carrier;
    private final TransactionTemplate transaction;

    Mailman(
            Notices notices,
            WorkItems items,
            Readers readers,
            Letters letters,
            Invitations invitations,
            MeetingInvitations meetings,
            Deadlines deadlines,
            Programs programs,
            Outbox outbox,
            Carrier carrier,
            TransactionTemplate transaction) {
        this.notices = notices;
        this.items = items;
        this.readers = readers;
        this.letters = letters;
        this.invitations = invitations;
        this.meetings = meetings;
        this.deadlines = deadlines;
        this.programs = programs;
        this.outbox = outbox;
        this.carrier = carrier;
        this.transaction = transaction;
    }

    /** One round: whatever goes wrong with one person's mail keeps nobody else from theirs. */
    @Scheduled(initialDelayString = "${waymark.mail.first:PT1M}", fixedDelayString = "${waymark.mail.every:PT30S}")
    public void round() {
        collect();
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

    private void collect() {
        try {
            while (notices.collect() > 0) {
                log.debug("Found tasks that nobody had been told of");
            }
        } catch (DataAccessException faster) {
            log.debug("Another node has the same tasks in hand", faster);
        }
    }

    /** Looks at every date that is near, and keeps the calendars of those who decide or meet in step with the plan. */
    @Scheduled(initialDelayString = "${waymark.mail.first:PT1M}", fixedDelayString = "${waymark.mail.plans:PT10M}")
    public void plan() {
        try {
            deadlines.sweep();
        } catch (DataAccessException faster) {
            log.debug("Another node looks at the same dates", faster);
        }
        for (String uid : meetings.open()) {
            try {
                meetings.bring(uid);
            } catch (DataAccessException faster) {
                log.debug("Another node invites to {}", uid, faster);
            }
        }
        for (Program program : programs.all()) {
            try {
                invitations.bring(program);
            } catch (DataAccessException faster) {
                log.debug("Another node invites to the gates of {}", program.code(), faster);
            }
        }
    }

    private void write(String id) {
        List<Notice> pending = notices.pending(id);
        Reader reader = readers.of(id).orElse(null);
        if (reader == null) {
            pending.forEach(notice -> notices.settle(notice, "NO_ADDRESS"));
            return;
        }
        if (!readers.awake(reader)) {
            return;
        }
        OffsetDateTime today = reader.now().with(LocalTime.MIN).toOffsetDateTime();
        Sieve sieve = new Sieve(
                reader.wish(),
                reader.now(),
                readers.soon(reader),
                outbox.nudges(id),
                outbox.writtenSince(id, today),
                notices.told(id, today));
        Sieve.Sifted sifted = sieve.sift(things(id, pending));
        sifted.settled().forEach(notices::settle);
        if (!sifted.write().isEmpty()) {
            write(reader, sifted);
        }
    }

    private void write(Reader reader, Sieve.Sifted sifted) {
        for (Sieve.Thing thing : sifted.write()) {
            if (!notices.settle(thing.notice(), "MAILED")) {
                throw new OptimisticLockingFailureException(
                        "Another node wrote about " + thing.notice().slot());
            }
        }
        reader.spokenTo(() -> {
            Letter letter = letters.write(reader.person(), sifted.write());
            if (!letter.parts().isEmpty()) {
                outbox.put(reader, letter, null, sifted.nudge());
            }
        });
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
