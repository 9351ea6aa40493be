package org.waymark.promise;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.ledger.Ledger;
import org.waymark.process.Workflow;

/** What the tests of a gate need of the promises made there, on their own database. */
public final class PromiseStand {

    public final Conditions conditions;
    public final Reopenings reopenings;
    public final Promises promises;

    public PromiseStand(JdbcClient db, Workflow workflow, Ledger ledger, Clock clock) {
        conditions = new Conditions(db);
        reopenings = new Reopenings(db);
        promises = new Promises(conditions, reopenings, workflow, ledger, clock);
    }
}
