package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

class RepeatsTests {

    @Test
    void answersAreForgottenAfterSevenDays() {
        EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
                .generateUniqueName(true)
                .setType(EmbeddedDatabaseType.H2)
                .addScript("db/migration/V20261122_0201__web_idempotency.sql")
                .build();
        try {
            JdbcClient jdbc = JdbcClient.create(database);
            Clock launch = Clock.fixed(Instant.parse("2026-11-20T09:30:00Z"), ZoneOffset.UTC);
            Repeats repeats = new Repeats(jdbc, launch);
            Repeats.Kept kept = new Repeats.Kept("request", 201, "/api/programs/ATLAS", "application/json", "{}");
            repeats.begin("manager", "key", "request");
            assertThat(repeats.find("manager", "key")).isEmpty();
            repeats.finish("manager", "key", kept);
            assertThat(repeats.find("manager", "key")).contains(kept);
            assertThat(repeats.find("sponsor", "key")).isEmpty();
            new Repeats(jdbc, Clock.offset(launch, Duration.ofDays(7))).forgetOld();
            assertThat(repeats.find("manager", "key")).contains(kept);
            new Repeats(jdbc, Clock.offset(launch, Duration.ofDays(7).plusSeconds(1))).forgetOld();
            assertThat(repeats.find("manager", "key")).isEmpty();
        } finally {
            database.shutdown();
        }
    }
}
