package org.waymark.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/** Mails that are written and wait to be sent: each is claimed before it is sent, so that it never goes out twice. */
@Service
public class Outbox {

    private static final String SELECT = "select id, person, address, subject, plain, html, calendar, message_id,"
            + " state, tries, due, problem, made, sent from mail";
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final int LONGEST_PROBLEM = 500;
    private static final int LONGEST_SUBJECT = 200;

    private static final String BALLOT = "/vote/";

    private final JdbcClient jdbc;
    private final Letters letters;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Letters letters, Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(Reader reader, Letter letter, @Nullable String calendar, boolean nudge) {
        OffsetDateTime now = now();
        String oneLine = letter.subject().replaceAll("\\p{Cntrl}", " ").strip();
        jdbc.sql("""
                        insert into mail (person, address, subject, plain, html, calendar, message_id, nudge, state,
                            tries, due, made)
                        values (:person, :address, :subject, :plain, :html, :calendar, :messageId, :nudge, 'WAITING',
                            0, :now, :now)
                        """)
                .param("person", reader.person().id())
                .param("address", reader.address())
                .param("subject", oneLine.substring(0, Math.min(oneLine.length(), LONGEST_SUBJECT)))
                .param("plain", letter.plain())
                .param("html", letters.html(letter))
                .param("calendar", calendar)
                .param("messageId", "<" + UUID.randomUUID() + "@waymark>")
                .param("nudge", nudge)
                .param("now", now)
                .update();
    }

    /** How many mails with a nudge a person was written in the last seven days. */
    int nudges(String person) {
        return count(person, "and nudge = true", now().minusDays(7));
    }

    boolean writtenSince(String person, OffsetDateTime since) {
        return count(person, "", since) > 0;
    }

    private int count(String person, String more, OffsetDateTime since) {
        return jdbc.sql("select count(*) from mail where person = :person and made >= :since " + more)
                .param("person", person)
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    List<Mail> due(int most) {
        return jdbc.sql(SELECT
                        + " where state = 'WAITING' and due <= :now order by due, id fetch first :most rows only")
                .param("now", now())
                .param("most", most)
                .query(Mail.class)
                .list();
    }

    /** Takes a mail for sending; false when another node has it. */
    @Transactional
    boolean claim(Mail mail) {
        return jdbc.sql("update mail set state = 'SENDING', due = :until where id = :id and state = 'WAITING'")
                        .param("until", now().plus(CLAIM))
                        .param("id", mail.id())
                        .update()
                == 1;
    }

    @Transactional
    void sent(Mail mail) {
        jdbc.sql("update mail set state = 'SENT', tries = tries + 1, problem = null, sent = :now where id = :id")
                .param("now", now())
                .param("id", mail.id())
                .update();
        if (mail.plain().contains(BALLOT)) {
            forget(mail);
        }
    }

    /** Only its reader holds what a personal link opens: what was sent is kept without. */
    private void forget(Mail mail) {
        jdbc.sql("update mail set plain = :plain, html = :html where id = :id")
                .param("plain", mail.plain().replaceAll(BALLOT + "[\\w-]+", BALLOT))
                .param("html", mail.html().replaceAll(BALLOT + "[\\w-]+", BALLOT))
                .param("id", mail.id())
                .update();
    }

    /** Puts a mail back for its next try, or aside after the last. */
    @Transactional
    void refused(Mail mail, String problem) {
        boolean last = mail.tries() >= PAUSES.size();
        jdbc.sql("""
                        update mail set state = :state, tries = tries + 1, problem = :problem, due = :due
                        where id = :id
                        """)
                .param("state", last ? "FAILED" : "WAITING")
                .param("problem", problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)))
                .param("due", last ? now() : now().plus(PAUSES.get(mail.tries())))
                .param("id", mail.id())
                .update();
    }

    /** A node died between sending and noting it: only a person can know, so nothing is sent twice by itself. */
    @Transactional
    void doubt() {
        jdbc.sql("update mail set state = 'UNSURE' where state = 'SENDING' and due < :now")
                .param("now", now())
                .update();
    }

    @Transactional
    public void again(long id) {
        int found = jdbc.sql("""
                        update mail set state = 'WAITING', tries = 0, due = :now
                        where id = :id and state in ('FAILED', 'UNSURE')
                        """).param("now", now()).param("id", id).update();
        if (found == 0) {
            throw Refusal.conflict("notification.mail.not-stuck");
        }
    }

    /** The newest mails in one state, or in any. */
    public List<Mail> newest(@Nullable String state, int most) {
        return jdbc.sql(SELECT + (state == null ? "" : " where state = :state")
                        + " order by id desc fetch first :most rows only")
                .param("state", state)
                .param("most", most)
                .query(Mail.class)
                .list();
    }

    public List<Mail> to(String person, int most) {
        return jdbc.sql(SELECT + " where person = :person order by id desc fetch first :most rows only")
                .param("person", person)
                .param("most", most)
                .query(Mail.class)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
