package org.waymark.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Binds the heads of all chains together once a day (UTC), so that nobody can shorten a chain unseen. Each new anchor is
 * also logged: whoever keeps the log elsewhere holds a copy that nobody here can rewrite.
 */
@Service
public class Anchors {

    private static final Logger log = LoggerFactory.getLogger(Anchors.class);
    private static final String BEGINNING = "0".repeat(64);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Anchors(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The anchors recomputed: how many, the first day that is not as written, and lines missed by an anchor. */
    public record Proof(
            long anchors, boolean whole, @Nullable LocalDate brokenOn, List<Missed> missed) {}

    /** A line that stood at the end of a chain on some day and is gone or another one now. */
    public record Missed(String program, long sequence, LocalDate day) {}

    /** Tried every hour, so that a house that sleeps at night has its anchors too; only the day's first try makes one. */
    @Scheduled(cron = "0 7 * * * *")
    public void anchor() {
        try {
            transaction.executeWithoutResult(status -> once());
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            log.debug("Another node made the anchor of today");
        }
    }

    private void once() {
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        LocalDate day = now.toLocalDate();
        List<Anchor> newest = jdbc.sql("""
                        select anchor_day, heads, previous_hash, hash from ledger_anchor
                        order by anchor_day desc fetch first 1 rows only
                        """).query(Anchor.class).list();
        if (!newest.isEmpty() && !newest.get(0).anchorDay().isBefore(day)) {
            return;
        }
        jdbc.sql("""
                        insert into ledger_anchor_head (program, sequence, anchor_day, hash)
                        select h.program, h.sequence, cast(:day as date), h.hash from ledger_head h
                        where h.sequence > 0 and not exists (select 1 from ledger_anchor_head a
                            where a.program = h.program and a.sequence = h.sequence)
                        """).param("day", day).update();
        List<Anchor.Head> heads = heads(day);
        String previous = newest.isEmpty() ? BEGINNING : newest.get(0).hash();
        String hash = Anchor.hash(day, previous, heads);
        jdbc.sql("""
                        insert into ledger_anchor (anchor_day, at, heads, previous_hash, hash)
                        values (:day, :at, :heads, :previous, :hash)
                        """)
                .param("day", day)
                .param("at", now)
                .param("heads", heads.size())
                .param("previous", previous)
                .param("hash", hash)
                .update();
        log.info("Anchor of the decision record for {}: {} over {} moved chains", day, hash, heads.size());
    }

    /** Recomputes every anchor and looks for every line an anchor has seen. */
    public Proof verify() {
        List<Anchor> anchors = jdbc.sql(
                        "select anchor_day, heads, previous_hash, hash from ledger_anchor order by anchor_day")
                .query(Anchor.class)
                .list();
        Map<LocalDate, List<Anchor.Head>> heads = jdbc
                .sql("select program, sequence, anchor_day, hash from ledger_anchor_head")
                .query(Anchor.Head.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Anchor.Head::anchorDay));
        String previous = BEGINNING;
        LocalDate brokenOn = null;
        for (Anchor anchor : anchors) {
            List<Anchor.Head> moved = heads.getOrDefault(anchor.anchorDay(), List.of());
            boolean whole = anchor.previousHash().equals(previous)
                    && anchor.heads() == moved.size()
                    && anchor.hash().equals(Anchor.hash(anchor.anchorDay(), previous, moved));
            if (!whole) {
                brokenOn = anchor.anchorDay();
                break;
            }
            previous = anchor.hash();
        }
        return new Proof(anchors.size(), brokenOn == null, brokenOn, missed());
    }

    /** Day and hash of the newest anchor, as the log told them when it was made. */
    public String newest() {
        return jdbc
                .sql("select anchor_day, heads, previous_hash, hash from ledger_anchor order by anchor_day")
                .query(Anchor.class)
                .list()
                .stream()
                .reduce((before, after) -> after)
                .map(anchor -> anchor.anchorDay() + ": " + anchor.hash())
                .orElse("none yet");
    }

    private List<Missed> missed() {
        return jdbc.sql("""
                        select a.program, a.sequence, a.anchor_day as day_seen from ledger_anchor_head a
                        left join ledger_entry e on e.program = a.program and e.sequence = a.sequence
                        where e.hash is null or e.hash <> a.hash order by a.program, a.sequence
                        """)
                .query((rs, at) -> new Missed(
                        rs.getString("program"), rs.getLong("sequence"), rs.getObject("day_seen", LocalDate.class)))
                .list();
    }

    private List<Anchor.Head> heads(LocalDate day) {
        return jdbc.sql("select program, sequence, anchor_day, hash from ledger_anchor_head where anchor_day = :day")
                .param("day", day)
                .query(Anchor.Head.class)
                .list();
    }
}
