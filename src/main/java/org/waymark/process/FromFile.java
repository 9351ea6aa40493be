package org.waymark.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;

/**
 * Lays the rows of a file over a draft. Each row is held against the rules of the form itself; what does not fit is
 * named by its row and column, and an empty cell leaves what is there.
 */
final class FromFile {

    /** What is wrong in one cell; the column is empty when it is the row as a whole. */
    record Problem(int row, String column, Refusal why) {}

    /** One cell that says something else than the draft. */
    record Change(int row, String item, String column, String was, String said) {}

    private final FileShape shape;
    private final Consumer<JsonNode> rules;
    private final Map<String, String> people;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private ObjectNode draft;

    /** People are known by id, name and mail address, each in small letters. */
    FromFile(FileShape shape, ObjectNode draft, Map<String, String> people, Consumer<JsonNode> rules) {
        this.shape = shape;
        this.draft = draft.deepCopy();
        this.people = people;
        this.rules = rules;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Change> changes() {
        return changes;
    }

    ObjectNode draft() {
        return draft;
    }

    void lay(List<Csv.Row> rows) {
        List<String> header = rows.get(0).cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> known =
                shape.header().stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
        for (String column : header) {
            if (!column.isEmpty()
                    && (!known.contains(column) || header.indexOf(column) != header.lastIndexOf(column))) {
                problems.add(new Problem(
                        rows.get(0).number(),
                        column,
                        Refusal.invalid("work.file.column", column, String.join(", ", shape.header()))));
            }
        }
        if (!header.contains(known.get(0))) {
            problems.add(new Problem(
                    rows.get(0).number(), shape.name(), Refusal.invalid("work.file.no-name", shape.name())));
        }
        if (problems.isEmpty()) {
            rows.subList(1, rows.size()).forEach(row -> lay(row, header));
        }
    }

    private void lay(Csv.Row row, List<String> header) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : shape.header()) {
            int at = header.indexOf(column.toLowerCase(Locale.ROOT));
            String cell = at < 0 || at >= row.cells().size()
                    ? ""
                    : row.cells().get(at).strip();
            if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
        }
        String item = cells.remove(shape.name());
        if (item == null) {
            problems.add(new Problem(row.number(), shape.name(), Refusal.invalid("work.file.nameless", shape.name())));
            return;
        }
        String figure = cells.get(FileShape.FIGURE);
        Integer before = seen.put(item + "\n" + (figure == null ? "" : figure), row.number());
        if (before != null) {
            problems.add(new Problem(row.number(), shape.name(), Refusal.invalid("work.file.twice", item, before)));
            return;
        }
        ObjectNode tree = draft.deepCopy();
        ObjectNode target = target(tree, item);
        if (target == null) {
            problems.add(new Problem(row.number(), shape.name(), Refusal.invalid("work.file.unknown", item)));
            return;
        }
        if (fits(row.number(), shape.name(), tree)) {
            draft = tree;
            fill(row.number(), item, cells);
        }
    }

    private void fill(int row, String item, Map<String, String> cells) {
        for (FileShape.Column column : shape.columns()) {
            String cell = cells.get(column.name());
            if (cell != null) {
                String said = read(row, column, cell);
                if (said != null) {
                    set(row, item, column.name(), null, said);
                }
            }
        }
        String figure = cells.get(FileShape.FIGURE);
        String amount = cells.get(FileShape.AMOUNT);
        if (shape.figures() != null && (figure != null || amount != null)) {
            if (figure == null || amount == null) {
                problems.add(new Problem(
                        row,
                        figure == null ? FileShape.FIGURE : FileShape.AMOUNT,
                        Refusal.invalid("work.file.figure")));
            } else {
                set(row, item, FileShape.AMOUNT, figure, number(amount));
            }
        }
    }

    /** One cell into the draft, if the form's rules allow it. */
    private void set(int row, String item, String column, @Nullable String figure, String said) {
        ObjectNode tree = draft.deepCopy();
        ObjectNode target = target(tree, item);
        if (target == null) {
            return;
        }
        ObjectNode holder = figure == null ? target : target.withObjectProperty(String.valueOf(shape.figures()));
        String field = figure == null ? column : figure;
        String was = holder.path(field).asText("");
        if (was.equals("null")) {
            was = "";
        }
        if (was.equals(said)) {
            return;
        }
        holder.put(field, said);
        if (fits(row, column, tree)) {
            draft = tree;
            changes.add(new Change(row, item, figure == null ? column : figure, was, said));
        }
    }

    private boolean fits(int row, String column, ObjectNode tree) {
        try {
            rules.accept(tree);
            return true;
        } catch (Refusal refusal) {
            problems.add(new Problem(row, column, refusal));
            return false;
        }
    }

    private @Nullable String read(int row, FileShape.Column column, String cell) {
        return switch (column.kind()) {
            case TEXT -> cell;
            case NUMBER -> number(cell);
            case CODE -> cell.toUpperCase(Locale.ROOT).replace(' ', '_');
            case PERSON -> {
                String person = people.get(cell.toLowerCase(Locale.ROOT));
                if (person == null) {
                    problems.add(new Problem(row, column.name(), Refusal.invalid("work.file.person", cell)));
                }
                yield person;
            }
        };
    }

    private static String number(String cell) {
        String bare = cell.replace(" ", "").replace("\u00A0", "");
        return bare.indexOf('.') < 0 ? bare.replace(',', '.') : bare;
    }

    /** The item a row is about; a growing list gets one when it has none by this name. */
    private @Nullable ObjectNode target(ObjectNode tree, String item) {
        for (String list : shape.lists()) {
            JsonNode items = tree.path(list);
            if (items instanceof ObjectNode byName && byName.get(item) instanceof ObjectNode found) {
                return found;
            }
            for (JsonNode one : items) {
                if (one instanceof ObjectNode found
                        && item.equals(found.path(shape.name()).asText())) {
                    return found;
                }
            }
        }
        if (!shape.grows()) {
            return null;
        }
        String list = shape.lists().get(0);
        ArrayNode items = tree.get(list) instanceof ArrayNode array ? array : tree.putArray(list);
        return items.addObject().put(shape.name(), item);
    }

    /** The draft as rows under their header: what a person downloads, fills in and brings back. */
    static List<List<String>> table(FileShape shape, JsonNode draft) {
        List<List<String>> rows = new ArrayList<>(List.of(shape.header()));
        for (String list : shape.lists()) {
            JsonNode items = draft.path(list);
            if (items.isObject()) {
                items.properties().forEach(item -> rows.add(row(shape, item.getKey(), item.getValue())));
            } else {
                for (JsonNode item : items) {
                    String name = item.path(shape.name()).asText("");
                    if (!name.isEmpty() && !name.equals("null")) {
                        rows.addAll(rows(shape, name, item));
                    }
                }
            }
        }
        return rows;
    }

    private static List<List<String>> rows(FileShape shape, String name, JsonNode item) {
        List<String> fixed = row(shape, name, item);
        JsonNode figures = shape.figures() == null ? null : item.get(shape.figures());
        if (figures == null || figures.isEmpty()) {
            return List.of(fixed);
        }
        List<List<String>> rows = new ArrayList<>();
        figures.properties().forEach(figure -> {
            List<String> row = new ArrayList<>(fixed);
            row.add(figure.getKey());
            row.add(text(figure.getValue()));
            rows.add(row);
        });
        return rows;
    }

    private static List<String> row(FileShape shape, String name, JsonNode item) {
        List<String> row = new ArrayList<>(List.of(name));
        shape.columns().forEach(column -> row.add(text(item.path(column.name()))));
        return row;
    }

    private static String text(JsonNode cell) {
        return cell.isNull() ? "" : cell.asText("");
    }
}
