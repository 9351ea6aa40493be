package org.waymark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** The daily anchor binds the ends of all chains: what a chain alone cannot know of itself is found here. */
class AnchorsTests {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .generateUniqueName(true)
            .setType(EmbeddedDatabaseType.H2)
            .addScript("db/migration/V20261121_2311__ledger_chain.sql")
            .addScript("db/migration/V20261122_3901__ledger_chained_as.sql")
            .addScript("db/migration/V20261122_0204__ledger_anchor.sql")
            .build();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Ledger ledger = new Ledger(jdbc, on(FRIDAY), heard -> {});

    @BeforeEach
    void twoDays() {
        append("ATLAS", "LAUNCHED");
        append("ATLAS", "SUBMITTED");
        append("TIDAL", "LAUNCHED");
        anchors(FRIDAY).anchor();
        append("ATLAS", "DECIDED");
        anchors(FRIDAY.plusDays(1)).anchor();
    }

    @AfterEach
    void shutDown() {
        database.shutdown();
    }

    @Test
    void anUntouchedRecordIsWholeAndOnlyMovedHeadsAreKept() {
        Anchors.Proof proof = anchors(FRIDAY).verify();
        assertThat(proof).isEqualTo(new Anchors.Proof(2, true, null, java.util.List.of()));
        assertThat(jdbc.sql("select program || sequence from ledger_anchor_head order by program, sequence")
                        .query(String.class)
                        .list())
                .containsExactly("ATLAS2", "ATLAS3", "TIDAL1");
    }

    @Test
    void aTailCutOffTogetherWithItsHeadIsFoundByTheAnchorAlone() {
        cut("ATLAS", 3);
        assertThat(ledger.verify("ATLAS").whole()).as("the chain alone").isTrue();
        assertThat(anchors(FRIDAY).verify().missed())
                .containsExactly(new Anchors.Missed("ATLAS", 3, FRIDAY.plusDays(1)));
    }

    @Test
    void aTailWrittenAnewIsFoundToo() {
        cut("ATLAS", 3);
        append("ATLAS", "STOPPED");
        assertThat(ledger.verify("ATLAS").whole()).isTrue();
        assertThat(anchors(FRIDAY).verify().missed())
                .containsExactly(new Anchors.Missed("ATLAS", 3, FRIDAY.plusDays(1)));
    }

    @Test
    void aChainThatIsGoneAltogetherIsMissed() {
        jdbc.sql("delete from ledger_entry where program = 'TIDAL'").update();
        jdbc.sql("delete from ledger_head where program = 'TIDAL'").update();
        assertThat(anchors(FRIDAY).verify().missed()).containsExactly(new Anchors.Missed("TIDAL", 1, FRIDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_anchor_head set hash = repeat('a', 64) where program = 'TIDAL'",
                "delete from ledger_anchor_head where program = 'TIDAL'",
                "update ledger_anchor_head set sequence = 7 where program = 'TIDAL'",
                "update ledger_anchor_head set anchor_day = date '2026-11-21' where program = 'TIDAL'",
                "update ledger_anchor set hash = repeat('a', 64) where anchor_day = date '2026-11-20'",
                "update ledger_anchor set anchor_day = date '2026-11-19' where anchor_day = date '2026-11-20'"
            })
    void aChangedAnchorIsFound(String change) {
        assertThat(jdbc.sql(change).update()).isEqualTo(1);
        assertThat(anchors(FRIDAY).verify().whole()).isFalse();
    }

    @Test
    void anAnchorTakenOutOfTheMiddleIsFound() {
        jdbc.sql("delete from ledger_anchor where anchor_day = date '2026-11-20'")
                .update();
        jdbc.sql("delete from ledger_anchor_head where anchor_day = date '2026-11-20'")
                .update();
        assertThat(anchors(FRIDAY).verify().brokenOn()).isEqualTo(FRIDAY.plusDays(1));
    }

    @Test
    void thereIsOneAnchorADayHoweverOftenAndOnHoweverManyNodesItIsTried() throws Exception {
        append("ATLAS", "SUBMITTED");
        anchors(FRIDAY).anchor();
        anchors(FRIDAY.plusDays(1)).anchor();
        assertThat(count()).isEqualTo(2);
        int nodes = 4;
        CyclicBarrier together = new CyclicBarrier(nodes);
        Thread[] tries = new Thread[nodes];
        for (int i = 0; i < nodes; i++) {
            tries[i] = new Thread(() -> {
                try {
                    together.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                anchors(FRIDAY.plusDays(2)).anchor();
            });
            tries[i].start();
        }
        for (Thread each : tries) {
            each.join();
        }
        assertThat(count()).isEqualTo(3);
        assertThat(anchors(FRIDAY).verify()).isEqualTo(new Anchors.Proof(3, true, null, java.util.List.of()));
    }

    private void cut(String program, long sequence) {
        jdbc.sql("delete from ledger_entry where program = :program and sequence = :sequence")
                .param("program", program)
                .param("sequence", sequence)
                .update();
        jdbc.sql("""
                        update ledger_head set sequence = :before, hash = (select e.hash from ledger_entry e
                            where e.program = :program and e.sequence = :before) where program = :program
                        """).param("before", sequence - 1).param("program", program).update();
    }

    private void append(String program, String kind) {
        ledger.append(program, kind, "manager", null, "values", Map.of("note", kind));
    }

    private int count() {
        return jdbc.sql("select count(*) from ledger_anchor")
                .query(Integer.class)
                .single();
    }

    private Anchors anchors(LocalDate day) {
        return new Anchors(jdbc, on(day), new DataSourceTransactionManager(database));
    }

    private static Clock on(LocalDate day) {
        return Clock.fixed(Instant.parse(day + "T09:30:00Z"), ZoneOffset.UTC);
    }
}
