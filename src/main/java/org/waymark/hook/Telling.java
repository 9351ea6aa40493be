package org.waymark.hook;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.program.Program;
import org.waymark.program.Programs;

/**
 * Turns new lines of the decision record into deliveries. The record is written in the transaction of what happened and
 * counts without gaps, so it is the outbox: what was decided is told, what was rolled back is not.
 */
@Service
class Telling {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Hooks hooks;
    private final Ledger ledger;
    private final Programs programs;
    private final Bodies bodies;
    private final Deliveries deliveries;

    Telling(JdbcClient jdbc, Hooks hooks, Ledger ledger, Programs programs, Bodies bodies, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.hooks = hooks;
        this.ledger = ledger;
        this.programs = programs;
        this.bodies = bodies;
        this.deliveries = deliveries;
    }

    /** A program whose record is longer than what an address has been told of. */
    record Behind(long hook, String program, long told) {}

    List<Behind> behind() {
        return jdbc.sql("""
                        select h.id as hook, l.program, coalesce(c.sequence, 0) as told
                        from hook h cross join ledger_head l
                        left join hook_cursor c on c.hook = h.id and c.program = l.program
                        where h.removed = false and l.sequence > coalesce(c.sequence, 0)
                        order by h.id, l.program
                        """).query(Behind.class).list();
    }

    /** Goes on in one program for one address; a node that was slower finds nothing to do. */
    @Transactional
    public void tell(Behind behind) {
        Hook hook = hooks.find(behind.hook()).orElse(null);
        List<Entry> lines = ledger.after(behind.program(), behind.told(), AT_ONCE);
        if (hook == null
                || lines.isEmpty()
                || !moved(behind, lines.get(lines.size() - 1).sequence())) {
            return;
        }
        Program program = programs.get(behind.program());
        for (Entry line : lines) {
            Happening.of(line)
                    .filter(one -> hook.hears(one, line.program()))
                    .ifPresent(one -> deliveries.put(
                            hook.id(),
                            line.program(),
                            line.sequence(),
                            one.type(),
                            bodies.of(hook, one, line, program)));
        }
    }

    private boolean moved(Behind behind, long sequence) {
        int moved = jdbc.sql("""
                        update hook_cursor set sequence = :sequence
                        where hook = :hook and program = :program and sequence = :told
                        """)
                .param("sequence", sequence)
                .param("hook", behind.hook())
                .param("program", behind.program())
                .param("told", behind.told())
                .update();
        if (moved == 0 && behind.told() == 0) {
            // a second node at the same moment fails on the key and tells nothing
            moved = jdbc.sql("insert into hook_cursor (hook, program, sequence) values (:hook, :program, :sequence)")
                    .param("hook", behind.hook())
                    .param("program", behind.program())
                    .param("sequence", sequence)
                    .update();
        }
        return moved == 1;
    }
}
