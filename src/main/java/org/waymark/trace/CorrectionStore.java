package org.waymark.trace;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.web.Refusal;

/** Keeps every correction, the older versions beside the newer ones. */
@Repository
class CorrectionStore {

    private final JdbcClient db;
    private final Clock clock;

    CorrectionStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Correction> of(String program, String stage) {
        return db.sql("""
                        select program, stage, element, name, field, label, version, was, said, reason, person, corrected
                        from trace_correction where program = ? and stage = ? order by corrected, element, field, version
                        """).params(program, stage).query(Correction.class).list();
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    int version(String program, String stage, String element, String field) {
        return db.sql("""
                                select coalesce(max(version), 0) from trace_correction
                                where program = ? and stage = ? and element = ? and field = ?
                                """)
                        .params(program, stage, element, field)
                        .query(Integer.class)
                        .single()
                + 1;
    }

    void add(Correction one) {
        try {
            db.sql("""
                            insert into trace_correction (program, stage, element, name, field, label, version, was, said,
                                reason, person, corrected)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            one.program(),
                            one.stage(),
                            one.element(),
                            one.name(),
                            one.field(),
                            one.label(),
                            one.version(),
                            one.was(),
                            one.said(),
                            one.reason(),
                            one.person(),
                            one.corrected())
                    .update();
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw Refusal.conflict("trace.correct.stale");
        }
    }
}
