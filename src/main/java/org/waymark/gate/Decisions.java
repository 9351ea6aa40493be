package org.waymark.gate;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided at the gates of a program, for everybody who may see the program. */
@Repository
public class Decisions {

    private final JdbcClient db;

    Decisions(JdbcClient db) {
        this.db = db;
    }

    /** One closed review: what was decided, by whom and why. */
    public record Decided(
            String stage,
            int round,
            int number,
            Decision decision,
            @Nullable String reason,
            @Nullable String decidedBy,
            OffsetDateTime decidedAt) {

        /** Everybody whose vote made the decision. */
        public List<String> deciders() {
            return Sitting.deciders(decidedBy);
        }
    }

    /** Every decision in the order it was taken. */
    public List<Decided> of(String program) {
        return db.sql("""
                        select stage, round, number, decision, reason, decided_by, decided_at from gate_sitting
                        where program = ? and state = 'CLOSED' and decision is not null order by decided_at, id
                        """).param(program).query(Decided.class).list();
    }
}
