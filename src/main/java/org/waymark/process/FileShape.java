package org.waymark.process;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a task's draft reads as a table: the lists whose items are rows, the column that names an item, and the others.
 * {@code figures} names the part of an item that holds figures by name; a row then gives one figure and its amount.
 */
public record FileShape(
        List<String> lists,
        String name,
        List<Column> columns,
        @Nullable String figures,
        boolean grows) {

    static final String FIGURE = "figure";
    static final String AMOUNT = "amount";

    /** Rows of one list (or of one map by name) with fixed columns; a growing list takes items it did not have. */
    public static FileShape of(String list, String name, boolean grows, Column... columns) {
        return new FileShape(List.of(list), name, List.of(columns), null, grows);
    }

    /** What a cell of the column is read as. */
    public enum Kind {
        TEXT,
        NUMBER,
        CODE,
        PERSON
    }

    /** A column named as the field of the draft it fills. */
    public record Column(String name, Kind kind) {}

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    public static Column code(String name) {
        return new Column(name, Kind.CODE);
    }

    public static Column person(String name) {
        return new Column(name, Kind.PERSON);
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of(name));
        columns.forEach(column -> header.add(column.name()));
        if (figures != null) {
            header.addAll(List.of(FIGURE, AMOUNT));
        }
        return header;
    }
}
