package org.waymark.engagement;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Remembers when a person last looked at a program; looks less than half an hour apart are one visit. */
@Service
public class Visits {

    static final Duration ONE_VISIT = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Measures measures;

    Visits(JdbcClient jdbc, TransactionOperations transaction, Measures measures) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.measures = measures;
    }

    record Visit(OffsetDateTime seenAt, @Nullable OffsetDateTime beforeAt) {

        /** When the visit before this one ended; null on the first. */
        Visit at(OffsetDateTime now) {
            return seenAt.plus(ONE_VISIT).isBefore(now) ? new Visit(now, seenAt) : new Visit(now, beforeAt);
        }
    }

    /** Notes that the person looks now, and answers when they last did before; null when they never had. */
    public @Nullable OffsetDateTime come(String program, String person) {
        try {
            return transaction.execute(status -> noted(program, person));
        } catch (DataIntegrityViolationException twiceAtOnce) {
            return null; // two first looks in the same moment: the other one is noted
        }
    }

    private @Nullable OffsetDateTime noted(String program, String person) {
        OffsetDateTime now = measures.now();
        Visit before = jdbc.sql("select seen_at, before_at from engagement_visit where program = ? and person = ?")
                .params(program, person)
                .query(Visit.class)
                .optional()
                .orElse(null);
        if (before == null) {
            jdbc.sql("insert into engagement_visit (program, person, seen_at) values (?, ?, ?)")
                    .params(program, person, now)
                    .update();
            return null;
        }
        Visit visit = before.at(now);
        jdbc.sql("update engagement_visit set seen_at = ?, before_at = ? where program = ? and person = ?")
                .param(visit.seenAt())
                .param(visit.beforeAt())
                .param(program)
                .param(person)
                .update();
        return visit.beforeAt();
    }
}
