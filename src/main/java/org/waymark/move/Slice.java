package org.waymark.move;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One table of which a program takes rows along: the select of these rows (with {@code :program}, and {@code :me} for
 * whoever takes the copy), the column with the row's own number, and which columns name rows of other tables.
 */
record Slice(String table, String select, @Nullable String number, Map<String, String> refs) {

    /** The rows that bear the program's code. */
    static Slice of(String table) {
        return new Slice(table, "select * from " + table + " where program = :program", null, Map.of());
    }

    /** The rows whose column names a row of a table before it, which bears the program's code. */
    static Slice under(String table, String column, String parent) {
        return new Slice(
                table,
                "select * from " + table + " where " + column + " in (select id from " + parent
                        + " where program = :program)",
                null,
                Map.of(column, parent));
    }

    static Slice selected(String table, String select) {
        return new Slice(table, select, null, Map.of());
    }

    /** The same where rows have a number of their own, which is a new one wherever they go. */
    Slice numbered() {
        return new Slice(table, select + " order by id", "id", refs);
    }

    Slice naming(String column, String other) {
        Map<String, String> more = new LinkedHashMap<>(refs);
        more.put(column, other);
        return new Slice(table, select, number, more);
    }
}
