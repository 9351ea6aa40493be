package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Document.Series;

/** Where the money goes over the years, and how far it can swing. */
@Component
class RoiOutlook {

    private static final int MOST_SENSITIVE = 5;

    private final RoiWords words;
    private final Sensitivity sensitivity;

    RoiOutlook(RoiWords words, Sensitivity sensitivity) {
        this.words = words;
        this.sensitivity = sensitivity;
    }

    Section cumulative(PricedCase priced, String currency) {
        List<BigDecimal> all = priced.sums().all().cumulative();
        List<BigDecimal> cash = priced.sums().cash().cumulative();
        List<String> years = IntStream.range(0, all.size())
                .mapToObj(year -> year == 0 ? words.text("roi.doc.start") : words.text("roi.doc.year", year))
                .toList();
        List<List<Cell>> rows = IntStream.range(0, all.size())
                .mapToObj(year -> List.of(
                        Cell.of(years.get(year)), RoiLines.whole(all.get(year)), RoiLines.whole(cash.get(year))))
                .toList();
        return new Section(
                words.text("roi.doc.cumulative"),
                words.text("roi.doc.cumulative.note"),
                List.of(
                        new Column(words.text("roi.doc.when"), Kind.TEXT),
                        new Column(words.text("roi.doc.all", currency), Kind.MONEY),
                        new Column(words.text("roi.doc.cash", currency), Kind.MONEY)),
                rows,
                new Chart(
                        "line",
                        years,
                        List.of(
                                new Series(words.text("roi.doc.allLines"), rounded(all)),
                                new Series(words.text("roi.doc.cashOnly"), rounded(cash)))));
    }

    Optional<Section> tornado(PricedCase priced, String currency) {
        List<Sensitivity.Swing> swings = sensitivity.widest(priced, MOST_SENSITIVE);
        if (swings.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = swings.stream()
                .map(swing -> words.text("roi.doc.inputOf", swing.input(), priced.name(swing.line())))
                .toList();
        List<List<Cell>> rows = IntStream.range(0, swings.size())
                .mapToObj(i -> List.of(
                        Cell.of(names.get(i)),
                        RoiLines.whole(swings.get(i).less()),
                        RoiLines.whole(swings.get(i).more())))
                .toList();
        return Optional.of(new Section(
                words.text("roi.doc.tornado"),
                words.text("roi.doc.tornado.note"),
                List.of(
                        new Column(words.text("roi.doc.input"), Kind.TEXT),
                        new Column(words.text("roi.doc.less", currency), Kind.MONEY),
                        new Column(words.text("roi.doc.more", currency), Kind.MONEY)),
                rows,
                new Chart(
                        "bar",
                        names,
                        List.of(
                                new Series(
                                        words.text("roi.doc.tenLess"),
                                        rounded(swings.stream()
                                                .map(Sensitivity.Swing::less)
                                                .toList())),
                                new Series(
                                        words.text("roi.doc.tenMore"),
                                        rounded(swings.stream()
                                                .map(Sensitivity.Swing::more)
                                                .toList()))))));
    }

    Section scenarios(PricedCase priced, String currency) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String name : List.of(Factors.CAUTIOUS, "expected", Factors.STRETCH)) {
            Appraisal appraisal = priced.scenario(name);
            Factors factors = priced.stated().scenario(name);
            rows.add(List.of(
                    Cell.of(words.text("roi.scenario." + name)),
                    Cell.of(words.factor(factors.of(org.waymark.model.roi.Kind.CASH))),
                    Cell.of(words.factor(factors.of(org.waymark.model.roi.Kind.COST))),
                    RoiLines.whole(appraisal.npv()),
                    Cell.of(words.percent(appraisal.roiPercent())),
                    Cell.of(words.months(appraisal.paybackMonths()))));
        }
        return new Section(
                words.text("roi.doc.scenarios"),
                null,
                List.of(
                        new Column(words.text("roi.doc.scenario"), Kind.TEXT),
                        new Column(words.text("roi.doc.benefitsTimes"), Kind.TEXT),
                        new Column(words.text("roi.doc.costsTimes"), Kind.TEXT),
                        new Column(words.text("roi.doc.npvIn", currency), Kind.MONEY),
                        new Column(words.text("roi.doc.roi"), Kind.TEXT),
                        new Column(words.text("roi.doc.payback"), Kind.TEXT)),
                rows,
                null);
    }

    private static List<@Nullable BigDecimal> rounded(List<BigDecimal> points) {
        List<@Nullable BigDecimal> rounded = new ArrayList<>();
        points.forEach(point -> rounded.add(RoiLines.unit(point)));
        return rounded;
    }
}
