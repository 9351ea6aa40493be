package org.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.waymark.TestDatabase;

/** Every invariant is awake: in a small sound world all are silent, and each cries at the one thing it is there for. */
class InvariantsTests {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-22T21:00:00");
    private static final Invariants.Told TOLD =
            new Invariants.Told(List.of(new Invariants.Done("done", "service")), List.of("lost"), List.of("ATLAS"));

    /** A program with one task done and acknowledged, one done whose answer was lost, and one open. */
    private static final List<String> SOUND = List.of(
            "insert into program (code, name, purpose, investment_band, risk, currency, begins, depth, state, stage,"
                    + " round, launched_by, launched_at) values ('ATLAS', 'Atlas', 'Answer.', 'UNDER_1M', 'LOW', 'EUR',"
                    + " date '2026-11-22', 'LITE', 'RUNNING', 'values', 1, 'manager', current_timestamp)",
            "insert into program_stage (program, stage, position, state, round, remind_days, escalate_days)"
                    + " values ('ATLAS', 'values', 1, 'OPEN', 1, 5, 10)",
            "insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_)"
                    + " values ('root', 1, 'root', 'root', 'ATLAS')",
            "insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_) values ('open', 1, 'root', 'root')",
            item("open", "OPEN", "null"),
            item("done", "DONE", "'service'"),
            item("lost", "DONE", "'product'"),
            "insert into act_hi_taskinst (id_, task_def_key_, start_time_, end_time_) values ('done', 'weigh',"
                    + " current_timestamp, current_timestamp)",
            line(1, "LAUNCHED", "manager", "{}", "0", "h1"),
            line(2, "SUBMITTED", "service", "{\"task\":\"done\"}", "h1", "h2"),
            line(3, "SUBMITTED", "product", "{\"task\":\"lost\"}", "h2", "h3"),
            "insert into ledger_head (program, sequence, hash) values ('ATLAS', 3, 'h3')",
            "insert into gate_sitting (id, program, stage, round, number, instance, state, opened_at, quorum,"
                    + " in_sequence) values (7, 'ATLAS', 'values', 1, 1, 'root', 'OPEN', current_timestamp, 1, false)",
            "insert into board_row (program, version, name, state, stage, depth, currency, investment_band, risk,"
                    + " launched_at, words, team_size, parts, marks, passed, place, holders, holder_count, open_tasks,"
                    + " due_given, due_missing, conditions, notes, attention_at, gate_order, money_order)"
                    + " values ('ATLAS', 1, 'Atlas', 'RUNNING', 'values', 'LITE', 'EUR', 'UNDER_1M', 'LOW',"
                    + " current_timestamp, '', 2, '', '', 0, 1, '', 1, 1, 0, 0, 0, 0, current_timestamp,"
                    + " date '2026-12-01', 0)",
            "insert into act_ru_job (id_, rev_, type_, process_instance_id_, lock_owner_, lock_exp_time_)"
                    + " values ('held', 1, 'timer', 'root', 'node', timestamp '2026-11-22 21:00:30')",
            notice("service"));

    private static EmbeddedDatabase database;
    private static Connection connection;
    private static Invariants invariants;

    @BeforeAll
    static void tables() throws SQLException {
        database = TestDatabase.fresh();
        Flyway.configure().dataSource(database).load().migrate();
        try (Connection making = database.getConnection()) {
            for (String part : List.of("engine", "history")) {
                String dialect = TestDatabase.isPostgres() ? "postgres" : "h2";
                ScriptUtils.executeSqlScript(
                        making,
                        new ClassPathResource(
                                "org/camunda/bpm/engine/db/create/activiti." + dialect + ".create." + part + ".sql"));
            }
            // a rule of the database keeps these from happening; here they have to
            execute(making, "alter table notice drop constraint notice_key");
            execute(making, "alter table gate_vote drop constraint " + voteRule(making));
        }
        connection = database.getConnection();
        invariants = new Invariants(connection);
        connection.setAutoCommit(false);
    }

    @AfterAll
    static void end() throws SQLException {
        connection.close();
        database.shutdown();
    }

    @BeforeEach
    void aSoundWorld() throws SQLException {
        for (String row : SOUND) {
            execute(connection, row);
        }
    }

    @AfterEach
    void undone() throws SQLException {
        connection.rollback();
    }

