package org.waymark.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.ledger.Anchors;
import org.waymark.ledger.Ledger;

/** A copy of everything: the same from every database and into every database, and honest about what it finds. */
class CopyTests {

    private static EmbeddedPostgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void server() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void end() throws Exception {
        postgres.close();
    }

    /** One database with the tables of the product and a decision record on it. */
    private static final class House implements AutoCloseable {

        final DataSource data;
        final Flyway flyway;
        final JdbcClient jdbc;
        private final AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();

        House(boolean onPostgres) {
            String name = "c" + UUID.randomUUID().toString().replace("-", "");
            data = onPostgres
                    ? new DriverManagerDataSource(
                            postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name)
                    : new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
            flyway = (onPostgres ? Flyway.configure().schemas(name) : Flyway.configure())
                    .dataSource(data)
                    .load();
            jdbc = JdbcClient.create(data);
            parts.registerBean(DataSource.class, () -> data);
            parts.registerBean(JdbcClient.class, () -> jdbc);
            parts.registerBean(Clock.class, Clock::systemUTC);
            parts.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(data));
            parts.register(Transactions.class, Ledger.class, Anchors.class);
            parts.refresh();
        }

        House made() throws Exception {
            flyway.migrate();
            try (Connection connection = Preparation.open(flyway.getConfiguration())) {
                EngineTables.ensure(connection);
            }
            return this;
        }

        /** Somebody worked here: values of every kind, and lines of the record with letters of every kind. */
        House lived() {
            jdbc.sql("insert into security_person (id, name, email, role, language, zone, active, must_change_password,"
                            + " access_version, created_at, changed_at)"
                            + " values ('mona', ?, null, 'MANAGER', 'de', 'Europe/Berlin', true, false, 1, ?, ?)")
                    .params("Mona \"Müller\", Ünal 🧭\nzwei Zeilen", moment(), moment())
                    .update();
            jdbc.sql("insert into act_ge_bytearray (id_, rev_, name_, bytes_) values ('b', 1, null, ?)")
                    .param(new byte[] {0, 1, -1, 127})
                    .update();
            // a row that hangs on one behind it
            jdbc.sql("insert into act_ru_execution (id_, is_active_, suspension_state_) values ('branch', true, 1)")
                    .update();
            jdbc.sql("insert into act_ru_execution (id_, is_active_, suspension_state_) values ('root', false, 1)")
                    .update();
            jdbc.sql("update act_ru_execution set parent_id_ = 'root', proc_inst_id_ = 'root' where id_ = 'branch'")
                    .update();
            jdbc.sql("insert into act_ru_variable (id_, type_, name_, double_, long_, sequence_counter_, var_scope_)"
                            + " values ('v', 'double', 'share', 0.1, 9007199254740993, 1, 'root')")
                    .update();
            write("ATLAS", 3);
            write("TIDAL", 2);
            parts.getBean(Anchors.class).anchor();
            return this;
        }

        void write(String program, int lines) {
            for (int line = 0; line < lines; line++) {
                new TransactionTemplate(parts.getBean(PlatformTransactionManager.class))
                        .executeWithoutResult(status -> parts.getBean(Ledger.class)
                                .append(program, "DECIDED", "mona", null, "Größe", Map.of("reason", "çok iyi · да")));
            }
        }

        void copyTo(Path file) throws Exception {
            Copying.backup(flyway, file);
        }

        void read(Path file) throws Exception {
            Copying.restore(flyway, data, file);
        }

        Proof proof() {
            return Proof.of(parts.getBean(Ledger.class), parts.getBean(Anchors.class));
        }

        int count(String table) {
            return jdbc.sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single();
        }

        private static OffsetDateTime moment() {
            return OffsetDateTime.of(2026, 3, 29, 1, 59, 59, 123_456_000, ZoneOffset.UTC);
        }

