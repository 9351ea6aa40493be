package org.waymark.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.waymark.ledger.Anchors;
import org.waymark.ledger.Ledger;
import org.waymark.web.Databases;

/**
 * Makes a copy of everything in one file, or reads one into an empty database, instead of serving people: {@code
 * --waymark.backup=FILE} and {@code --waymark.restore=FILE}. The copy is the same whichever database it was made from.
 */
public final class Copying {

    private static final Logger log = LoggerFactory.getLogger(Copying.class);
    private static final String BACKUP = "waymark.backup";
    private static final String RESTORE = "waymark.restore";

    private Copying() {}

    /** Whether somebody asks for a copy rather than for the product. */
    public static boolean isAsked(String... arguments) {
        var asked = new SimpleCommandLinePropertySource(arguments);
        return asked.containsProperty(BACKUP) || asked.containsProperty(RESTORE);
    }

    /** Does it and gives back 0 when all is well. */
    public static int run(String... arguments) {
        var asked = new SimpleCommandLinePropertySource(arguments);
        try (ConfigurableApplicationContext parts = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            Flyway flyway = parts.getBean(Flyway.class);
            String backup = asked.getProperty(BACKUP);
            if (backup != null) {
                backup(flyway, Path.of(backup));
                return 0;
            }
            restore(flyway, parts.getBean(DataSource.class), Path.of(String.valueOf(asked.getProperty(RESTORE))));
            return Proof.of(parts.getBean(Ledger.class), parts.getBean(Anchors.class))
                            .tell(log)
                    ? 0
                    : 2;
        } catch (SQLException | RuntimeException e) {
            FailureAnalysis known = new DatabaseRefusesAnalyzer(null).analyze(e);
            if (known == null) {
                log.error("This did not work", e);
            } else {
                log.error(known.getDescription());
            }
            return 1;
        }
    }

    static void backup(Flyway flyway, Path file) throws SQLException {
        MigrationInfo current = flyway.info().current();
        if (current == null) {
            throw new DatabaseRefuses("There is nothing to copy: the database has no table of Waymark.");
        }
        try (Connection connection = Preparation.open(flyway.getConfiguration())) {
            Manifest made = Backup.take(connection, current.getVersion().getVersion(), file, Clock.systemUTC());
            log.info(
                    "Copied {} rows of {} tables to {}",
                    rows(made),
                    made.tables().size(),
                    file.toAbsolutePath());
        }
    }

    static void restore(Flyway flyway, DataSource application, Path file) throws SQLException {
        StartTurn turn = new StartTurn();
        try (Restore copy = Restore.open(file)) {
            String schema = copy.manifest.schema();
            // a schema Flyway made itself has a line without a version
            if (Arrays.stream(flyway.info().all())
                    .map(MigrationInfo::getVersion)
                    .noneMatch(one -> one != null && one.getVersion().equals(schema))) {
                throw new DatabaseRefuses("The copy was made by a newer Waymark (tables of " + schema + ").");
            }
            // from looking whether anybody is there until everything is read no node starts here
            turn.take(flyway.getConfiguration());
            refuseWhatIsSomebodys(flyway, schema);
            new FluentConfiguration()
                    .configuration(flyway.getConfiguration())
                    .target(schema)
                    .load()
                    .migrate();
            try (Connection owner = Preparation.open(flyway.getConfiguration())) {
                EngineTables.ensure(owner);
                copy.into(owner);
                flyway.migrate();
                if (Databases.isPostgres(owner)) {
                    Grants.give(owner, application);
                }
            }
            log.info(
                    "Read {} rows of {} tables, copied {}",
                    rows(copy.manifest),
                    copy.manifest.tables().size(),
                    copy.manifest.made());
        } finally {
            turn.pass();
        }
    }

    /** A database in which anybody works, or worked, is never written over. */
    private static void refuseWhatIsSomebodys(Flyway flyway, String schema) throws SQLException {
        MigrationInfo current = flyway.info().current();
        if (current == null || current.getVersion() == null) {
            return;
        }
        try (Connection connection = Preparation.open(flyway.getConfiguration());
                Statement statement = connection.createStatement();
                ResultSet people = statement.executeQuery("select count(*) from security_person")) {
            people.next();
            if (people.getLong(1) > 0 || !current.getVersion().getVersion().equals(schema)) {
                throw new DatabaseRefuses("The database is not empty, and a copy never replaces what is there."
                        + " Give an empty schema, or move the data folder away.");
            }
        }
    }

    private static long rows(Manifest manifest) {
        return manifest.tables().stream().mapToLong(Manifest.Sum::rows).sum();
    }

    /** As little of the product as that takes. */
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @Import({Ledger.class, Anchors.class})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** Nothing is made before somebody has looked what is there. */
        @Bean
        FlywayMigrationStrategy none() {
            return flyway -> {};
        }
    }
}
