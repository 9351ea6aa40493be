package org.waymark.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.waymark.fault.Calls.Answer;
import org.waymark.fault.Calls.Call;

/** A database that dies, throws everybody out, or has no connection left. */
final class DatabaseCases {

    private static final int THROWN_OUT = 20;
    private static final int CROWD = 200;

    /** Enough to know that nobody waits for a step any more: each client has to get past its own. */
    private static final int STUCK = 20;

    /** After so many milliseconds Kubernetes takes a node for dead (the template in operations.md). */
    private static final long PROBE_PATIENCE = 5000;

    private DatabaseCases() {}

    static List<FaultCase> all() {
        return List.of(
                new FaultCase(
                        "R9",
                        "PostgreSQL and its backends are killed (SIGKILL) and started again",
                        1,
                        DatabaseCases::killed),
                new FaultCase(
                        "R10",
                        "every session of the database is ended, once a second for " + THROWN_OUT + " s",
                        1,
                        DatabaseCases::thrownOut),
                new FaultCase(
                        "R23",
                        CROWD + " requests at once on a pool of 10, with 100 ms more a round trip",
                        1,
                        DatabaseCases::crowded));
    }

    private static String killed(Site site, Load load) throws Exception {
        site.postgres.kill();
        long gone = System.nanoTime();
        Answer meanwhile = load.calls.at(site.ports().get(0), Call.get("manager", "/api/programs"));
        String heard = meanwhile.status() + " after " + NodeCases.seconds(gone);
        site.postgres.startAgain();
        String back = NodeCases.seconds(gone);
        load.tally.awaitMore(1, 120);
        return "asked while it is away: %s; database up after %s, work goes on after %s, node not restarted"
                .formatted(heard, back, NodeCases.seconds(gone));
    }

    private static String thrownOut(Site site, Load load) throws Exception {
        int ended = 0;
        try (LockWatch locks = new LockWatch(site.postgres)) {
            for (int second = 0; second < THROWN_OUT; second++) {
                ended += site.postgres.endSessions();
                TimeUnit.SECONDS.sleep(1); // the beat is the case
            }
            load.tally.awaitMore(STUCK, 120);
            return ended + " sessions ended; " + locks.words(site.node(0).said());
        }
    }

    private static String crowded(Site site, Load load) throws Exception {
        int port = site.ports().get(0);
        Map<Integer, Integer> heard = new TreeMap<>();
        long health;
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try (Probe probe = Probe.liveness(port)) {
            site.line(0).delay(50, 0);
            List<Future<Answer>> all = new ArrayList<>();
            for (int one = 0; one < CROWD; one++) {
                all.add(crowd.submit(() -> load.calls.at(port, Call.get("manager", "/api/programs"))));
            }
            for (Future<Answer> one : all) {
                heard.merge(one.get().status(), 1, Integer::sum);
            }
            health = probe.p99();
            if (health > PROBE_PATIENCE) {
                throw new AssertionError(
                        "liveness took " + health + " ms: a node that only has much to do is restarted");
            }
        } finally {
            site.line(0).pass();
            crowd.shutdown();
        }
        return "the crowd heard %s; liveness within %d ms".formatted(heard, health);
    }
}
