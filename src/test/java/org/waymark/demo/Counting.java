package org.waymark.demo;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.waymark.bench.Traffic;

/** Counts what each thread sends to the database, and keeps what it was: a batch is one trip. */
@TestConfiguration
class Counting {

    private static final ThreadLocal<Integer> TRIPS = ThreadLocal.withInitial(() -> 0);
    private static final ThreadLocal<List<String>> KEPT = new ThreadLocal<>();

    static int trips() {
        return TRIPS.get();
    }

    /** What all threads together have sent, for a question that another thread answers. */
    static int everybodysTrips() {
        return Math.toIntExact(Traffic.trips());
    }

    /** What the running thread sends while it does something, one statement a trip, in its order. */
    static List<String> sent(Runnable act) {
        List<String> kept = new ArrayList<>();
        KEPT.set(kept);
        try {
            act.run();
        } finally {
            KEPT.remove();
        }
        return kept;
    }

    @Bean
    static BeanPostProcessor counted() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source
                        ? ProxyDataSourceBuilder.create(source)
                                .listener(new Counter())
                                .listener(new Traffic())
                                .build()
                        : bean;
            }
        };
    }

    private static final class Counter implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            TRIPS.set(TRIPS.get() + 1);
            List<String> kept = KEPT.get();
            if (kept != null && !queries.isEmpty()) {
                kept.add(queries.get(0).getQuery().replaceAll("\\s+", " ").strip());
            }
        }
    }
}
