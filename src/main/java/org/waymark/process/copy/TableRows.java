package org.waymark.process.copy;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.waymark.process.Rows;

/**
 * Rows of any table as values that a file can keep, and back: texts, numbers, yes or no, days and UTC moments as ISO
 * texts, bytes as Base64. The same row reads the same from every database.
 */
@Component
public class TableRows {

    private final JdbcClient jdbc;
    private final Map<String, Map<String, Column>> known = new ConcurrentHashMap<>();

    TableRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        TRUTH,
        DAY,
        MOMENT,
        CLOCK,
        BYTES
    }

    private record Column(Kind kind, int length) {}

    /** What a select answers, row by row, its columns in lower case. */
    public List<Map<String, @Nullable Object>> read(String sql, Map<String, ?> params) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        for (Map.Entry<String, ?> one : params.entrySet()) {
            // a list of nothing is no list to a database
            boolean nothing = one.getValue() instanceof List<?> list && list.isEmpty();
            statement = statement.param(one.getKey(), nothing ? List.of("") : one.getValue());
        }
        return statement.query((rows, number) -> row(rows)).list();
    }

    /** The columns of a table, in lower case. */
    public Set<String> columns(String table) {
        return kinds(table).keySet();
    }

    /** The columns of a table that hold texts of this length at most. */
    public List<String> texts(String table, int length) {
        return kinds(table).entrySet().stream()
                .filter(one -> one.getValue().equals(new Column(Kind.TEXT, length)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Writes rows as they were read; a column the table does not have is refused. */
    public void write(String table, List<Map<String, @Nullable Object>> rows) {
        Map<Set<String>, List<Map<String, @Nullable Object>>> alike = new LinkedHashMap<>();
        rows.forEach(row -> alike.computeIfAbsent(row.keySet(), columns -> new ArrayList<>())
                .add(row));
        alike.forEach((columns, some) -> Rows.insert(
                jdbc, table + " (" + String.join(", ", checked(table, columns)) + ")", some, row -> bound(table, row)));
    }

    /** Writes one row without its number and answers the number it got. */
    public long writeNumbered(String table, String number, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(row);
        rest.remove(number);
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into " + table + " (" + String.join(", ", checked(table, rest.keySet())) + ") values ("
                        + String.join(", ", Collections.nCopies(rest.size(), "?")) + ")")
                .params(bound(table, rest))
                .update(key, number);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private Set<String> checked(String table, Set<String> columns) {
        for (String column : columns) {
            if (!kinds(table).containsKey(column)) {
                throw new IllegalArgumentException(table + "." + column);
            }
        }
        return columns;
    }

    private List<@Nullable Object> bound(String table, Map<String, @Nullable Object> row) {
        Map<String, Column> kinds = kinds(table);
        List<@Nullable Object> values = new ArrayList<>();
        row.forEach((column, given) -> {
            try {
                values.add(
                        given == null
                                ? null
                                : bound(
                                        Objects.requireNonNull(kinds.get(column))
                                                .kind(),
                                        given));
            } catch (ClassCastException | DateTimeException | ArithmeticException | IllegalArgumentException wrong) {
                throw new IllegalArgumentException(table + "." + column, wrong);
            }
        });
        return values;
    }

    private static Object bound(Kind kind, Object given) {
        return switch (kind) {
            case TEXT -> (String) given;
            case WHOLE -> new BigDecimal(((Number) given).toString()).longValueExact();
            case NUMBER -> new BigDecimal(((Number) given).toString());
            case TRUTH -> (Boolean) given;
            case DAY -> LocalDate.parse((String) given);
            case MOMENT -> OffsetDateTime.parse((String) given);
            case CLOCK -> Timestamp.from(Instant.parse((String) given));
            case BYTES -> Base64.getDecoder().decode((String) given);
        };
    }

    private Map<String, Column> kinds(String table) {
        return known.computeIfAbsent(table, this::look);
    }

    private Map<String, Column> look(String table) {
        return jdbc.sql("select * from " + table + " where 1 = 0").query((ResultSet rows) -> {
            Map<String, Column> kinds = new LinkedHashMap<>();
            ResultSetMetaData columns = rows.getMetaData();
            for (int at = 1; at <= columns.getColumnCount(); at++) {
                Kind kind = kind(columns.getColumnTypeName(at));
                kinds.put(name(columns, at), new Column(kind, kind == Kind.TEXT ? columns.getPrecision(at) : 0));
            }
            return kinds;
        });
    }

    private static String name(ResultSetMetaData columns, int at) throws SQLException {
        return columns.getColumnLabel(at).toLowerCase(Locale.ROOT);
    }

    private static Kind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "bigint", "integer", "int8", "int4", "int2", "smallint", "tinyint", "bigserial", "serial" ->
                Kind.WHOLE;
            case "numeric", "decfloat", "double precision", "float8" -> Kind.NUMBER;
            case "boolean", "bool", "bit" -> Kind.TRUTH;
            case "date" -> Kind.DAY;
            case "timestamp with time zone", "timestamptz" -> Kind.MOMENT;
            case "timestamp" -> Kind.CLOCK;
            case "bytea", "binary varying", "binary large object" -> Kind.BYTES;
            default -> Kind.TEXT;
        };
    }

    private static Map<String, @Nullable Object> row(ResultSet rows) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        ResultSetMetaData columns = rows.getMetaData();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            row.put(name(columns, at), rows.getObject(at) == null ? null : kept(rows, at, columns));
        }
        return row;
    }

    private static Object kept(ResultSet rows, int at, ResultSetMetaData columns) throws SQLException {
        return switch (kind(columns.getColumnTypeName(at))) {
            case TEXT -> rows.getString(at);
            case WHOLE -> rows.getLong(at);
            case NUMBER -> rows.getBigDecimal(at);
            case TRUTH -> rows.getBoolean(at);
            case DAY -> rows.getObject(at, LocalDate.class).toString();
            case MOMENT ->
                rows.getObject(at, OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MICROS)
                        .toInstant()
                        .toString();
            case CLOCK -> rows.getTimestamp(at).toInstant().toString();
            case BYTES -> Base64.getEncoder().encodeToString(rows.getBytes(at));
        };
    }
}
