package org.waymark.database;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.web.Databases;

/**
 * Lets nodes that start on the same PostgreSQL schema start one after the other, so that tables, diagrams and first
 * people are made once. The turn ends with the connection that holds it: a node that dies while starting keeps nobody
 * waiting.
 */
@Component
class StartTurn {

    private static final Logger log = LoggerFactory.getLogger(StartTurn.class);
    private static final String TRY = "select pg_try_advisory_lock(hashtext('waymark start'), hashtext(?))";
    private static final long PAUSE_MILLIS = 250;
    private static final int PAUSES_UNTIL_TOLD = 120;

    private @Nullable Connection held;

    /** Waits until no other node is starting here. */
    synchronized void take(Configuration flyway) throws SQLException {
        Connection connection = Preparation.open(flyway);
        if (!Databases.isPostgres(connection)) {
            connection.close();
            return;
        }
        held = connection;
        String schema = name(flyway, connection);
        for (int pauses = 0; !mine(connection, schema); pauses++) {
            if (pauses % PAUSES_UNTIL_TOLD == 0) {
                log.info("Another node is starting on this database; this one waits for its turn");
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting for another node to start", e);
            }
        }
    }

    /** By the name it will have: the schema itself may not be there yet. */
    private static String name(Configuration flyway, Connection connection) throws SQLException {
        String named = flyway.getDefaultSchema();
        if (named == null && flyway.getSchemas().length > 0) {
            named = flyway.getSchemas()[0];
        }
        return String.valueOf(named == null ? connection.getSchema() : named);
    }

    static boolean mine(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** The next node may start. */
    @EventListener(ApplicationReadyEvent.class)
    @PreDestroy
    synchronized void pass() {
        Connection connection = held;
        held = null;
        if (connection != null) {
            try (connection;
                    var statement = connection.createStatement()) {
                // a pool would keep the session, and with it the lock
                statement.execute("select pg_advisory_unlock_all()");
            } catch (SQLException e) {
                log.info("The connection that held this node's turn to start was gone: {}", e.getMessage());
            }
        }
    }
}
