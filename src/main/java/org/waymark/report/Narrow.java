package org.waymark.report;

import java.util.ArrayList;
import java.util.List;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Shown;

/** A table too wide for paper told as two columns: the name, and everything said about it with its heading. */
final class Narrow {

    private static final int COLUMNS = 7;

    private Narrow() {}

    static Section of(Section section, Shown shown) {
        if (section.columns().size() <= COLUMNS) {
            return section;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : section.rows()) {
            List<String> said = new ArrayList<>();
            for (int at = 1; at < row.size(); at++) {
                Column column = section.columns().get(at);
                String words = shown.cell(row.get(at), column.kind());
                if (!words.isBlank()) {
                    said.add(column.label() + ": " + words);
                }
            }
            rows.add(List.of(row.get(0), Cell.of(String.join(" · ", said))));
        }
        return new Section(
                section.heading(),
                section.note(),
                List.of(section.columns().get(0), new Column("", Kind.TEXT)),
                rows,
                section.chart());
    }
}
