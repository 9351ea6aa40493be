package org.waymark.ledger;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/** Takes in the record of a program that was kept elsewhere, line by line as it was written, and goes on after it. */
@Service
public class Adoption {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    Adoption(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** The first line that is not as it was written, or 0 when the chain is whole up to this head. */
    public long brokenAt(List<Entry> lines, String head) {
        String previous = "0".repeat(64);
        long expected = 1;
        for (Entry line : lines) {
            boolean whole = line.sequence() == expected
                    && line.previousHash().equals(previous)
                    && line.computedHash().equals(line.hash());
            if (!whole) {
                return expected;
            }
            previous = line.hash();
            expected++;
        }
        return previous.equals(head) ? 0 : expected;
    }

    /**
     * Makes these lines the record of a program that has none yet. Their hashes stay, so each is proved under the code
     * it was chained under; what is added from now on is chained to the last of them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(String program, List<Entry> lines) {
        ledger.enter(program);
        Writing writing = Objects.requireNonNull(Writing.running());
        Ledger.Head head = writing.heads.get(program);
        if (head == null || head.sequence() != 0 || lines.isEmpty()) {
            throw Refusal.conflict("ledger.adopt.taken", program);
        }
        for (Entry line : lines) {
            insert(program, line);
        }
        Entry last = lines.get(lines.size() - 1);
        writing.heads.put(program, new Ledger.Head(last.sequence(), last.hash()));
        jdbc.sql("update ledger_head set sequence = :sequence, hash = :hash where program = :program")
                .param("sequence", last.sequence())
                .param("hash", last.hash())
                .param("program", program)
                .update();
    }

    private void insert(String program, Entry line) {
        String called = line.chainedAs();
        String chainedAs = called == null ? line.program() : called;
        jdbc.sql("""
                        insert into ledger_entry (program, sequence, at, kind, person, on_behalf_of, subject, data,
                            previous_hash, hash, chained_as)
                        values (:program, :sequence, :at, :kind, :person, :behalf, :subject, :data, :previous, :hash,
                            :chainedAs)
                        """)
                .param("program", program)
                .param("sequence", line.sequence())
                .param("at", line.at())
                .param("kind", line.kind())
                .param("person", line.person())
                .param("behalf", line.onBehalfOf())
                .param("subject", line.subject())
                .param("data", line.data())
                .param("previous", line.previousHash())
                .param("hash", line.hash())
                .param("chainedAs", program.equals(chainedAs) ? null : chainedAs)
                .update();
    }
}
