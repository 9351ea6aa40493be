package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;

/** The agreed case as a document: the sums first, then the rows every sum is made of. */
@Component
class RoiDocument {

    private final RoiWords words;
    private final RoiLines lines;
    private final RoiTerms terms;
    private final RoiOutlook outlook;
    private final RoiFigures figures;

    RoiDocument(RoiWords words, RoiLines lines, RoiTerms terms, RoiOutlook outlook, RoiFigures figures) {
        this.words = words;
        this.lines = lines;
        this.terms = terms;
        this.outlook = outlook;
        this.figures = figures;
    }

    Document of(String program, PricedCase priced, String currency) {
        List<Section> sections = new ArrayList<>();
        if (!priced.lines().isEmpty()) {
            List<String> summed = said("roi.doc.sums");
            List<String> counted = said("roi.doc.benefits", "roi.doc.costs");
            List<String> typed = said("roi.doc.figures", "roi.doc.assumptions");
            sections.add(sums(priced, currency).from(counted));
            sections.add(returns(priced, currency).from(summed));
            sections.add(outlook.cumulative(priced, currency).from(summed));
            sections.add(lines.counted(priced, currency).from(typed));
            lines.leftOut(priced, currency).ifPresent(sections::add);
            sections.add(lines.costs(priced, currency).from(typed));
            figures.of(priced, currency).ifPresent(sections::add);
            outlook.tornado(priced, currency)
                    .map(section -> section.from(said("roi.doc.figures")))
                    .ifPresent(sections::add);
            sections.add(outlook.scenarios(priced, currency).from(said("roi.doc.sums", "roi.doc.assumptions")));
            terms.overlaps(priced).ifPresent(sections::add);
            lines.review(priced, currency).ifPresent(sections::add);
            sections.add(terms.assumptions(priced));
            terms.capacity(priced).ifPresent(sections::add);
        }
        terms.withoutMoney(program).ifPresent(sections::add);
        return new Document(words.headline(priced, currency), sections);
    }

    private List<String> said(String... keys) {
        return Arrays.stream(keys).map(words::text).toList();
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
}
