package org.waymark.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Section;

class DocumentTests {

    @Test
    void aWideTableLeavesOutWhatNoRowSaysAndANarrowOneNothing() {
        assertThat(table(9).told()).containsExactly(0, 2, 4, 6, 8);
        assertThat(table(8).told()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    /** Every other column is empty: without anything, or with a text of nothing but spaces. */
    private static Section table(int columns) {
        List<Cell> row = IntStream.range(0, columns)
                .mapToObj(at -> at % 4 == 1 ? Cell.none() : at % 4 == 3 ? Cell.of(" ") : Cell.of(at))
                .toList();
        return new Section(
                "Wide",
                null,
                IntStream.range(0, columns)
                        .mapToObj(at -> new Column("Column " + at, Document.Kind.TEXT))
                        .toList(),
                List.of(row),
                null);
    }
}
