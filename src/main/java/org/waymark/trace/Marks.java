package org.waymark.trace;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.stage.Element;

/** What needs another look; a mark is put aside, never deleted. */
@Repository
public class Marks {

    private static final String OPEN = " and looked_at is null";

    private final JdbcClient db;
    private final Clock clock;

    Marks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What is marked in a program now, in the order of the stages it belongs to. */
    public List<Mark> open(String program) {
        return db.sql("""
                        select id, program, stage, element, name, cause, cause_name, how, since from trace_mark
                        where program = ?
                        """ + OPEN + " order by since, element, id")
                .param(program)
                .query(Mark.class)
                .list();
    }

    void add(String program, String stage, Element marked, Element cause, Mark.How how) {
        int already = db.sql("select count(*) from trace_mark where program = ? and element = ? and cause = ?" + OPEN)
                .params(program, marked.id(), cause.id())
                .query(Integer.class)
                .single();
        if (already == 0) {
            db.sql("""
                            insert into trace_mark (program, stage, element, name, cause, cause_name, how, since)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(program, stage, marked.id(), marked.name(), cause.id(), cause.name(), how.name(), now())
                    .update();
        }
    }

    /** A stage that passes its gate again has looked at everything in it. */
    void lookedAt(String program, String stage) {
        db.sql("update trace_mark set looked_at = ? where program = ? and stage = ?" + OPEN)
                .params(now(), program, stage)
                .update();
    }

    /** How many marks of this element somebody has put aside by saying that it stays. */
    int stays(String program, String element, String person, String reason) {
        return db.sql("update trace_mark set looked_at = ?, looked_by = ?, reason = ? where program = ? and element = ?"
                        + OPEN)
                .params(now(), person, reason, program, element)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
