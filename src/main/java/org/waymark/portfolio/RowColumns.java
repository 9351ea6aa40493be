package org.waymark.portfolio;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which columns of the board's rows a record is read from: those its components are named after, and no others. */
final class RowColumns {

    private RowColumns() {}

    static String of(Class<? extends Record> record) {
        return Arrays.stream(record.getRecordComponents()).map(RowColumns::of).collect(Collectors.joining(", "));
    }

    private static String of(RecordComponent component) {
        return component.getType().isRecord()
                ? of(component.getType().asSubclass(Record.class))
                : "r." + component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
