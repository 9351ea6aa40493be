package org.waymark.database;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of one column as text that reads alike on every database. */
enum Cells {
    TEXT,
    WHOLE,
    DECIMAL,
    DOUBLE,
    TRUTH,
    DAY,
    LOCAL,
    MOMENT,
    BYTES;

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    static Cells of(int type, String name) {
        // PostgreSQL's driver gives both kinds of time the same number
        if (name.toLowerCase(Locale.ROOT).matches("timestamptz|timestamp.* with time zone")) {
            return MOMENT;
        }
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> DOUBLE;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.DATE -> DAY;
            case Types.TIMESTAMP -> LOCAL;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            default -> throw new IllegalStateException("No copy can be made of values of the type " + name);
        };
    }

    /** One value as it stands in a copy. */
    @Nullable
    String read(ResultSet rows, int at) throws SQLException {
        if (this == BYTES) {
            byte[] bytes = rows.getBytes(at);
            return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
        }
        if (this == TRUTH) {
            boolean truth = rows.getBoolean(at);
            return rows.wasNull() ? null : Boolean.toString(truth);
        }
        if (this == TEXT) {
            return rows.getString(at);
        }
        Object found = switch (this) {
            case WHOLE -> rows.getLong(at);
            case DECIMAL -> rows.getBigDecimal(at);
            case DOUBLE -> rows.getDouble(at);
            case DAY -> rows.getObject(at, LocalDate.class);
            case LOCAL -> rows.getObject(at, LocalDateTime.class);
            default -> rows.getObject(at, OffsetDateTime.class);
        };
        if (found == null || rows.wasNull()) {
            return null;
        }
        if (found instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (found instanceof LocalDateTime local) {
            return MICROS.format(local);
        }
        if (found instanceof OffsetDateTime moment) {
            return MICROS.format(moment.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
        }
        return found.toString();
    }

    /** Puts a value of a copy into a statement. */
    void write(PreparedStatement statement, int at, @Nullable String cell) throws SQLException {
        if (cell == null) {
            statement.setNull(at, Types.NULL);
            return;
        }
        switch (this) {
            case TEXT -> statement.setString(at, cell);
            case WHOLE -> statement.setLong(at, Long.parseLong(cell));
            case DECIMAL -> statement.setBigDecimal(at, new BigDecimal(cell));
            case DOUBLE -> statement.setDouble(at, Double.parseDouble(cell));
            case TRUTH -> statement.setBoolean(at, Boolean.parseBoolean(cell));
            case DAY -> statement.setObject(at, LocalDate.parse(cell));
            case LOCAL -> statement.setObject(at, LocalDateTime.parse(cell));
            case MOMENT -> statement.setObject(at, OffsetDateTime.parse(cell));
            case BYTES -> statement.setBytes(at, Base64.getDecoder().decode(cell));
        }
    }
}