        @Override
        public void close() {
            parts.close();
        }
    }

    @EnableTransactionManagement
    static class Transactions {}

    @Test
    void aCopyMovesFromH2ToPostgresAndBackWithoutLosingALetter() throws Exception {
        Path first = folder.resolve("h2.zip");
        Path second = folder.resolve("postgres.zip");
        Path third = folder.resolve("again.zip");
        try (House h2 = new House(false).made().lived();
                House moved = new House(true);
                House back = new House(false)) {
            h2.copyTo(first);
            moved.read(first);
            moved.copyTo(second);
            back.read(second);
            back.copyTo(third);
            Manifest made = manifest(first);
            assertThat(manifest(second).tables()).isEqualTo(made.tables());
            assertThat(manifest(third).tables()).isEqualTo(made.tables());
            assertThat(made.tables()).extracting(Manifest.Sum::name).contains("act_ru_execution", "ledger_entry");
            assertThat(moved.proof().faults()).isEmpty();
            assertThat(moved.proof()).isEqualTo(h2.proof());
            assertThat(moved.proof().lines()).isEqualTo(5);
            assertThat(moved.proof().newestAnchor())
                    .startsWith(LocalDate.now(ZoneOffset.UTC).toString());
            assertThat(moved.jdbc
                            .sql("select name from security_person")
                            .query(String.class)
                            .single())
                    .contains("Ünal 🧭\n");
            // what counts itself goes on behind the copy, and what is tied to each other is so again
            for (House house : List.of(moved, back)) {
                house.jdbc
                        .sql("insert into security_session (person, access_version, browser, started_at, seen_at)"
                                + " values ('mona', 1, 'x', ?, ?)")
                        .params(House.moment(), House.moment())
                        .update();
                assertThatThrownBy(() -> house.jdbc
                                .sql("insert into act_ru_execution (id_, parent_id_, proc_inst_id_)"
                                        + " values ('orphan', 'nobody', 'root')")
                                .update())
                        .isInstanceOf(DataIntegrityViolationException.class);
            }
        }
    }

    @Test
    void aCopyTakenWhileOthersWriteIsOfOneMoment() throws Exception {
        Path file = folder.resolve("busy.zip");
        AtomicBoolean stop = new AtomicBoolean();
        try (House busy = new House(true).made().lived();
                House quiet = new House(true)) {
            Thread writer = new Thread(() -> {
                while (!stop.get()) {
                    busy.write("BUSY", 1);
                }
            });
            writer.start();
            while (busy.count("ledger_entry") < 20) {
                Thread.sleep(5);
            }
            busy.copyTo(file);
            stop.set(true);
            writer.join();
            quiet.read(file);
            assertThat(quiet.proof().faults()).isEmpty();
            assertThat(quiet.proof().lines())
                    .isGreaterThanOrEqualTo(20)
                    .isLessThanOrEqualTo(busy.proof().lines());
        }
    }

    @Test
    void aTailCutOffTheRecordIsFoundByItsAnchorAndAChangedLineByItsHash() throws Exception {
        Path file = folder.resolve("cut.zip");
        try (House cheat = new House(true).made().lived();
                House found = new House(false)) {
            // whoever owns the tables cuts the last line and sets the head back, so that the chain itself is whole
            cheat.jdbc
                    .sql("delete from ledger_entry where program = 'ATLAS' and sequence = 3")
                    .update();
            cheat.jdbc
                    .sql("update ledger_head set sequence = 2, hash ="
                            + " (select hash from ledger_entry where program = 'ATLAS' and sequence = 2)"
                            + " where program = 'ATLAS'")
                    .update();
            cheat.jdbc
                    .sql("update ledger_entry set subject = 'other' where program = 'TIDAL' and sequence = 1")
                    .update();
            cheat.copyTo(file);
            found.read(file);
            assertThat(found.proof().faults())
                    .hasSize(2)
                    .anySatisfy(fault -> assertThat(fault).startsWith("line 1 of TIDAL is not as it was written"))
                    .anySatisfy(fault -> assertThat(fault).startsWith("line 3 of ATLAS, which the anchor of"));
        }
    }

    @Test
    void nothingIsWrittenOverAndADamagedCopyIsRefused() throws Exception {
        Path file = folder.resolve("good.zip");
        try (House house = new House(false).made().lived();
                House other = new House(false).made().lived();
                House empty = new House(false)) {
            assertThatThrownBy(() -> empty.copyTo(file)).hasMessageContaining("nothing to copy");
            house.copyTo(file);
            assertThatThrownBy(() -> house.copyTo(file)).hasMessageContaining("never replaces another");
            other.write("MORE", 1);
            assertThatThrownBy(() -> other.read(file)).hasMessageContaining("not empty");
            assertThat(other.count("ledger_entry")).isEqualTo(6);

            Path damaged = Files.copy(file, folder.resolve("damaged.zip"));
            try (FileSystem inside = FileSystems.newFileSystem(damaged)) {
                Path rows = inside.getPath("tables", "ledger_entry.jsonl");
                Files.writeString(rows, Files.readString(rows).replaceFirst("Größe", "Grösse"));
            }
            assertThatThrownBy(() -> empty.read(damaged))
                    .isInstanceOf(DatabaseRefuses.class)
                    .hasMessageContaining("damaged: the rows of ledger_entry");
            Path none = Files.writeString(folder.resolve("none.zip"), "no zip");
            assertThatThrownBy(() -> empty.read(none))
                    .isInstanceOf(DatabaseRefuses.class)
                    .hasMessageContaining("cannot be read as a copy");
            Path later = Files.copy(file, folder.resolve("later.zip"));
            try (FileSystem inside = FileSystems.newFileSystem(later)) {
                Path about = inside.getPath(Manifest.FILE);
                Files.writeString(about, Files.readString(about).replaceFirst("\"format\":1", "\"format\":2"));
            }
            assertThatThrownBy(() -> empty.read(later))
                    .isInstanceOf(DatabaseRefuses.class)
                    .hasMessageContaining("is of form 2");
            assertThat(empty.flyway.info().current()).isNull();
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
    }

    @Test
    void noNodeStartsWhileACopyIsRead() throws Exception {
        Path file = folder.resolve("turn.zip");
        try (House h2 = new House(false).made().lived();
                House moved = new House(true)) {
            h2.copyTo(file);
            List<Boolean> couldStart = new ArrayList<>();
            DataSource inTheMiddle = new DelegatingDataSource(moved.data) {
                @Override
                public Connection getConnection() throws SQLException {
                    couldStart.add(turnIsFree(moved.flyway));
                    return super.getConnection();
                }
            };
            Copying.restore(moved.flyway, inTheMiddle, file);
            assertThat(couldStart).isNotEmpty().containsOnly(false);
            assertThat(turnIsFree(moved.flyway)).isTrue();
            assertThatThrownBy(() -> Copying.restore(moved.flyway, inTheMiddle, file))
                    .hasMessageContaining("not empty");
            assertThat(turnIsFree(moved.flyway)).as("given back when refused").isTrue();
        }
    }

    private static boolean turnIsFree(Flyway flyway) throws SQLException {
        try (Connection node = Preparation.open(flyway.getConfiguration())) {
            return StartTurn.mine(node, flyway.getConfiguration().getSchemas()[0]);
        }
    }

    @Test
    void aCopySignsNobodyIn() throws Exception {
        Path file = folder.resolve("signed-in.zip");
        try (House house = new House(false).made().lived()) {
            house.jdbc
                    .sql("insert into security_browser (primary_id, session_id, creation_time, last_access_time,"
                            + " max_inactive_interval, expiry_time, principal_name)"
                            + " values ('p', 's', 1, 1, 1, 1, 'mona')")
                    .update();
            house.copyTo(file);
            assertThat(manifest(file).tables())
                    .extracting(Manifest.Sum::name)
                    .noneMatch(name -> name.startsWith("security_browser"));
        }
    }

    private static Manifest manifest(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return Backup.JSON.readValue(zip.getInputStream(zip.getEntry(Manifest.FILE)), Manifest.class);
        }
    }
}
