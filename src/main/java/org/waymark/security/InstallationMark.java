package org.waymark.security;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Marks a new database as made for the demo or for a company, and refuses to open one for the other. */
@Component
class InstallationMark implements Callback {
    private final String kind;

    InstallationMark(Environment environment) {
        this.kind = environment.acceptsProfiles(Profiles.of(HouseKeys.DEMO)) ? "DEMO" : "COMPANY";
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (event == Event.BEFORE_MIGRATE) {
                check(context.getConnection());
            } else {
                mark(context.getConnection());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the mark of this installation cannot be read", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "installation mark";
    }

    private void check(Connection connection) throws SQLException {
        // asked of the catalogue first, in our own schema only: on PostgreSQL a failed select would spoil the
        // transaction
        try (var tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase("security_installation")) {
                    compare(connection);
                    return;
                }
            }
        }
    }

    private void compare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select made_for from security_installation")) {
            if (rows.next() && !rows.getString(1).equals(kind)) {
                throw new OtherInstallation(kind.equals("DEMO"));
            }
        }
    }

    private void mark(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select made_for from security_installation")) {
            if (rows.next()) {
                return;
            }
        }
        try (var insert = connection.prepareStatement("insert into security_installation (made_for) values (?)")) {
            insert.setString(1, kind);
            insert.executeUpdate();
        }
    }
}
