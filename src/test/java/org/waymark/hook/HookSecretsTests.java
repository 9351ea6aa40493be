package org.waymark.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestClock;
import org.waymark.TestDatabase;
import org.waymark.security.VaultStand;

/** What signs for an address: under the key of the house, and renewed once for one wish. */
class HookSecretsTests {

    private final EmbeddedDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TestClock clock = new TestClock("2026-03-03T10:00:00Z");
    private final HookSecrets secrets = under((byte) 7);

    private HookSecrets under(byte key) {
        return new HookSecrets(jdbc, VaultStand.vault(key), clock);
    }

    @BeforeEach
    void anAddress() {
        for (String script : new String[] {
            "V20261121_2311__ledger_chain", "V20261122_3301__hook_tables", "V20261122_3804__hook_sealed"
        }) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        jdbc.sql("""
                        insert into hook (id, name, address, secret, form, language, events, programs, paused, removed,
                            made, made_by)
                        values (7, 'Data lake', 'https://lake.example/in', '', 'OWN', 'en', 'GATE_DECIDED', '', false,
                            false, timestamp with time zone '2026-03-01 10:00:00+00', 'root')
                        """).update();
    }

    @Test
    void aNodeWithAnotherKeyNamesTheAddressesItCannotSignFor() {
        secrets.first(7);
        assertThat(secrets.underAnotherKey()).isEmpty();
        assertThat(under((byte) 8).underAnotherKey()).containsExactly("Data lake");
        jdbc.sql("update hook set removed = true").update();
        assertThat(under((byte) 8).underAnotherKey()).isEmpty();
    }

    @Test
    void afterAKeyWasLostANewSecretSignsByItself() {
        secrets.first(7);
        HookSecrets other = under((byte) 8);
        String renewed = other.renew(7, null);
        assertThat(other.of(7)).isEqualTo(new HookSecrets.Pair(String.valueOf(renewed), null));
    }

    @Test
    void aButtonPressedTwiceRenewsOnce() {
        String first = secrets.first(7);
        String seen = secrets.mark(7);
        assertThat(seen).isNotEqualTo(first).doesNotContain("wms");
        String renewed = secrets.renew(7, seen);
        assertThat(secrets.renew(7, seen)).isNull();
        assertThat(secrets.of(7)).isEqualTo(new HookSecrets.Pair(String.valueOf(renewed), first));
        assertThat(secrets.renew(7, secrets.mark(7))).startsWith("wms_").isNotEqualTo(renewed);
    }
}
