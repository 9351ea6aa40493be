package org.waymark.model.roi;

import static org.waymark.model.roi.RoiLines.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Input;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;

/** The last rows beneath every total: each figure people stated, with its unit and its source. */
@Component
class RoiFigures {

    private final RoiWords words;
    private final RoiLines lines;
    private final Catalogue catalogue;
    private final Pricing pricing;

    RoiFigures(RoiWords words, RoiLines lines, Catalogue catalogue, Pricing pricing) {
        this.words = words;
        this.lines = lines;
        this.catalogue = catalogue;
        this.pricing = pricing;
    }

    Optional<Section> of(PricedCase priced, String currency) {
        List<List<Cell>> rows = new ArrayList<>();
        CaseDraft stated = priced.stated();
        for (PricedLine line : priced.lines()) {
            if (line.benefit()) {
                BenefitLine said = stated.benefits().get(stated.benefitIds().indexOf(line.id()));
                String source = source(said.basis(), said.evidence());
                List<Input> asked = catalogue.benefit(line.template()).inputs();
                rows.addAll(rows(line, asked, said.inputs(), said.inputs(), said.amounts(), source, currency));
            } else {
                CostLine said = stated.costs().get(stated.costIds().indexOf(line.id()));
                String source = source(null, said.evidence());
                List<Input> asked = catalogue.cost(line.template()).inputs();
                Map<String, @Nullable BigDecimal> used = pricing.withCapacity(said, stated);
                rows.addAll(rows(line, asked, used, said.inputs(), said.amounts(), source, currency));
            }
        }
        return lines.section(
                "roi.doc.figures",
                rows,
                text(words.text("roi.doc.line")),
                text(words.text("roi.doc.figure")),
                new Column(words.text("roi.doc.number"), Kind.NUMBER),
                text(words.text("roi.doc.unit")),
                text(words.text("roi.doc.source")));
    }

    /** The formula's figures, or the years where these were stated in the formula's place. */
    private List<List<Cell>> rows(
            PricedLine line,
            List<Input> asked,
            Map<String, @Nullable BigDecimal> used,
            Map<String, @Nullable BigDecimal> typed,
            Map<String, @Nullable BigDecimal> amounts,
            String source,
            String currency) {
        List<List<Cell>> rows = new ArrayList<>();
        Map<String, BigDecimal> years = new TreeMap<>(Pricing.given(amounts));
        for (Map.Entry<String, BigDecimal> year : years.entrySet()) {
            String label = words.text("roi.case.year", year.getKey().substring(1));
            rows.add(row(line, label, year.getValue(), words.unit("currency", currency), source));
        }
        for (Input input : asked) {
            BigDecimal figure = used.get(input.name());
            if (years.isEmpty() && figure != null) {
                String from = typed.get(input.name()) == null ? words.text("roi.doc.source.capacity") : source;
                BigDecimal said = RoiWords.figure(input, figure);
                rows.add(row(line, input.label(), said, words.unit(input.unit(), currency), from));
            }
        }
        return rows;
    }

    private static List<Cell> row(PricedLine line, String label, BigDecimal figure, String unit, String source) {
        return List.of(Cell.of(line.name()), Cell.of(label), Cell.of(figure), Cell.of(unit), Cell.of(source));
    }

    private String source(@Nullable Basis basis, @Nullable String evidence) {
        String said = words.source(basis, evidence);
        return said.isEmpty() ? words.text("roi.doc.source.none") : said;
    }
}
