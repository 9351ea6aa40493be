package org.waymark.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the role that Waymark works under may do on PostgreSQL: read and write rows, make no table, and of the decision
 * record only add and read lines. Given anew at every start, since a migration may have brought tables.
 */
final class Grants {

    private static final Logger log = LoggerFactory.getLogger(Grants.class);
    private static final String WRITTEN_ONCE = "ledger_entry, ledger_anchor, ledger_anchor_head";
    private static final String CAN_REWRITE =
            "select has_table_privilege(?, 'ledger_entry', 'UPDATE, DELETE, TRUNCATE')"
                    + " or pg_has_role(?, (select tableowner from pg_tables"
                    + " where schemaname = current_schema() and tablename = 'ledger_entry'), 'MEMBER')";

    private Grants() {}

    static void give(Connection owner, DataSource application) throws SQLException {
        String role;
        try (Connection worker = application.getConnection()) {
            role = who(worker);
        }
        if (!role.equals(who(owner))) {
            give(owner, role);
        }
        if (canRewrite(owner, role)) {
            log.warn(
                    "Waymark works under the role {}, which owns the decision record: whoever has its password could"
                            + " rewrite what was decided. Give WAYMARK_DB_OWNER and WAYMARK_DB_OWNER_PASSWORD for the"
                            + " role that makes the tables, and an ordinary role in WAYMARK_DB_USER.",
                    role);
        } else {
            log.info("Waymark works under the role {}, which can add to the decision record and not change it", role);
        }
    }

    private static void give(Connection owner, String role) throws SQLException {
        String schema = owner.getSchema();
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            String to = statement.enquoteIdentifier(role, true);
            String in = statement.enquoteIdentifier(schema, true);
            for (String one : List.of(
                    "grant usage on schema " + in + " to " + to,
                    "grant select, insert, update, delete on all tables in schema " + in + " to " + to,
                    "grant usage on all sequences in schema " + in + " to " + to,
                    "revoke update, delete on " + WRITTEN_ONCE + " from " + to,
                    "revoke delete on ledger_head from " + to,
                    "revoke insert, update, delete on flyway_schema_history, security_installation from " + to)) {
                statement.execute(one);
            }
        }
        owner.commit();
        owner.setAutoCommit(true);
    }

    private static boolean canRewrite(Connection owner, String role) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(CAN_REWRITE)) {
            statement.setString(1, role);
            statement.setString(2, role);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static String who(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select current_user")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
