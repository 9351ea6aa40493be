package org.waymark.model.maturity;

import static org.waymark.stage.Document.Kind.NUMBER;
import static org.waymark.stage.Document.Kind.TEXT;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Document.Series;
import org.waymark.web.Figures;
import org.waymark.web.Texts;

/** The revealed votes: how many at each level, how far they agree, and what that calls for (dcfts.md 3.3). */
@Component
class VotesRecord {

    private static final int LEVELS = 4;

    private final Catalogue catalogue;
    private final Texts texts;
    private final Clock clock;

    VotesRecord(Catalogue catalogue, Texts texts, Clock clock) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.clock = clock;
    }

    Section draw(Round round) {
        boolean withGap = round.gapOpen(clock);
        List<Distribution.Line> lines =
                Distribution.of(round, catalogue.dimensions(), withGap).lines();
        List<Column> columns = new ArrayList<>(List.of(column("dimension", TEXT), column("verdict", TEXT)));
        columns.addAll(List.of(column("agreement", NUMBER), column("strict", NUMBER), column("range", NUMBER)));
        columns.add(column("cannotJudge", NUMBER));
        if (withGap) {
            columns.add(column("groups", TEXT));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Distribution.Line line : lines) {
            Spread spread = line.spread();
            boolean shown = spread.showable();
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(line.dimension().name()));
            row.add(Cell.of(verdict(line)));
            row.add(shown ? Cell.of(spread.agreement()) : Cell.none());
            row.add(shown ? Cell.of(spread.strict()) : Cell.none());
            row.add(shown ? Cell.of(spread.range()) : Cell.none());
            row.add(Cell.of(line.cannotJudge()));
            if (withGap) {
                row.add(Cell.of(gap(line.gap())));
            }
            rows.add(row);
        }
        Tolerance fixed = round.tolerance();
        String note = texts.of("maturity.record.votesNote", round.voted(), round.invited()) + " "
                + texts.of("maturity.tolerance", fixed.range(), fixed.agreementText(), fixed.percent()) + " "
                + texts.of("maturity.record.formulas");
        return new Section(texts.of("maturity.record.votes"), note, columns, rows, chart(lines));
    }

    private Chart chart(List<Distribution.Line> lines) {
        List<Series> series = new ArrayList<>();
        for (int level = 1; level <= LEVELS; level++) {
            List<@Nullable BigDecimal> counts = new ArrayList<>();
            for (Distribution.Line line : lines) {
                Spread spread = line.spread();
                counts.add(
                        spread.showable() ? BigDecimal.valueOf(spread.counts().get(level - 1)) : null);
            }
            series.add(new Series(level + " " + texts.of("maturity.level." + level), counts));
        }
        return new Chart(
                "distribution",
                lines.stream().map(line -> line.dimension().name()).toList(),
                series);
    }

    private @Nullable String gap(Distribution.@Nullable Gap gap) {
        return gap == null
                ? null
                : texts.of(
                        "maturity.agree.gap",
                        texts.of("maturity.group." + gap.high()),
                        gap.highLevel(),
                        texts.of("maturity.group." + gap.low()),
                        gap.lowLevel());
    }

    private String verdict(Distribution.Line line) {
        Spread spread = line.spread();
        return switch (line.verdict()) {
            case SPLIT -> texts.of("maturity.record.discuss", texts.of("maturity.verdict.SPLIT"));
            case RANGE -> texts.of("maturity.record.discuss", texts.of("maturity.verdict.RANGE", spread.range()));
            case WEAK ->
                texts.of(
                        "maturity.record.discuss",
                        texts.of("maturity.verdict.WEAK", Figures.here().plain(spread.agreement())));
            case ACCEPT ->
                texts.of("maturity.record.accept", texts.of("maturity.verdict.ACCEPT", spread.lowerMedian()));
            case TOO_FEW -> texts.of("maturity.verdict.TOO_FEW");
        };
    }

    private Column column(String name, Kind kind) {
        return new Column(texts.of("maturity.record." + name), kind);
    }
}
