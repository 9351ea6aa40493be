package org.waymark.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails that wait for the mail server, and those it has refused for good. */
@Component
class MailMetrics implements MeterBinder {

    private final JdbcClient jdbc;

    MailMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String state : List.of("WAITING", "FAILED")) {
            Gauge.builder("waymark.mails", () -> in(state))
                    .tag("state", state.toLowerCase(java.util.Locale.ROOT))
                    .description("Mails by what became of them")
                    .register(registry);
        }
    }

    private int in(String state) {
        return jdbc.sql("select count(*) from mail where state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }
}
