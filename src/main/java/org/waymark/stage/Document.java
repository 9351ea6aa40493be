package org.waymark.stage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An agreed record without any model's types: headings, typed cells and chart series; pages and exports draw it. */
public record Document(String headline, List<Section> sections) {

    /** {@code madeOf} names, by their headings, the sections whose rows make up the totals of this one. */
    public record Section(
            String heading,
            @Nullable String note,
            List<Column> columns,
            List<List<Cell>> rows,
            @Nullable Chart chart,
            List<String> madeOf) {

        private static final int WIDE = 8;

        public Section {
            // a record frozen before sections said so
            madeOf = madeOf == null ? List.of() : madeOf;
        }

        public Section(
                String heading,
                @Nullable String note,
                List<Column> columns,
                List<List<Cell>> rows,
                @Nullable Chart chart) {
            this(heading, note, columns, rows, chart, List.of());
        }

        /** The same, with where its totals come from. */
        public Section from(List<String> headings) {
            return new Section(heading, note, columns, rows, chart, headings);
        }

        /** The rows in bands by the text of their first cell, as a map of layers is drawn. */
        public Map<String, List<List<Cell>>> bands() {
            Map<String, List<List<Cell>>> bands = new LinkedHashMap<>();
            for (List<Cell> row : rows) {
                bands.computeIfAbsent(String.valueOf(row.get(0).text()), band -> new ArrayList<>())
                        .add(row);
            }
            return bands;
        }

        /** The columns a page shows, by number: of a wide table only those that say something in at least one row. */
        public List<Integer> told() {
            return IntStream.range(0, columns.size())
                    .filter(at -> columns.size() <= WIDE
                            || rows.stream()
                                    .anyMatch(row ->
                                            at < row.size() && row.get(at).says()))
                    .boxed()
                    .toList();
        }

        /** Whether the chart already says everything its rows say, so that a page need not show them twice. */
        public boolean drawn() {
            return chart != null
                    && ("bar".equals(chart.type()) || "line".equals(chart.type()))
                    && rows.size() == chart.categories().size()
                    && columns.size() == chart.series().size() + 1;
        }
    }

    public record Column(String label, Kind kind) {}

    public enum Kind {
        TEXT,
        NUMBER,
        MONEY,
        PERCENT,
        DATE,
        LEVEL
    }

    public record Cell(@Nullable String text, @Nullable BigDecimal number) {

        boolean says() {
            return number != null || (text != null && !text.isBlank());
        }

        public static Cell of(@Nullable String text) {
            return new Cell(text, null);
        }

        public static Cell of(@Nullable BigDecimal number) {
            return new Cell(null, number);
        }

        public static Cell of(int number) {
            return new Cell(null, BigDecimal.valueOf(number));
        }

        public static Cell none() {
            return new Cell(null, null);
        }
    }

    /** A chart of type line, bar, radar (levels 1 to 4 around) or distribution (votes at levels 1 to 4 by category). */
    public record Chart(String type, List<String> categories, List<Series> series) {}

    public record Series(String name, List<@Nullable BigDecimal> points) {}
}
