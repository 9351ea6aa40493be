package org.waymark.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestDatabase;
import org.waymark.process.Workflow;
import org.waymark.program.Program;
import org.waymark.program.Programs;

/** Promises made before promises had a run of their own get one when Waymark starts, once. */
class EarlierPromisesTests {

    private static final String CODE = "ATLAS";
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC);

    private final EmbeddedDatabase database = TestDatabase.fresh();
    private final JdbcClient db = JdbcClient.create(database);
    private final Conditions conditions = new Conditions(db);
    private final Programs programs = mock(Programs.class);
    private final Workflow workflow = mock(Workflow.class);
    private final EarlierPromises earlier = new EarlierPromises(conditions, programs, workflow);

    @BeforeEach
    void aPromiseWithoutARun() {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V20261121_2330__gate_tables.sql"),
                        new ClassPathResource("db/migration/V20261122_0601__gate_conditions.sql"))
                .execute(database);
        db.sql("""
                        insert into gate_sitting (program, stage, round, number, instance, state, opened_at, quorum,
                            in_sequence)
                        values (?, 'roi', 1, 1, 'run-1', 'CLOSED', ?, 1, false)
                        """).params(CODE, NOW).update();
        long sitting = db.sql("select id from gate_sitting").query(Long.class).single();
        conditions.add(sitting, new Promise("A baseline", "finance", LocalDate.of(2026, 4, 1), null, null));
        when(workflow.startApart("condition", CODE, "roi")).thenReturn("apart-1");
        programIs("RUNNING");
    }

    @AfterEach
    void shutDown() {
        database.shutdown();
    }

    private void programIs(String state) {
        when(programs.get(CODE))
                .thenReturn(new Program(
                        CODE,
                        "Answer every customer",
                        "Purpose",
                        "UNDER_1M",
                        "MEDIUM",
                        "EUR",
                        LocalDate.of(2026, 1, 5),
                        "STANDARD",
                        null,
                        state,
                        "roi",
                        1,
                        "manager",
                        NOW,
                        null,
                        null));
    }

    @Test
    void itGetsOneRunHoweverOftenWaymarkStarts() {
        earlier.start();
        earlier.start();
        assertThat(db.sql("select instance from gate_condition")
                        .query(String.class)
                        .list())
                .containsExactly("apart-1");
        verify(workflow, times(1)).startApart("condition", CODE, "roi");
    }

    @Test
    void aStoppedProgramIsOwedNothing() {
        programIs("STOPPED");
        earlier.start();
        assertThat(conditions.withoutRun()).hasSize(1);
        verify(workflow, never()).startApart("condition", CODE, "roi");
    }
}
