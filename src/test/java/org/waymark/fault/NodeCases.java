package org.waymark.fault;

import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.demo.Node.Manner;

/** Nodes that start at once, die and are replaced. */
final class NodeCases {

    private NodeCases() {}

    static List<FaultCase> all() {
        return List.of(
                new FaultCase("R21", "two nodes start at once on an empty database", 2, NodeCases::atOnce),
                new FaultCase("R20", "two nodes are replaced one after the other (SIGTERM)", 2, NodeCases::replaced),
                new FaultCase("R7", "one of two nodes is killed (SIGKILL)", 2, NodeCases::oneKilled),
                new FaultCase("R6", "the only node is killed (SIGKILL) and started again", 1, NodeCases::killed));
    }

    private static String atOnce(Site site, Load load) throws Exception {
        try (Connection connection = site.postgres.connect()) {
            JdbcClient jdbc = Postgres.over(connection);
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
        long began = System.nanoTime();
        rolled(site, load, Manner.USUAL);
        return "0 requests that neither node served, both new after " + seconds(began);
    }

    /** Replaces both nodes one after the other, and nobody may notice. */
    static void rolled(Site site, Load load, Manner manner) throws Exception {
        int before = load.tally.unservedRequests();
        for (int at = 0; at < 2; at++) {
            site.replace(at, manner);
        }
        int unserved = load.tally.unservedRequests() - before;
        if (unserved > 0) {
            throw new AssertionError(unserved + " requests that no node answered");
        }
    }

    private static String oneKilled(Site site, Load load) throws Exception {
        int before = load.tally.unservedRequests();
        site.node(0).kill();
        load.tally.awaitMore(20, 120);
        int unserved = load.tally.unservedRequests() - before;
        site.startAgain(0);
        return unserved + " requests that the other node did not serve";
    }

    private static String killed(Site site, Load load) throws Exception {
        site.node(0).kill();
        long gone = System.nanoTime();
        site.startAgain(0);
        return "ready again after " + seconds(gone);
    }

    static String seconds(long since) {
        return "%.1f s".formatted((System.nanoTime() - since) / 1e9);
    }
}
