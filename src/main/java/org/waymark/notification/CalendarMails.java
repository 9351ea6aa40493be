package org.waymark.notification;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.waymark.web.Texts;

/** Writes to somebody about one entry of their calendar, with the entry itself. */
@Component
class CalendarMails {

    private final Readers readers;
    private final Letters letters;
    private final Outbox outbox;
    private final Texts texts;
    private final String from;
    private final Clock clock;

    CalendarMails(
            Readers readers,
            Letters letters,
            Outbox outbox,
            Texts texts,
            @Value("${waymark.mail.from:waymark@localhost}") String from,
            Clock clock) {
        this.readers = readers;
        this.letters = letters;
        this.outbox = outbox;
        this.texts = texts;
        this.from = from;
        this.clock = clock;
    }

    /** The entry, what became of it in one line, and what it is about. */
    record Said(CalendarText.Day entry, String subject, String words) {}

    /** What is said is asked for in the reader's language; false while the reader rests or does not wish to hear. */
    boolean write(String id, Predicate<MailWish> wished, boolean over, Function<Reader, Said> saying) {
        Reader reader = readers.of(id).orElse(null);
        if (reader == null || !wished.test(reader.wish()) || !readers.awake(reader)) {
            return false;
        }
        reader.spokenTo(() -> {
            Said said = saying.apply(reader);
            String calendar = CalendarText.invitation(said.entry(), from, reader.address(), over, clock.instant());
            outbox.put(reader, letter(reader, said), calendar, false);
        });
        return true;
    }

    /** What another node wrote meanwhile is not written twice: the mail of this transaction goes with it. */
    static void mustBeFirst(int changed, String uid) {
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Another node wrote about " + uid);
        }
    }

    private Letter letter(Reader reader, Said said) {
        return letters.about(
                reader.person(),
                said.subject(),
                texts.of("notification.calendar.heading"),
                List.of(new Letter.Line(
                        said.subject(),
                        List.of(said.words()),
                        said.entry().link(),
                        texts.of("notification.look"),
                        null)));
    }
}
