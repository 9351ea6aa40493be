package org.waymark.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.NoticeDue;

/** Keeps every notice, in the transaction of the timer that asked for it; each slot is given once. */
@Service
public class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticeDue due) {
        boolean given = jdbc.sql("select count(*) from notice where slot = :slot and person = :person")
                        .param("slot", due.slot())
                        .param("person", due.person())
                        .query(Long.class)
                        .single()
                > 0;
        if (given) {
            return;
        }
        jdbc.sql("""
                        insert into notice (slot, person, program, stage, task_key, kind, given)
                        values (:slot, :person, :program, :stage, :taskKey, :kind, :given)
                        """)
                .param("slot", due.slot())
                .param("person", due.person())
                .param("program", due.program())
                .param("stage", due.stage())
                .param("taskKey", due.taskKey())
                .param("kind", due.kind())
                .param("given", now())
                .update();
    }

    /** What a person was told and has not put aside, newest first. */
    public List<Notice> unseen(String person) {
        return jdbc.sql("""
                        select slot, person, program, stage, task_key, kind, given, seen from notice
                        where person = :person and seen is null order by given desc
                        """).param("person", person).query(Notice.class).list();
    }

    @Transactional
    public void seen(String slot, String person) {
        jdbc.sql("update notice set seen = :now where slot = :slot and person = :person and seen is null")
                .param("now", now())
                .param("slot", slot)
                .param("person", person)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
