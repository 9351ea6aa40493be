package org.waymark.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;
import org.waymark.web.Databases;

/**
 * Prepares the database as its owner before anything else uses it: our tables, the engine's tables, and what the role
 * that Waymark works under may do with them.
 */
@Component
class Preparation implements FlywayMigrationStrategy {

    private final DataSource application;
    private final StartTurn turn;

    Preparation(DataSource application, StartTurn turn) {
        this.application = application;
        this.turn = turn;
    }

    @Override
    public void migrate(Flyway flyway) {
        try {
            turn.take(flyway.getConfiguration());
            flyway.migrate();
            try (Connection owner = open(flyway.getConfiguration())) {
                EngineTables.ensure(owner);
                if (Databases.isPostgres(owner)) {
                    Grants.give(owner, application);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** A connection of the owner that sees our schema. */
    static Connection open(Configuration flyway) throws SQLException {
        Connection owner = flyway.getDataSource().getConnection();
        if (flyway.getDefaultSchema() != null) {
            owner.setSchema(flyway.getDefaultSchema());
        }
        return owner;
    }
}
