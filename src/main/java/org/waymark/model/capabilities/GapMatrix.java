package org.waymark.model.capabilities;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Texts;

/** Where the gaps lie: missing levels (needed less there) by motion and by people, process and technology (dcfts.md 3.2). */
@Component
class GapMatrix {

    static final List<String> MOTIONS = List.of("listen", "learn", "love", "collaborate", "connect", "govern");

    private final Texts texts;

    GapMatrix(Texts texts) {
        this.texts = texts;
    }

    Section draw(List<Gap> gaps) {
        List<Column> columns = new ArrayList<>(List.of(column("motion")));
        Serving.TYPES.forEach(type -> columns.add(new Column(texts.of("capabilities.type." + type), Kind.TEXT)));
        columns.add(column("together"));
        List<List<Cell>> rows = new ArrayList<>();
        for (String motion : MOTIONS) {
            List<Gap> here =
                    gaps.stream().filter(gap -> gap.motion().equals(motion)).toList();
            if (!here.isEmpty()) {
                rows.add(row(texts.of("capabilities.motion." + motion), here));
            }
        }
        rows.add(row(texts.of("capabilities.record.column.together"), gaps));
        return new Section(
                texts.of("capabilities.record.where"), texts.of("capabilities.record.whereNote"), columns, rows, null);
    }

    private List<Cell> row(String name, List<Gap> gaps) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
        for (String type : Serving.TYPES) {
            row.add(cell(gaps.stream().filter(gap -> gap.type().equals(type)).toList()));
        }
        row.add(cell(gaps));
        return row;
    }

    /** Missing levels over how many capabilities; a dash where none serves an agreed value. */
    private Cell cell(List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return Cell.of("–");
        }
        int open = (int) open(gaps).count();
        int levels = open(gaps).mapToInt(Gap::size).sum();
        return Cell.of(texts.of("capabilities.record.missingIn", levels, open, gaps.size()));
    }

    private static Stream<Gap> open(List<Gap> gaps) {
        return gaps.stream().filter(gap -> gap.size() > 0);
    }

    private Column column(String key) {
        return new Column(texts.of("capabilities.record.column." + key), Kind.TEXT);
    }
}
