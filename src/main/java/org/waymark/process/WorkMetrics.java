package org.waymark.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What whoever runs Waymark watches: open tasks by the days they have waited, overdue ones, steps of the engine that
 * failed, and incidents. Each is counted when it is asked for, over all nodes of one database.
 */
@Component
class WorkMetrics implements MeterBinder {

    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int EVER = 400_000;

    /** From so many days up to fewer than so many; the youngest without an end, should clocks disagree. */
    private record Age(int from, int below) {}

    private static final Map<String, Age> AGES = Map.of(
            "under-1-week", new Age(-EVER, WEEK),
            "1-week-to-1-month", new Age(WEEK, MONTH),
            "over-1-month", new Age(MONTH, EVER));

    private final JdbcClient jdbc;
    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final Clock clock;

    WorkMetrics(JdbcClient jdbc, @Lazy ManagementService jobs, @Lazy RuntimeService runtime, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        AGES.forEach((name, age) -> Gauge.builder("waymark.tasks.open", () -> open(age))
                .tag("age", name)
                .description("Tasks that wait for a person")
                .register(registry));
        Gauge.builder("waymark.tasks.overdue", this::overdue)
                .description("Tasks that wait and are past their due date")
                .register(registry);
        Gauge.builder(
                        "waymark.engine.jobs.failed",
                        () -> jobs.createJobQuery().noRetriesLeft().count())
                .description("Steps of the engine that have used up their tries")
                .register(registry);
        Gauge.builder(
                        "waymark.engine.incidents",
                        () -> runtime.createIncidentQuery().count())
                .description("Open incidents")
                .register(registry);
    }

    private int open(Age age) {
        OffsetDateTime now = now();
        return jdbc.sql("select count(*) from work_item where state = 'OPEN' and created <= :to and created > :from")
                .param("to", now.minusDays(age.from()))
                .param("from", now.minusDays(age.below()))
                .query(Integer.class)
                .single();
    }

    private int overdue() {
        return jdbc.sql("select count(*) from work_item where state = 'OPEN' and due < :now")
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
