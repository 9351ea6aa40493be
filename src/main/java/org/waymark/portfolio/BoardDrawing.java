package org.waymark.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Function;
import org.waymark.stage.Stages;
import org.waymark.web.Pieces;

/** The pieces of the board that look the same to everybody who asks alike: its rows, its filters, the heads of its columns. */
@Component
class BoardDrawing {

    private final Pieces pieces;
    private final BoardLines lines;
    private final Stages stages;
    private final Catalogue catalogue;
    private final Clock clock;

    BoardDrawing(Pieces pieces, BoardLines lines, Stages stages, Catalogue catalogue, Clock clock) {
        this.pieces = pieces;
        this.lines = lines;
        this.stages = stages;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Everything that a row of the board is drawn from. */
    private record Row(BoardRow row, List<String> columns, LocalDate today) {}

    List<String> rows(Board.Page page, List<String> columns) {
        LocalDate today = LocalDate.now(clock);
        return page.rows().stream()
                .map(row -> pieces.of(
                        "portfolio/row",
                        "row",
                        new Row(row, columns, today),
                        one -> Map.of("line", lines.line(one.row()), "cols", one.columns(), "today", one.today())))
                .toList();
    }

    private record Filters(BoardAsked asked, List<Function> functions) {}

    String filters(BoardAsked asked) {
        return pieces.of(
                "portfolio/asking",
                "filters",
                new Filters(asked, catalogue.functions()),
                one -> Map.of(
                        "asked", one.asked(),
                        "cols", one.asked().columns(),
                        "columns", BoardAsked.COLUMNS,
                        "sorts", BoardQuery.sortNames(),
                        "states", BoardQuery.STATES,
                        "stages", stages.ids(),
                        "functions", one.functions()));
    }

    String heads(BoardAsked asked) {
        return pieces.of(
                "portfolio/asking",
                "heads",
                asked,
                one -> Map.of("asked", one, "cols", one.columns(), "stages", stages.ids()));
    }
}
