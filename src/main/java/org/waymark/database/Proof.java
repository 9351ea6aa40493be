package org.waymark.database;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.waymark.ledger.Anchors;
import org.waymark.ledger.Ledger;

/** The decision record recomputed after a copy was read: every line of every chain, and what every anchor has seen. */
record Proof(long chains, long lines, List<String> faults, String newestAnchor) {

    static Proof of(Ledger ledger, Anchors anchors) {
        List<Ledger.Verification> chains =
                ledger.programs().stream().map(ledger::verify).toList();
        Anchors.Proof anchored = anchors.verify();
        List<String> faults = new ArrayList<>();
        chains.stream()
                .filter(chain -> !chain.whole())
                .forEach(chain -> faults.add(
                        "line " + chain.brokenAt() + " of " + chain.program() + " is not as it was written"));
        if (!anchored.whole()) {
            faults.add("the anchor of " + anchored.brokenOn() + " is not as it was written");
        }
        anchored.missed()
                .forEach(missed -> faults.add("line " + missed.sequence() + " of " + missed.program()
                        + ", which the anchor of " + missed.day() + " has seen, is gone or another one"));
        return new Proof(
                chains.size(),
                chains.stream().mapToLong(Ledger.Verification::entries).sum(),
                List.copyOf(faults),
                anchors.newest());
    }

    /** Says it; false when something is not as it was written. */
    boolean tell(Logger log) {
        faults.forEach(fault -> log.error("The decision record does not hold: {}", fault));
        if (faults.isEmpty()) {
            log.info("The decision record holds: {} lines in {} chains recomputed", lines, chains);
        }
        log.info("Newest anchor: {}. Compare it with the one your log keeps", newestAnchor);
        return faults.isEmpty();
    }
}
