package org.waymark.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One table with its columns by name; names as the database keeps them, in small letters in a copy. */
record Table(String name, List<Column> columns) {

    record Column(String name, Cells cells, boolean counted) {

        String copied() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** Of one installation only, or of one browser only: a copy in other hands must sign nobody in. */
    private static final Set<String> LEFT_OUT =
            Set.of("flyway_schema_history", "security_browser", "security_browser_attributes");

    /** Every table of our schema that belongs into a copy, by name. */
    static List<Table> all(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        List<String> names = new ArrayList<>();
        try (ResultSet tables = about.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        List<Table> all = new ArrayList<>();
        for (String name : names) {
            if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                all.add(new Table(name, columns(connection, name)));
            }
        }
        all.sort(Comparator.comparing(Table::copied));
        return all;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        String escape = connection.getMetaData().getSearchStringEscape();
        try (ResultSet found = connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), table.replace("_", escape + "_"), "%")) {
            while (found.next()) {
                columns.add(new Column(
                        found.getString("COLUMN_NAME"),
                        Cells.of(found.getInt("DATA_TYPE"), found.getString("TYPE_NAME")),
                        "YES".equals(found.getString("IS_AUTOINCREMENT"))));
            }
        }
        columns.sort(Comparator.comparing(Column::copied));
        return columns;
    }

    String copied() {
        return name.toLowerCase(Locale.ROOT);
    }

    String quoted() {
        return '"' + name + '"';
    }

    List<String> copiedColumns() {
        return columns.stream().map(Column::copied).toList();
    }

    String select() {
        return "select " + list() + " from " + quoted();
    }

    String insert() {
        return "insert into " + quoted() + " (" + list() + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private String list() {
        return columns.stream().map(column -> '"' + column.name() + '"').collect(Collectors.joining(", "));
    }
}
