package org.waymark.promise;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gates that were passed and are open again. */
@Repository
public class Reopenings {

    private static final String SELECT =
            "select id, program, stage, promise, reason, opened_by, opened_at from gate_reopening";

    private final JdbcClient db;

    Reopenings(JdbcClient db) {
        this.db = db;
    }

    /** One gate that is decided once more, and why. */
    public record Reopening(
            long id,
            String program,
            String stage,
            @Nullable Long promise,
            String reason,
            String openedBy,
            OffsetDateTime openedAt) {}

    /** The gates of a program that are open again, the oldest first. */
    public List<Reopening> open(String program) {
        return db.sql(SELECT + " where program = ? and closed_at is null order by id")
                .param(program)
                .query(Reopening.class)
                .list();
    }

    public boolean isOpen(String program, String stage) {
        return open(program).stream().anyMatch(one -> one.stage().equals(stage));
    }

    void add(String program, String stage, @Nullable Long promise, String reason, String by, OffsetDateTime at) {
        db.sql("""
                        insert into gate_reopening (program, stage, promise, reason, opened_by, opened_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(program)
                .param(stage)
                .param(promise)
                .param(reason)
                .param(by)
                .param(at)
                .update();
    }

    /**
     * The reopening that an instance of the gate runs for. The diagram measures before its start has answered: then the
     * row without an instance is its own, for nobody else can see it before the commit.
     */
    public Optional<Reopening> of(String program, String instance) {
        List<Reopening> found = db.sql(SELECT + " where instance = ? or (program = ? and instance is null)")
                .params(instance, program)
                .query(Reopening.class)
                .list();
        found.forEach(one -> db.sql("update gate_reopening set instance = ? where id = ? and instance is null")
                .params(instance, one.id())
                .update());
        return found.stream().findFirst();
    }

    public void closed(long id, OffsetDateTime at) {
        db.sql("update gate_reopening set closed_at = ? where id = ?")
                .params(at, id)
                .update();
    }

    void closeAll(String program, OffsetDateTime at) {
        db.sql("update gate_reopening set closed_at = ? where program = ? and closed_at is null")
                .params(at, program)
                .update();
    }
}