    @Test
    void allElevenAreAskedAndSilentInASoundWorld() {
        assertThat(Invariants.names())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 11).mapToObj(n -> "I" + n).toList());
        assertThat(invariants.broken(TOLD, NOW)).isEmpty();
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of("I1", "update act_hi_taskinst set end_time_ = null", "done"),
                Arguments.of("I1", "update work_item set state = 'GONE' where task = 'done'", "done"),
                Arguments.of("I1", "update ledger_entry set data = '{}' where sequence = 2", "done"),
                Arguments.of(
                        "I2", "insert into act_ru_task (id_, rev_, execution_id_) values ('done', 1, 'root')", "done"),
                Arguments.of("I4", item("strange", "DONE", "'sales'"), "strange"),
                Arguments.of("I5", "delete from act_ru_job where id_ = 'held'; delete from act_ru_task", "ATLAS"),
                Arguments.of("I6", "update act_ru_task set execution_id_ = null", "open"),
                Arguments.of("I7", line(4, "DECIDED", "sponsor", "{}", "h3", "h4"), "ATLAS values"),
                Arguments.of("I7", line(4, "SUBMITTED", "service", "{\"task\":\"done\"}", "h3", "h4"), "ATLAS values"),
                Arguments.of("I7", vote() + ";" + vote(), "review 7"),
                Arguments.of("I8", "delete from act_ru_task", "open"),
                Arguments.of("I8", "delete from work_item where task = 'open'", "open"),
                Arguments.of("I8", "update program_stage set state = 'PASSED'; delete from act_ru_job", "ATLAS"),
                Arguments.of("I8", "update board_row set open_tasks = 2", "ATLAS"),
                Arguments.of("I9", "update act_ru_job set lock_exp_time_ = timestamp '2026-11-22 20:59:59'", "held"),
                Arguments.of("I10", notice("service"), "slot service"),
                Arguments.of("I11", "delete from ledger_entry where sequence = 2", "ATLAS"),
                Arguments.of("I11", "delete from ledger_entry where sequence = 3", "ATLAS"),
                Arguments.of("I11", "update ledger_entry set previous_hash = '?' where sequence = 2", "ATLAS 2"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("violations")
    void eachCriesAtWhatItIsThereFor(String invariant, String violation, String found) throws SQLException {
        for (String sql : violation.split(";")) {
            execute(connection, sql);
        }
        assertThat(invariants.broken(TOLD, NOW).get(invariant)).contains(found);
    }

    @Test
    void theThirdCriesWhenTwoWereToldTheSame() {
        List<Invariants.Done> twice = new ArrayList<>(TOLD.acknowledged());
        twice.add(new Invariants.Done("done", "service"));
        assertThat(invariants.broken(new Invariants.Told(twice, TOLD.asked(), TOLD.programs()), NOW))
                .containsOnlyKeys("I3");
    }

    private static String item(String task, String state, String person) {
        return "insert into work_item (task, task_key, name, program, stage, instance, created, state, ended_by, told)"
                + " values ('" + task + "', 'weigh', 'Weigh', 'ATLAS', 'values', 'root', current_timestamp, '" + state
                + "', " + person + ", true)";
    }

    private static String line(int sequence, String kind, String person, String data, String previous, String hash) {
        return "insert into ledger_entry (program, sequence, at, kind, person, subject, data, previous_hash, hash)"
                + " values ('ATLAS', " + sequence + ", current_timestamp, '" + kind + "', '" + person + "', 'values', '"
                + data + "', '" + previous + "', '" + hash + "')";
    }

    private static String vote() {
        return "insert into gate_vote (sitting, person, decision, payload, chair, counted, cast_at)"
                + " values (7, 'sponsor', 'GO', '{}', true, true, current_timestamp)";
    }

    private static String notice(String person) {
        return "insert into notice (slot, person, program, stage, task_key, kind, given) values ('slot', '" + person
                + "', 'ATLAS', 'values', 'weigh', 'REMINDER', current_timestamp)";
    }

    private static String voteRule(Connection making) throws SQLException {
        try (Statement ask = making.createStatement();
                var rule = ask.executeQuery("select constraint_name from information_schema.table_constraints"
                        + " where lower(table_name) = 'gate_vote' and constraint_type = 'UNIQUE'")) {
            rule.next();
            return rule.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
