package org.waymark.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waymark.fault.Calls.Answer;
import org.waymark.fault.Calls.Call;

/** One thing that goes wrong while people work, and how the house gets over it. */
record FaultCase(String id, String words, int nodes, int clients, Fault fault) {

    /** So many are handed in before the fault, and again after it: a steady state on both sides. */
    private static final int STEADY = 10;

    /** Does it, mends it, and says what was seen meanwhile. */
    interface Fault {
        String happens(Site site, Load load) throws Exception;
    }

    FaultCase(String id, String words, int nodes, Fault fault) {
        this(id, words, nodes, Site.CLIENTS, fault);
    }

    Outcome run(Site site) throws Exception {
        site.nodes(nodes);
        Load load = site.work(clients);
        String seen;
        try {
            load.tally.awaitMore(STEADY, 180);
            seen = fault.happens(site, load);
            load.tally.awaitMore(STEADY, 180);
        } catch (Exception | AssertionError broken) {
            load.abandon();
            throw broken;
        }
        Invariants.Told told = load.end();
        Map<String, List<String>> broken = site.brokenAtRest(told);
        return Outcome.of(load.tally, broken, alsoWrong(site, load), seen);
    }

    /** What no question to the database tells: connections that never came back, a record that does not verify. */
    private static List<String> alsoWrong(Site site, Load load) throws Exception {
        List<String> wrong = new ArrayList<>();
        List<Double> used = site.connectionsInUse(load.calls);
        if (used.stream().anyMatch(some -> some > 0)) {
            wrong.add("connections still in use: " + used);
        }
        Answer proof = load.calls.at(site.ports().get(0), Call.get("auditor", "/api/ledger/verification"));
        List<String> whole = proof.json().findValuesAsText("whole");
        if (whole.isEmpty() || !whole.stream().allMatch("true"::equals)) {
            wrong.add("the record does not verify: " + proof.status());
        }
        return wrong;
    }
}
