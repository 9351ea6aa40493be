package org.waymark.model.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Section;

/** The rows beneath the sums: every line with its figures, and what was left out and why. */
@Component
class RoiLines {

    private final RoiWords words;
    private final RoiCards cards;
    private final Catalogue catalogue;

    RoiLines(RoiWords words, RoiCards cards, Catalogue catalogue) {
        this.words = words;
        this.cards = cards;
        this.catalogue = catalogue;
    }

    static BigDecimal unit(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }

    static Cell whole(@Nullable BigDecimal amount) {
        return amount == null ? Cell.none() : Cell.of(unit(amount));
    }

    static Column text(String label) {
        return new Column(label, org.waymark.stage.Document.Kind.TEXT);
    }

    static Column money(String label) {
        return new Column(label, org.waymark.stage.Document.Kind.MONEY);
    }

    Section counted(PricedCase priced, String currency) {
        List<List<Cell>> rows = priced.benefits().stream()
                .filter(PricedLine::counted)
                .map(line -> benefit(line, priced))
                .toList();
        return new Section(
                words.text("roi.doc.benefits"),
                words.text("roi.doc.benefits.note"),
                List.of(
                        text(words.text("roi.doc.line")),
                        text(words.text("roi.doc.kind")),
                        text(words.text("roi.doc.formula")),
                        money(words.text("roi.doc.amount", currency)),
                        text(words.text("roi.doc.confidence")),
                        money(words.text("roi.doc.present", currency)),
                        text(words.text("roi.doc.baseline")),
                        text(words.text("roi.doc.owner")),
                        text(words.text("roi.doc.finance"))),
                rows,
                null);
    }

    private List<Cell> benefit(PricedLine line, PricedCase priced) {
        Line money = line.line();
        BenefitLine said = said(line, priced);
        return List.of(
                Cell.of(line.name()),
                Cell.of(words.text("roi.kind." + line.kind())),
                Cell.of(catalogue.benefit(line.template()).formula()),
                whole(line.stated()),
                Cell.of(money == null ? null : words.share(money.weight())),
                whole(
                        money == null
                                ? null
                                : money.present(priced.sums().assumptions().rate())),
                Cell.of(said.hypothesis() ? words.text("roi.state.COUNTED_KNOWINGLY") : said.baseline()),
                Cell.of(cards.nameOf(said.owner())),
                Cell.of(verdict(line)));
    }

    private static BenefitLine said(PricedLine line, PricedCase priced) {
        return priced.stated().benefits().get(priced.stated().benefitIds().indexOf(line.id()));
    }

    private String verdict(PricedLine line) {
        Review review = line.review();
        return review == null || review.verdict() == null
                ? words.text("roi.verdict.NONE")
                : words.text("roi.verdict." + review.verdict());
    }

    Optional<Section> leftOut(PricedCase priced, String currency) {
        List<List<Cell>> rows = priced.benefits().stream()
                .filter(line -> !line.counted())
                .map(line -> List.of(
                        Cell.of(line.name()),
                        whole(line.stated()),
                        Cell.of(words.text("roi.state." + line.state())),
                        Cell.of(cards.nameOf(said(line, priced).owner()))))
                .toList();
        return section(
                "roi.doc.leftOut",
                rows,
                text(words.text("roi.doc.line")),
                money(words.text("roi.doc.amount", currency)),
                text(words.text("roi.doc.why")),
                text(words.text("roi.doc.owner")));
    }

    /** Costs year by year as stated, then contingency as the row it is. */
    Section costs(PricedCase priced, String currency) {
        Assumptions terms = priced.sums().assumptions();
        List<Column> columns = new ArrayList<>();
        columns.add(text(words.text("roi.doc.line")));
        IntStream.rangeClosed(0, terms.horizonYears())
                .forEach(year -> columns.add(money(words.text("roi.doc.yearIn", year, currency))));
        columns.add(text(words.text("roi.doc.finance")));
        List<List<Cell>> rows = new ArrayList<>();
        BigDecimal bare = BigDecimal.ONE;
        for (PricedLine line : priced.costs()) {
            Line money = line.line();
            if (money != null) {
                List<Cell> row = new ArrayList<>();
                row.add(Cell.of(line.name()));
                Line plain = money.withWeight(bare);
                IntStream.rangeClosed(0, terms.horizonYears()).forEach(year -> row.add(whole(plain.in(year))));
                row.add(Cell.of(verdict(line)));
                rows.add(row);
            }
        }
        List<Cell> extra = new ArrayList<>();
        extra.add(Cell.of(words.text("roi.doc.contingency", words.share(terms.contingency()))));
        Appraisal all = priced.sums().all();
        IntStream.rangeClosed(0, terms.horizonYears()).forEach(year -> {
            BigDecimal with = all.costs().get(year);
            BigDecimal without = with.divide(terms.costWeight(), Formula.PRECISION);
            extra.add(whole(with.subtract(without)));
        });
        extra.add(Cell.none());
        rows.add(extra);
        return new Section(words.text("roi.doc.costs"), words.text("roi.doc.costs.note"), columns, rows, null);
    }

    Optional<Section> review(PricedCase priced, String currency) {
        List<List<Cell>> rows = new ArrayList<>();
        for (PricedLine line : priced.lines()) {
            Review review = line.review();
            if (review != null && review.verdict() != null && review.verdict() != Verdict.ACCEPT) {
                rows.add(List.of(
                        Cell.of(line.name()),
                        Cell.of(verdict(line)),
                        whole(line.stated()),
                        whole(review.amount()),
                        Cell.of(review.reason())));
            }
        }
        return section(
                "roi.doc.review",
                rows,
                text(words.text("roi.doc.line")),
                text(words.text("roi.doc.finance")),
                money(words.text("roi.doc.amount", currency)),
                money(words.text("roi.doc.adjusted", currency)),
                text(words.text("roi.doc.why")));
    }

    Optional<Section> section(String key, List<List<Cell>> rows, Column... columns) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(words.text(key), words.text(key + ".note"), List.of(columns), rows, null));
    }
}
