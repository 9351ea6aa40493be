package org.waymark.fault;

import jakarta.mail.Message;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail server that is away while people work and letters wait. */
final class MailCases {

    private static final int LETTERS = 10;

    private MailCases() {}

    static List<FaultCase> all() {
        return List.of(new FaultCase("R22", "the mail server is away while letters wait", 1, MailCases::away));
    }

    private static String away(Site site, Load load) throws Exception {
        String run = "fault-" + System.nanoTime();
        try (Connection connection = site.postgres.connect();
                Probe probe = Probe.readiness(site.ports().get(0))) {
            JdbcClient jdbc = Postgres.over(connection);
            site.mailLine().reset();
            int before = load.tally.acknowledged();
            write(jdbc, run);
            await(jdbc, run, "state = 'WAITING' and tries = 1 and problem is not null", 60);
            load.tally.awaitMore(5, 60);
            int meanwhile = load.tally.acknowledged() - before;
            site.mailLine().pass();
            long back = System.nanoTime();
            await(jdbc, run, "state = 'SENT' and tries = 2", 150);
            String sent = NodeCases.seconds(back);
            List<String> arrived = arrived(site, run);
            if (arrived.size() != LETTERS || new HashSet<>(arrived).size() != LETTERS) {
                throw new AssertionError("Arrived: " + arrived);
            }
            if (!probe.said().equals(List.of("UP"))) {
                throw new AssertionError("A mail server took the pages away: " + probe.said());
            }
            return "%d acknowledged while it was away, readiness stayed UP; all %d letters arrived once, %s after it was back"
                    .formatted(meanwhile, LETTERS, sent);
        } finally {
            site.mailLine().pass();
        }
    }

    /** What the house writes into its outbox, without waiting for the hour at which it would. */
    private static void write(JdbcClient jdbc, String run) {
        for (int letter = 0; letter < LETTERS; letter++) {
            jdbc.sql("""
                            insert into mail (person, address, subject, plain, html, message_id, nudge, state, tries,
                                due, made)
                            values ('service', 'service@example.com', 'A letter', 'Words.', '<p>Words.</p>', :id,
                                false, 'WAITING', 0, now(), now())
                            """).param("id", "<" + run + "-" + letter + "@waymark>").update();
        }
    }

    private static void await(JdbcClient jdbc, String run, String state, int seconds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        String ask = "select count(*) from mail where message_id like '<" + run + "-%' and " + state;
        while (jdbc.sql(ask).query(Integer.class).single() < LETTERS) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Letters never were: " + state);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static List<String> arrived(Site site, String run) throws Exception {
        List<String> ids = new ArrayList<>();
        for (Message message : site.mailbox()) {
            String id = message.getHeader("Message-ID")[0];
            if (id.contains(run)) {
                ids.add(id);
            }
        }
        return ids;
    }
}
