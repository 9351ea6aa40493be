package org.waymark.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which person here is which subject at the company's provider. */
@Component
class Identities {
    private final JdbcClient jdbc;
    private final Clock clock;

    Identities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> person(String issuer, String subject) {
        return jdbc.sql("select person from security_identity where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(String.class)
                .optional();
    }

    void link(String issuer, String subject, String person) {
        jdbc.sql("insert into security_identity (issuer, subject, person, linked_at) values (?, ?, ?, ?)")
                .params(issuer, subject, person, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS))
                .update();
    }

    /** The provider somebody belongs to; null when they only ever signed in with a password. */
    public @Nullable String issuer(String person) {
        return jdbc
                .sql("select issuer from security_identity where person = ? order by linked_at desc")
                .param(person)
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    boolean linked(String issuer, String person) {
        return jdbc.sql("select count(*) from security_identity where issuer = ? and person = ?")
                        .params(issuer, person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void unlink(String person) {
        jdbc.sql("delete from security_identity where person = ?").param(person).update();
    }
}
