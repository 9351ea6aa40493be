package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Document.Series;

/** The agreed case as a document: the sums first, then the rows every sum is made of. */
@Component
class RoiDocument {

    private static final int MOST_SENSITIVE = 5;

    private final RoiWords words;
    private final RoiLines lines;
    private final Sensitivity sensitivity;

    RoiDocument(RoiWords words, RoiLines lines, Sensitivity sensitivity) {
        this.words = words;
        this.lines = lines;
        this.sensitivity = sensitivity;
    }

    Document of(String program, PricedCase priced, String currency) {
        List<Section> sections = new ArrayList<>();
        if (!priced.lines().isEmpty()) {
            sections.add(sums(priced, currency));
            sections.add(returns(priced, currency));
            sections.add(cumulative(priced, currency));
            sections.add(lines.counted(priced, currency));
            lines.leftOut(priced, currency).ifPresent(sections::add);
            sections.add(lines.costs(priced, currency));
            tornado(priced, currency, sections);
            sections.add(scenarios(priced, currency));
            lines.overlaps(priced).ifPresent(sections::add);
            lines.review(priced, currency).ifPresent(sections::add);
            sections.add(lines.assumptions(priced));
            lines.capacity(priced).ifPresent(sections::add);
        }
        lines.withoutMoney(program).ifPresent(sections::add);
        return new Document(words.headline(priced, currency), sections);
    }

    /** Year by year and in today's money: everything, cash alone, risk apart. */
    private Section sums(PricedCase priced, String currency) {
        Appraisal all = priced.sums().all();
        Appraisal cash = priced.sums().cash();
        Appraisal risk = priced.sums().risk();
        List<List<Cell>> rows = new ArrayList<>();
        int horizon = priced.sums().assumptions().horizonYears();
        for (int year = 1; year <= horizon; year++) {
            int at = year;
            rows.add(row(
                    words.text("roi.doc.benefitsIn", year),
                    all,
                    cash,
                    risk,
                    a -> a.benefits().get(at)));
        }
        for (int year = 0; year <= horizon; year++) {
            int at = year;
            String label = year == 0 ? words.text("roi.doc.outlay") : words.text("roi.doc.costsIn", year);
            rows.add(row(label, all, cash, null, a -> a.costs().get(at)));
        }
        rows.add(row(words.text("roi.doc.presentBenefits"), all, cash, risk, Appraisal::presentBenefits));
        rows.add(row(words.text("roi.doc.presentCosts"), all, cash, null, Appraisal::presentCosts));
        rows.add(row(words.text("roi.doc.npv"), all, cash, null, Appraisal::npv));
        return new Section(
                words.text("roi.doc.sums"),
                words.text("roi.doc.sums.note"),
                List.of(
                        new Column(words.text("roi.doc.what"), Kind.TEXT),
                        new Column(words.text("roi.doc.all", currency), Kind.MONEY),
                        new Column(words.text("roi.doc.cash", currency), Kind.MONEY),
                        new Column(words.text("roi.doc.risk", currency), Kind.MONEY)),
                rows,
                null);
    }

    private static List<Cell> row(
            String label,
            Appraisal all,
            Appraisal cash,
            @Nullable Appraisal risk,
            Function<Appraisal, BigDecimal> figure) {
        return List.of(
                Cell.of(label),
                RoiLines.whole(figure.apply(all)),
                RoiLines.whole(figure.apply(cash)),
                risk == null ? Cell.none() : RoiLines.whole(figure.apply(risk)));
    }

    private Section returns(PricedCase priced, String currency) {
        Appraisal all = priced.sums().all();
        Appraisal cash = priced.sums().cash();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                Cell.of(words.text("roi.doc.roi")),
                Cell.of(words.percent(all.roiPercent())),
                Cell.of(words.percent(cash.roiPercent()))));
        rows.add(List.of(
                Cell.of(words.text("roi.doc.payback")),
                Cell.of(words.months(all.paybackMonths())),
                Cell.of(words.months(cash.paybackMonths()))));
        String note = priced.sums()
                .weakest()
                .map(line -> words.text(
                        "roi.doc.weakest",
                        words.percent(priced.sums().weakestShare()),
                        priced.name(line.id()),
                        words.share(line.weight()),
                        words.money(priced.sums().without(line.id()).all().npv(), currency)))
                .orElse(null);
        return new Section(
                words.text("roi.doc.returns"),
                note,
                List.of(
                        new Column(words.text("roi.doc.what"), Kind.TEXT),
                        new Column(words.text("roi.doc.allLines"), Kind.TEXT),
                        new Column(words.text("roi.doc.cashOnly"), Kind.TEXT)),
                rows,
                null);
    }

    private Section cumulative(PricedCase priced, String currency) {
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

    private static List<@Nullable BigDecimal> rounded(List<BigDecimal> points) {
        List<@Nullable BigDecimal> rounded = new ArrayList<>();
        points.forEach(point -> rounded.add(RoiLines.unit(point)));
        return rounded;
    }

    private void tornado(PricedCase priced, String currency, List<Section> sections) {
        List<Sensitivity.Swing> swings = sensitivity.widest(priced, MOST_SENSITIVE);
        if (swings.isEmpty()) {
            return;
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
        sections.add(new Section(
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

    private Section scenarios(PricedCase priced, String currency) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String name : List.of(Factors.CAUTIOUS, "expected", Factors.STRETCH)) {
            Appraisal appraisal = priced.scenario(name);
            Factors factors = priced.stated().scenario(name);
            rows.add(List.of(
                    Cell.of(words.text("roi.scenario." + name)),
                    Cell.of(words.share(factors.of(org.waymark.model.roi.Kind.CASH))),
                    Cell.of(words.share(factors.of(org.waymark.model.roi.Kind.COST))),
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
}
