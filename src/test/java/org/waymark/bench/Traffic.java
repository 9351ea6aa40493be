package org.waymark.bench;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/** What a whole virtual machine has sent to its database: a batch is one round trip of many statements; commits are not counted. */
public final class Traffic implements QueryExecutionListener {

    private static final LongAdder STATEMENTS = new LongAdder();
    private static final LongAdder TRIPS = new LongAdder();

    public static long statements() {
        return STATEMENTS.sum();
    }

    public static long trips() {
        return TRIPS.sum();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        TRIPS.increment();
        STATEMENTS.add(execution.isBatch() ? execution.getBatchSize() : 1);
    }
}
