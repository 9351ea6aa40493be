package org.waymark.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.demo.Browsing;
import org.waymark.demo.Node.Manner;

/** Clocks that jump, and nodes whose clocks differ. */
final class ClockCases {

    private static final int PROGRAMS = 6;
    private static final Duration LEAP = Duration.ofDays(8);

    private ClockCases() {}

    static List<FaultCase> all() {
        return List.of(
                new FaultCase("R17", "all clocks jump 8 days ahead, and back", 2, ClockCases::jumped),
                new FaultCase(
                        "R18", "one of two nodes is 10 minutes ahead, the other an hour behind", 2, ClockCases::apart));
    }

    private static String jumped(Site site, Load load) throws Exception {
        FakeClock clock = new FakeClock("both");
        try (Connection connection = site.postgres.connect()) {
            site.replace(0, clock.manner());
            site.replace(1, clock.manner());
            Unanswered unanswered = new Unanswered(Postgres.over(connection), load, PROGRAMS);
            if (unanswered.last().isAfter(LocalDateTime.now().plus(LEAP))) {
                throw new AssertionError("Not everything is due by then but " + unanswered.last());
            }
            clock.turn("+8d");
            long jump = System.nanoTime();
            for (int port : site.ports()) {
                Unanswered.await(() -> hours(port) == LEAP.toHours(), 30, "A node does not see the jump");
            }
            unanswered.awaitTold(120);
            String fired = NodeCases.seconds(jump);
            load.tally.awaitMore(20, 120);
            unanswered.onceEach();
            clock.turn("+0");
            for (int port : site.ports()) {
                Unanswered.await(() -> hours(port) == 0, 30, "A node does not come back");
            }
            long back = System.nanoTime();
            load.tally.awaitMore(20, 120);
            String onward = NodeCases.seconds(back);
            unanswered.onceEach();
            return "%s, all within %s of the jump; back again, 20 more handed in within %s and nobody told twice"
                    .formatted(unanswered.words(), fired, onward);
        } finally {
            usual(site);
        }
    }

    private static String apart(Site site, Load load) throws Exception {
        FakeClock ahead = new FakeClock("ahead");
        FakeClock behind = new FakeClock("behind");
        ahead.turn("+600");
        behind.turn("-3600");
        try (Connection connection = site.postgres.connect()) {
            site.replace(0, ahead.manner());
            site.replace(1, behind.manner());
            int first = site.ports().get(0);
            int second = site.ports().get(1);
            Unanswered.await(() -> hours(second) == -1, 30, "A node does not go behind");
            JdbcClient jdbc = Postgres.over(connection);
            Unanswered unanswered = new Unanswered(jdbc, load, PROGRAMS);
            Browsing there = Browsing.as(first, "manager");
            Browsing here = Browsing.as(second, "manager");
            // due for both: they compete for every step, and to the one ahead every lock of the other has run out
            unanswered.due(LocalDateTime.now().minusHours(2));
            unanswered.awaitTold(120);
            load.tally.awaitMore(40, 180);
            unanswered.onceEach();
            signedIn(there, first, second);
            signedIn(here, first, second);
            int back = jdbc.sql("select count(*) from ledger_entry e join ledger_entry before on before.program ="
                            + " e.program and before.sequence = e.sequence - 1 where e.at < before.at")
                    .query(Integer.class)
                    .single();
            return "%s; everybody stays signed in at both; %d lines of the record carry an earlier time than the line before, its order is its numbers"
                    .formatted(unanswered.words(), back);
        } finally {
            usual(site);
        }
    }

    private static void signedIn(Browsing somebody, int... ports) throws Exception {
        for (int port : ports) {
            int status = somebody.at(port).get("/account").statusCode();
            if (status != 200) {
                throw new AssertionError("Not signed in any more: " + status);
            }
        }
    }

    /** How many hours a node's clock is ahead. */
    private static long hours(int port) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness"))
                .build();
        String date = HttpClient.newHttpClient()
                .send(ask, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Date")
                .orElseThrow();
        Instant told =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Math.round(Duration.between(Instant.now(), told).toSeconds() / 3600.0);
    }

    private static void usual(Site site) throws Exception {
        site.replace(0, Manner.USUAL);
        site.replace(1, Manner.USUAL);
    }
}
