package org.waymark.fault;

import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Nodes that start at once, die, freeze and are replaced. */
final class NodeCases {

    /** As long as a step's lock lasts, and a little more. */
    private static final int FROZEN = 70;

    private NodeCases() {}

    static List<FaultCase> all() {
        return List.of(
                new FaultCase("R21", "two nodes start at once on an empty database", 2, NodeCases::atOnce),
                new FaultCase("R20", "two nodes are replaced one after the other (SIGTERM)", 2, NodeCases::replaced),
                new FaultCase("R7", "one of two nodes is killed (SIGKILL)", 2, NodeCases::oneKilled),
                new FaultCase("R8", "one of two nodes is frozen for " + FROZEN + " s (SIGSTOP)", 2, NodeCases::frozen),
                new FaultCase("R6", "the only node is killed (SIGKILL) and started again", 1, NodeCases::killed));
    }

    private static String atOnce(Site site, Load load) throws Exception {
        try (Connection connection = site.postgres.connect()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            int made = jdbc.sql("select count(*) from act_re_deployment")
                    .query(Integer.class)
                    .single();
            int stories = jdbc.sql("select count(*) from program where name = (select name from program where code ="
                            + " 'ATLAS')")
                    .query(Integer.class)
                    .single();
            if (made != 1 || stories != 1) {
                throw new AssertionError(made + " deployments, " + stories + " times the demo's first program");
            }
        }
        return "one made tables, diagrams and the demo, the other waited";
    }

    private static String replaced(Site site, Load load) throws Exception {
        int before = load.tally.unservedRequests();
        long began = System.nanoTime();
        for (int at = 0; at < 2; at++) {
            site.node(at).close();
            site.startAgain(at);
        }
        int unserved = load.tally.unservedRequests() - before;
        if (unserved > 0) {
            throw new AssertionError(unserved + " requests that no node answered");
        }
        return "0 requests that neither node served, both new after " + seconds(began);
    }

    private static String oneKilled(Site site, Load load) throws Exception {
        int before = load.tally.unservedRequests();
        site.node(0).kill();
        load.tally.awaitMore(20, 120);
        int unserved = load.tally.unservedRequests() - before;
        site.startAgain(0);
        return unserved + " requests that the other node did not serve";
    }

    private static String frozen(Site site, Load load) throws Exception {
        signal("STOP", site.node(0).pid());
        int before = load.tally.acknowledged();
        try {
            TimeUnit.SECONDS.sleep(FROZEN); // the length of the freeze is the case
        } finally {
            signal("CONT", site.node(0).pid());
        }
        return load.tally.acknowledged() - before + " acknowledged by the other meanwhile";
    }

    private static String killed(Site site, Load load) throws Exception {
        site.node(0).kill();
        long gone = System.nanoTime();
        site.startAgain(0);
        return "ready again after " + seconds(gone);
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        int said = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .waitFor();
        if (said != 0) {
            throw new IOException("kill -" + name + " " + pid + " said " + said);
        }
    }

    static String seconds(long since) {
        return "%.1f s".formatted((System.nanoTime() - since) / 1e9);
    }
}
