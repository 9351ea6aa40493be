package org.waymark.process;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Reads the rows of one answer into records, column {@code next_gate} into component {@code nextGate}; a component that is
 * a record itself is read from the same row. Spring's own mapper looks for {@code nextGate} first, in every row anew, and
 * the driver answers each miss with an exception and a translated sentence: a quarter of all the time that the board took.
 */
final class RecordRows<T> implements RowMapper<T> {

    /** How a record is made, worked out once. */
    private record Shape(Constructor<?> constructor, List<String> names, List<Class<?>> types) {

        static Shape of(Class<?> record) {
            Constructor<?> constructor = BeanUtils.getResolvableConstructor(record);
            ReflectionUtils.makeAccessible(constructor);
            List<RecordComponent> components = List.of(record.getRecordComponents());
            return new Shape(
                    constructor,
                    components.stream().map(RecordComponent::getName).toList(),
                    components.stream().<Class<?>>map(RecordComponent::getType).toList());
        }
    }

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Class<T> type;
    private final Shape shape;
    private final @Nullable RecordRows<?>[] parts;
    private int @Nullable [] columns;

    RecordRows(Class<T> type) {
        this.type = type;
        shape = SHAPES.get(type);
        parts = shape.types().stream()
                .map(one -> one.isRecord() ? new RecordRows<>(one) : null)
                .toArray(RecordRows<?>[]::new);
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        int[] found = columns;
        if (found == null) {
            found = columns = find(row.getMetaData());
        }
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < values.length; i++) {
            RecordRows<?> part = parts[i];
            values[i] = part == null ? value(row, found[i], shape.types().get(i)) : part.mapRow(row, number);
        }
        return type.cast(BeanUtils.instantiateClass(shape.constructor(), values));
    }

    private static @Nullable Object value(ResultSet row, int column, Class<?> type) throws SQLException {
        Object value = JdbcUtils.getResultSetValue(row, column, type);
        boolean fits = value == null
                ? !type.isPrimitive()
                : ClassUtils.resolvePrimitiveIfNecessary(type).isInstance(value);
        return fits ? value : DefaultConversionService.getSharedInstance().convert(value, TypeDescriptor.valueOf(type));
    }

    private int[] find(ResultSetMetaData answer) throws SQLException {
        Map<String, Integer> labels = new HashMap<>();
        for (int at = 1; at <= answer.getColumnCount(); at++) {
            labels.putIfAbsent(answer.getColumnLabel(at).toLowerCase(Locale.ROOT), at);
        }
        int[] found = new int[parts.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = parts[i] == null ? column(shape.names().get(i), labels) : 0;
        }
        return found;
    }

    private int column(String name, Map<String, Integer> labels) throws SQLException {
        Integer at = labels.get(name.toLowerCase(Locale.ROOT));
        if (at == null) {
            at = labels.get(JdbcUtils.convertPropertyNameToUnderscoreName(name));
        }
        if (at == null) {
            throw new SQLException("No column for " + name + " of " + type.getSimpleName() + " in " + labels.keySet());
        }
        return at;
    }
}
