package org.waymark.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.waymark.web.Databases;

/**
 * Makes the engine's tables by the scripts it ships, under the role that owns the database, so that the engine itself
 * never needs the right to make one (decision record 0009).
 */
final class EngineTables {

    private static final Logger log = LoggerFactory.getLogger(EngineTables.class);
    private static final String FIRST = "act_ge_property";
    // without the case tables: that part of the engine is switched off
    private static final List<String> PARTS =
            List.of("engine", "history", "identity", "decision.engine", "decision.history");

    private EngineTables() {}

    /** Makes them where there are none. */
    static void ensure(Connection owner) throws SQLException {
        boolean postgres = Databases.isPostgres(owner);
        if (exists(owner, postgres ? FIRST : FIRST.toUpperCase(Locale.ROOT))) {
            return;
        }
        // on PostgreSQL either all of them are there afterwards or none
        owner.setAutoCommit(false);
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(
                    owner,
                    new ClassPathResource("org/camunda/bpm/engine/db/create/activiti."
                            + (postgres ? "postgres" : "h2")
                            + ".create." + part + ".sql"));
        }
        owner.commit();
        owner.setAutoCommit(true);
        log.info("The engine's tables were made in schema {}", owner.getSchema());
    }

    private static boolean exists(Connection owner, String table) throws SQLException {
        // in our own schema only: another installation beside it has tables of the same names
        try (ResultSet tables = owner.getMetaData()
                .getTables(owner.getCatalog(), owner.getSchema(), table, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next();
        }
    }
}
