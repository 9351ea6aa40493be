package org.waymark.fault;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.demo.Browsing;
import org.waymark.demo.Node;
import org.waymark.demo.Node.Manner;

/** One installation: PostgreSQL, up to two nodes of the product, each at the end of a line of its own that may fail. */
final class Site implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("wm_[A-Za-z0-9]{40}");
    private static final Pattern POOL = Pattern.compile("hikaricp_connections_active\\{[^}]*} ([0-9.]+)");
    private static final List<String> PEOPLE =
            List.of("manager", "service", "product", "sales", "marketing", "hr", "auditor", "admin");
    /** How many people work at once. */
    static final int CLIENTS = Integer.getInteger("waymark.faults.clients", 4);

    static final Path FOLDER = Path.of("target/faults");

    final Postgres postgres;
    final Map<String, String> tokens;
    private final List<FaultProxy> lines = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final GreenMail mailServer = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final FaultProxy mailLine;
    private final String name;
    private int starts;

    /** Starts so many nodes at once on an empty database. */
    Site(int wanted) throws Exception {
        this("node", Files.createTempDirectory("waymark-faults"), wanted);
    }

    /** The same with nodes of this name, on a database that keeps its data here. */
    Site(String name, Path data, int wanted) throws Exception {
        this.name = name;
        Files.createDirectories(FOLDER);
        mailServer.start();
        mailLine = FaultProxy.to(mailServer.getSmtp().getPort());
        postgres = new Postgres(data);
        for (int at = 0; at < wanted; at++) {
            nodes.add(launch(at, Manner.USUAL));
        }
        for (Node node : nodes) {
            node.ready();
        }
        tokens = tokens(node(0).port);
    }

    synchronized List<Integer> ports() {
        return nodes.stream().map(node -> node.port).toList();
    }

    synchronized Node node(int at) {
        return nodes.get(at);
    }

    /** The line between one node and the database. */
    FaultProxy line(int at) {
        return lines.get(at);
    }

    /** The line between every node and the mail server. */
    FaultProxy mailLine() {
        return mailLine;
    }

    /** What the mail server has taken. */
    List<MimeMessage> mailbox() {
        return List.of(mailServer.getReceivedMessages());
    }

    /** Brings the installation to so many nodes, by starting some more or ending the last. */
    void nodes(int wanted) throws Exception {
        while (ports().size() > wanted) {
            Node last = node(ports().size() - 1);
            synchronized (this) {
                nodes.remove(last);
            }
            last.close();
        }
        while (ports().size() < wanted) {
            Node more = launch(ports().size(), Manner.USUAL);
            more.ready();
            synchronized (this) {
                nodes.add(more);
            }
        }
    }

    /** Starts anew what was in this place and has ended, and waits until people may come in. */
    void startAgain(int at) throws Exception {
        startAgain(at, Manner.USUAL);
    }

    /** Ends what is in this place as an operator does, and starts it anew in this manner. */
    void replace(int at, Manner manner) throws Exception {
        node(at).close();
        startAgain(at, manner);
    }

    private void startAgain(int at, Manner manner) throws Exception {
        Node again = launch(at, manner);
        synchronized (this) {
            nodes.set(at, again);
        }
        again.ready();
    }

    Load work(int clients) {
        return Load.begin(this::ports, tokens, clients);
    }

    /** The connections each node has in use, once nobody works any more; a list of zeros unless one leaks. */
    List<Double> connectionsInUse(Calls calls) throws InterruptedException {
        List<Double> used = new ArrayList<>();
        for (int port : ports()) {
            double most = 1;
            for (int look = 0; look < 50 && most > 0; look++) {
                most = 0;
                Matcher pool = POOL.matcher(calls.at(port, Calls.Call.get("admin", "/actuator/prometheus"))
                        .body());
                while (pool.find()) {
                    most = Math.max(most, Double.parseDouble(pool.group(1)));
                }
                TimeUnit.MILLISECONDS.sleep(most > 0 ? 200 : 0);
            }
            used.add(most);
        }
        return used;
    }

    /** What is broken once everything has come to rest: locks of the dead run out, steps are done. */
    Map<String, List<String>> brokenAtRest(Invariants.Told told) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        try (Connection connection = postgres.connect()) {
            Invariants invariants = new Invariants(connection);
            Map<String, List<String>> broken = invariants.broken(told, LocalDateTime.now());
            while (!broken.isEmpty() && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(500);
                broken = invariants.broken(told, LocalDateTime.now());
            }
            return broken;
        }
    }

    @Override
    public void close() throws Exception {
        for (Node node : List.copyOf(nodes)) {
            node.close();
        }
        for (FaultProxy line : lines) {
            line.close();
        }
        mailLine.close();
        mailServer.stop();
        postgres.close();
    }

    private Node launch(int at, Manner manner) throws IOException {
        while (lines.size() <= at) {
            lines.add(FaultProxy.to(postgres.port()));
        }
        return Node.start(
                name + at + "-" + ++starts,
                FOLDER,
                "demo,postgres",
                manner,
                Postgres.environment(lines.get(at).port()),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailLine.port(),
                "--waymark.mail.first=PT5S",
                "--waymark.mail.every=PT2S");
    }

    /** A token of everybody who works, as each makes it on their account page. */
    static Map<String, String> tokens(int port) throws Exception {
        Map<String, String> tokens = new HashMap<>();
        for (String person : PEOPLE) {
            tokens.put(person, token(port, person));
        }
        return tokens;
    }

    private static String token(int port, String person) throws Exception {
        String page = Browsing.as(port, person)
                .form(
                        "/account",
                        "/account/tokens",
                        "name=faults&until=" + LocalDate.now().plusDays(60))
                .body();
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new AssertionError(person + " got no token: " + page);
        }
        return found.group();
    }
}
