package org.waymark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.springframework.transaction.support.TransactionTemplate;

class LedgerTests {

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .generateUniqueName(true)
            .setType(EmbeddedDatabaseType.H2)
            .addScript("db/migration/V20261121_2311__ledger_chain.sql")
            .addScript("db/migration/V20261122_3901__ledger_chained_as.sql")
            .build();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Ledger ledger =
            new Ledger(jdbc, Clock.fixed(Instant.parse("2026-11-20T09:30:00.123456789Z"), ZoneOffset.UTC), heard -> {});

    @BeforeEach
    void write() {
        for (String program : new String[] {"ATLAS", "TIDAL"}) {
            ledger.append(program, "LAUNCHED", "manager", null, "Answer every customer", Map.of("currency", "EUR"));
            ledger.append(program, "SUBMITTED", "service", null, "weighValues", Map.of("round", 1));
            ledger.append(program, "SUBMITTED", "deputy", "marketing", "weighValues", Map.of("round", 1));
            ledger.append(program, "CLOSED", "manager", null, "weighValues", Map.of("asked", 3, "answered", 2));
            ledger.append(
                    program, "DECIDED", "sponsor", null, "values", Map.of("decision", "GO", "reason", "Wir müssen"));
        }
    }

    @AfterEach
    void shutDown() {
        database.shutdown();
    }

    @Test
    void whatATransactionAddsIsOneChainWithWhatWasThereBefore() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        transaction.executeWithoutResult(status -> {
            ledger.enter("ATLAS");
            assertThat(ledger.append("ATLAS", "SUBMITTED", "sales", null, "weighValues", Map.of()))
                    .isEqualTo(6);
            assertThat(ledger.latest("ATLAS", 1)).extracting(Entry::sequence).containsExactly(6L);
            assertThat(ledger.append("ATLAS", "SUBMITTED", "legal", null, "weighValues", Map.of()))
                    .isEqualTo(7);
            ledger.append("TIDAL", "STOPPED", "manager", null, "values", Map.of());
        });
        transaction.executeWithoutResult(status -> {
            ledger.append("ATLAS", "STOPPED", "manager", null, "values", Map.of());
            status.setRollbackOnly();
        });

        assertThat(ledger.verify("ATLAS")).isEqualTo(new Ledger.Verification("ATLAS", 7, true, null));
        assertThat(ledger.verify("TIDAL")).isEqualTo(new Ledger.Verification("TIDAL", 6, true, null));
    }

    @Test
    void anUntouchedChainIsWhole() {
        assertThat(ledger.verify("ATLAS")).isEqualTo(new Ledger.Verification("ATLAS", 5, true, null));
        assertThat(ledger.verify("NOBODY")).isEqualTo(new Ledger.Verification("NOBODY", 0, true, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'STOPPED'",
                "person = 'sponsor'",
                "person = null",
                "on_behalf_of = null",
                "on_behalf_of = 'legal'",
                "subject = 'agreeValues'",
                "data = '{\"round\":2}'",
                "data = '{\"round\": 1}'",
                "at = timestamp with time zone '2026-11-20 09:30:00.123457+00:00'",
                "previous_hash = hash",
                "hash = previous_hash",
                "sequence = 7"
            })
    void aChangedLineIsFound(String change) {
        int changed = jdbc.sql("update ledger_entry set " + change + " where program = 'ATLAS' and sequence = 3")
                .update();

        assertThat(changed).isEqualTo(1);
        assertThat(ledger.verify("ATLAS")).isEqualTo(new Ledger.Verification("ATLAS", 2, false, 3L));
        assertThat(ledger.verify("TIDAL").whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aMissingLineIsFound(int sequence) {
        jdbc.sql("delete from ledger_entry where program = 'ATLAS' and sequence = ?")
                .param(sequence)
                .update();
        assertThat(ledger.verify("ATLAS"))
                .isEqualTo(new Ledger.Verification("ATLAS", sequence - 1, false, (long) sequence));
    }

    @Test
    void aLineFromAnotherChainIsFound() {
        jdbc.sql("delete from ledger_entry where program = 'ATLAS' and sequence = 2")
                .update();
        jdbc.sql("update ledger_entry set program = 'ATLAS' where program = 'TIDAL' and sequence = 2")
                .update();
        assertThat(ledger.verify("ATLAS").brokenAt()).isEqualTo(2);
        assertThat(ledger.verify("TIDAL").brokenAt()).isEqualTo(2);
    }

    @Test
    void aRewrittenLineWithItsOwnNewFingerprintIsFoundAtTheNextOne() {
        Entry old = ledger.of("ATLAS").get(2);
        Entry forged = new Entry(
                old.sequence(),
                old.at(),
                old.program(),
                old.kind(),
                "sponsor",
                null,
                old.subject(),
                old.data(),
                old.previousHash(),
                "",
                null);
        jdbc.sql("update ledger_entry set person = 'sponsor', on_behalf_of = null, hash = ?"
                        + " where program = 'ATLAS' and sequence = 3")
                .param(forged.computedHash())
                .update();
        assertThat(ledger.verify("ATLAS").brokenAt()).isEqualTo(4);
    }

    @Test
    void fieldsCannotTradePlaces() {
        Entry one = entry("ab", "c");
        Entry other = entry("a", "bc");
        assertThat(one.computedHash()).isNotEqualTo(other.computedHash());
    }

    @Test
    void theOrderOfTheDataDoesNotMatter() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("zeal", 1);
        data.put("aim", "x");
        ledger.append("ATLAS", "STOPPED", "manager", null, "values", data);
        assertThat(ledger.of("ATLAS").get(5).data()).isEqualTo("{\"aim\":\"x\",\"zeal\":1}");
        assertThat(ledger.verify("ATLAS").whole()).isTrue();
    }

    @Test
    void readsPageByPageAndByKind() {
        assertThat(ledger.page("ATLAS", null, Long.MAX_VALUE, 2))
                .extracting(Entry::sequence)
                .containsExactly(5L, 4L);
        assertThat(ledger.page("ATLAS", null, 4, 2)).extracting(Entry::sequence).containsExactly(3L, 2L);
        assertThat(ledger.page("ATLAS", "SUBMITTED", Long.MAX_VALUE, 9))
                .extracting(Entry::sequence)
                .containsExactly(3L, 2L);
        assertThat(ledger.page("ATLAS", "' or 1=1 --", Long.MAX_VALUE, 9)).isEmpty();
        assertThat(ledger.after("ATLAS", 3, 9)).extracting(Entry::sequence).containsExactly(4L, 5L);
        assertThat(ledger.kinds("ATLAS")).containsExactly("CLOSED", "DECIDED", "LAUNCHED", "SUBMITTED");
    }

    @Test
    void everyChainTellsItsLengthAndNewestLine() {
        jdbc.sql("delete from ledger_entry where program = 'TIDAL' and sequence = 5")
                .update();
        assertThat(ledger.chains()).hasSize(2);
        assertThat(ledger.chains().get(0)).satisfies(chain -> {
            assertThat(chain.entries()).isEqualTo(5);
            assertThat(chain.kind()).isEqualTo("DECIDED");
            assertThat(chain.person()).isEqualTo("sponsor");
        });
        assertThat(ledger.chains().get(1).kind()).isNull();
    }

    private static Entry entry(String subject, String data) {
        return new Entry(
                1,
                Instant.EPOCH.atOffset(ZoneOffset.UTC),
                "ATLAS",
                "CLOSED",
                null,
                null,
                subject,
                data,
                "0".repeat(64),
                "",
                null);
    }
}
