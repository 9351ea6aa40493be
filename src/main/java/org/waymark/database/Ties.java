package org.waymark.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.waymark.web.Databases;

/** What ties rows to each other, loosened while a copy is read so that their order does not matter. */
final class Ties {

    private static final String KEYS = """
            select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid) from pg_constraint c
            join pg_namespace n on n.oid = c.connamespace
            where c.contype = 'f' and n.nspname = current_schema()
            """;

    private record Key(String table, String name, String definition) {}

    private final Connection connection;
    private final boolean postgres;
    private final List<Key> keys = new ArrayList<>();

    private Ties(Connection connection, boolean postgres) {
        this.connection = connection;
        this.postgres = postgres;
    }

    static Ties of(Connection connection) throws SQLException {
        return new Ties(connection, Databases.isPostgres(connection));
    }

    /** On PostgreSQL in the running transaction: an owner who is no superuser can only take foreign keys away. */
    void loosen() throws SQLException {
        if (!postgres) {
            execute("set referential_integrity false");
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(KEYS)) {
            while (rows.next()) {
                keys.add(new Key(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        for (Key key : keys) {
            execute("alter table " + key.table() + " drop constraint " + key.name());
        }
    }

    /** On PostgreSQL every row is held against the keys again here. */
    void fasten() throws SQLException {
        if (!postgres) {
            execute("set referential_integrity true");
        }
        for (Key key : keys) {
            execute("alter table " + key.table() + " add constraint " + key.name() + " " + key.definition());
        }
    }

    /** The next row that counts itself goes on behind the last of the copy. */
    void countOn(Table table) throws SQLException {
        for (Table.Column column : table.columns()) {
            if (column.counted()) {
                long next = next(table, column);
                execute("alter table " + table.quoted() + " alter column \"" + column.name() + "\" restart with "
                        + next);
            }
        }
    }

    private long next(Table table, Table.Column column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select coalesce(max(\"" + column.name() + "\"), 0) + 1 from " + table.quoted())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
