package org.waymark.process;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ClassUtils;

/**
 * Reads the rows of one answer into records, column {@code next_gate} into component {@code nextGate}. Spring's own
 * mapper looks for {@code nextGate} first, in every row anew, and the driver answers each miss with an exception and a
 * translated sentence: a quarter of all the time that the board took.
 */
final class RecordRows<T> implements RowMapper<T> {

    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            return BeanUtils.getResolvableConstructor(type);
        }
    };

    private final Constructor<T> constructor;
    private final RecordComponent[] components;
    private int @Nullable [] columns;

    @SuppressWarnings("unchecked")
    RecordRows(Class<T> type) {
        constructor = (Constructor<T>) CONSTRUCTORS.get(type);
        components = type.getRecordComponents();
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        int[] found = columns;
        if (found == null) {
            found = columns = find(row.getMetaData());
        }
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            Class<?> type = components[i].getType();
            Object value = JdbcUtils.getResultSetValue(row, found[i], type);
            boolean fits = value == null
                    ? !type.isPrimitive()
                    : ClassUtils.resolvePrimitiveIfNecessary(type).isInstance(value);
            values[i] = fits
                    ? value
                    : DefaultConversionService.getSharedInstance().convert(value, TypeDescriptor.valueOf(type));
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private int[] find(ResultSetMetaData answer) throws SQLException {
        Map<String, Integer> labels = new HashMap<>();
        for (int at = 1; at <= answer.getColumnCount(); at++) {
            labels.putIfAbsent(answer.getColumnLabel(at).toLowerCase(Locale.ROOT), at);
        }
        int[] found = new int[components.length];
        for (int i = 0; i < found.length; i++) {
            String name = components[i].getName();
            Integer at = labels.get(name.toLowerCase(Locale.ROOT));
            if (at == null) {
                at = labels.get(JdbcUtils.convertPropertyNameToUnderscoreName(name));
            }
            if (at == null) {
                throw new SQLException("No column for " + name + " of "
                        + constructor.getDeclaringClass().getSimpleName() + " in " + labels.keySet());
            }
            found[i] = at;
        }
        return found;
    }
}
