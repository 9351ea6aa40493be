package org.waymark.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Comma or semicolon separated lines with quotes, as spreadsheets write them. */
public final class Csv {
    /** One line: its number in the file, from 1, and its cells. */
    public record Row(int number, List<String> cells) {}

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@'\\t\\r]");

    private Csv() {}

    /** The rows that say anything; the separator is the one the first line uses. */
    public static List<Row> rows(String text) {
        int firstEnd = text.indexOf('\n');
        String first = firstEnd < 0 ? text : text.substring(0, firstEnd);
        char separator = first.indexOf(';') >= 0 ? ';' : ',';
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int startedAt = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean ends = i == text.length();
            if (quoted && !ends) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    line += c == '\n' ? 1 : 0;
                    cell.append(c);
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (cells.stream().anyMatch(content -> !content.isBlank())) {
                    rows.add(new Row(startedAt, List.copyOf(cells)));
                }
                cells.clear();
                line++;
                startedAt = line;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    /**
     * One line with every cell in quotes. A cell a spreadsheet would run as a formula gets an apostrophe in front, as
     * spreadsheets do themselves; {@link #plain} takes it off again.
     */
    public static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            String safe = FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
            line.append(line.isEmpty() ? "" : ",")
                    .append('"')
                    .append(safe.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append("\r\n").toString();
    }

    /** What a cell says without the apostrophe that kept a spreadsheet from running it. */
    public static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell.substring(1)).lookingAt() ? cell.substring(1) : cell;
    }
}
