package org.waymark.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/** The decision record of every program: lines can be added and read, never changed. */
@Service
public class Ledger {

    private static final String BEGINNING = "0".repeat(64);
    // more lines of one transaction than this go in several statements
    private static final int MOST_AT_ONCE = 50;
    private static final String SELECT = """
            select sequence, at, program, kind, person, on_behalf_of, subject, data, previous_hash, hash, chained_as
            from ledger_entry
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final JsonMapper json = JsonMapper.builder()
            .findAndAddModules()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    Ledger(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Waits until nobody else is writing to this program, and keeps it until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(String program) {
        Writing.inThisTransaction(this::write).heads.computeIfAbsent(program, this::lockHead);
    }

    /** Adds a line to the program's chain within the running transaction and answers its sequence number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(
            String program,
            String kind,
            @Nullable String person,
            @Nullable String onBehalfOf,
            String subject,
            Map<String, ?> data) {
        Writing writing = Writing.inThisTransaction(this::write);
        Head head = writing.heads.computeIfAbsent(program, this::lockHead);
        OffsetDateTime at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        String shortSubject = subject.length() > 400 ? subject.substring(0, 400) : subject;
        Entry open = new Entry(
                head.sequence() + 1,
                at,
                program,
                kind,
                person,
                onBehalfOf,
                shortSubject,
                canonical(data),
                head.hash(),
                "",
                null);
        writing.add(open.sealed());
        events.publishEvent(new Touched(program));
        return open.sequence();
    }

    private void write(List<Entry> lines, Map<String, Head> heads) {
        for (int from = 0; from < lines.size(); from += MOST_AT_ONCE) {
            insert(lines.subList(from, Math.min(lines.size(), from + MOST_AT_ONCE)));
        }
        heads.forEach((program, head) -> jdbc.sql(
                        "update ledger_head set sequence = :sequence, hash = :hash where program = :program")
                .param("sequence", head.sequence())
                .param("hash", head.hash())
                .param("program", program)
                .update());
    }

    private void insert(List<Entry> lines) {
        List<@Nullable Object> columns = new ArrayList<>();
        lines.forEach(line -> columns.addAll(Arrays.asList(
                line.program(),
                line.sequence(),
                line.at(),
                line.kind(),
                line.person(),
                line.onBehalfOf(),
                line.subject(),
                line.data(),
                line.previousHash(),
                line.hash(),
                line.chainedAs())));
        jdbc.sql("insert into ledger_entry (program, sequence, at, kind, person, on_behalf_of, subject, data,"
                        + " previous_hash, hash, chained_as) values "
                        + String.join(", ", Collections.nCopies(lines.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")))
                .params(columns)
                .update();
    }

    /** Makes lines that were chained elsewhere the beginning of a record that has none yet. */
    void adopt(String program, List<Entry> lines) {
        Writing writing = Writing.inThisTransaction(this::write);
        if (writing.heads.computeIfAbsent(program, this::lockHead).sequence() != 0 || lines.isEmpty()) {
            throw Refusal.conflict("ledger.adopt.taken", program);
        }
        lines.forEach(writing::add);
        writing.writeDown();
    }

    public List<Entry> of(String program) {
        return read(SELECT + " where program = :program order by sequence")
                .param("program", program)
                .query(Entry.class)
                .list();
    }

    /** The newest lines of several programs, newest first. */
    public List<Entry> latest(String program, int most) {
        return read(SELECT + " where program = :program order by sequence desc fetch first :most rows only")
                .param("program", program)
                .param("most", most)
                .query(Entry.class)
                .list();
    }

    /** A page of the record, newest first: lines before that sequence number, of one kind or of all. */
    public List<Entry> page(String program, @Nullable String kind, long before, int most) {
        return read(SELECT + """
                         where program = :program and sequence < :before and (:anyKind = true or kind = :kind)
                        order by sequence desc fetch first :most rows only
                        """)
                .param("program", program)
                .param("before", before)
                .param("anyKind", kind == null)
                .param("kind", kind == null ? "" : kind)
                .param("most", most)
                .query(Entry.class)
                .list();
    }

    /** A stretch of the chain in its order, for whoever recomputes it elsewhere. */
    public List<Entry> after(String program, long sequence, int most) {
        return read(SELECT + """
                         where program = :program and sequence > :sequence
                        order by sequence fetch first :most rows only
                        """)
                .param("program", program)
                .param("sequence", sequence)
                .param("most", most)
                .query(Entry.class)
                .list();
    }

    /** Every chain with its length and its newest line. */
    public List<Chain> chains() {
        return read("""
                        select h.program, h.sequence as entries, e.at, e.kind, e.person
                        from ledger_head h
                        left join ledger_entry e on e.program = h.program and e.sequence = h.sequence
                        order by h.program
                        """).query(Chain.class).list();
    }

    public List<String> kinds(String program) {
        return read("select distinct kind from ledger_entry where program = :program order by kind")
                .param("program", program)
                .query(String.class)
                .list();
    }

    public List<String> programs() {
        return read("select program from ledger_head order by program")
                .query(String.class)
                .list();
    }

    /** Recomputes a program's chain and says whether every line is as it was written. */
    public Verification verify(String program) {
        List<Entry> lines = of(program);
        String head = read("select hash from ledger_head where program = :program")
                .param("program", program)
                .query(String.class)
                .optional()
                .orElse(BEGINNING);
        long broken = brokenAt(lines, head);
        return broken == 0
                ? new Verification(program, lines.size(), true, null)
                : new Verification(program, broken - 1, false, broken);
    }

    /** The first line that is not as it was written, or 0 when the chain is whole up to this head. */
    static long brokenAt(List<Entry> lines, String head) {
        String previous = BEGINNING;
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

    /** A question to the record, which has to see what the running transaction has added. */
    private JdbcClient.StatementSpec read(String sql) {
        Writing writing = Writing.running();
        if (writing != null) {
            writing.writeDown();
        }
        return jdbc.sql(sql);
    }

    /** The proof of one chain: how many lines were recomputed, and the first that is not as written. */
    public record Verification(
            String program,
            long entries,
            boolean whole,
            @Nullable Long brokenAt) {}

    /** One program's chain as its head tells it; without its newest line when that was taken away. */
    public record Chain(
            String program,
            long entries,
            @Nullable OffsetDateTime at,
            @Nullable String kind,
            @Nullable String person) {}

    private Head lockHead(String program) {
        String lock = "select sequence, hash from ledger_head where program = :program for update";
        return jdbc.sql(lock)
                .param("program", program)
                .query(Head.class)
                .optional()
                .orElseGet(() -> firstHead(program, lock));
    }

    private Head firstHead(String program, String lock) {
        try {
            jdbc.sql("insert into ledger_head (program, sequence, hash) values (:program, 0, :hash)")
                    .param("program", program)
                    .param("hash", BEGINNING)
                    .update();
        } catch (DuplicateKeyException somebodyWasFaster) {
            return jdbc.sql(lock).param("program", program).query(Head.class).single();
        }
        return new Head(0, BEGINNING);
    }

    private String canonical(Map<String, ?> data) {
        try {
            return json.writeValueAsString(new TreeMap<>(data));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    record Head(long sequence, String hash) {}
}
