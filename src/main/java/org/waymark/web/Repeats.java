package org.waymark.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The first answers to creating calls, kept for seven days so that a repetition hears the same. */
@Repository
class Repeats {

    static final int DAYS = 7;

    private final JdbcClient jdbc;
    private final Clock clock;

    Repeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was answered, to which request. */
    record Kept(
            String requestHash,
            int status,
            @Nullable String location,
            @Nullable String contentType,
            @Nullable String body) {}

    /** Takes the key for the running transaction; the unique key lets only one call through. */
    void begin(String person, String keyHash, String requestHash) {
        jdbc.sql("""
                        insert into web_idempotency (person, key_hash, request_hash, called_at)
                        values (:person, :keyHash, :requestHash, :now)
                        """)
                .param("person", person)
                .param("keyHash", keyHash)
                .param("requestHash", requestHash)
                .param("now", now())
                .update();
    }

    void finish(String person, String keyHash, Kept kept) {
        jdbc.sql("""
                        update web_idempotency set status = :status, location = :location, content_type = :contentType,
                            body = :body where person = :person and key_hash = :keyHash
                        """)
                .param("status", kept.status())
                .param("location", kept.location())
                .param("contentType", kept.contentType())
                .param("body", kept.body())
                .param("person", person)
                .param("keyHash", keyHash)
                .update();
    }

    Optional<Kept> find(String person, String keyHash) {
        return jdbc.sql("""
                        select request_hash, status, location, content_type, body from web_idempotency
                        where person = :person and key_hash = :keyHash and status is not null
                        """)
                .param("person", person)
                .param("keyHash", keyHash)
                .query(Kept.class)
                .optional();
    }

    @Scheduled(cron = "0 20 3 * * *")
    void forgetOld() {
        jdbc.sql("delete from web_idempotency where called_at < :before")
                .param("before", now().minusDays(DAYS))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
