package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Input;

/** The sheet of every figure people stated, each with its unit and its source. */
@Component
class WorkbookFigures {

    private final RoiWords words;
    private final RoiCards cards;
    private final Catalogue catalogue;
    private final Pricing pricing;

    WorkbookFigures(RoiWords words, RoiCards cards, Catalogue catalogue, Pricing pricing) {
        this.words = words;
        this.cards = cards;
        this.catalogue = catalogue;
        this.pricing = pricing;
    }

    /** A line as it was stated, whichever side it is on. */
    record Stated(
            List<Input> asked,
            String expression,
            String formula,
            String costKind,
            Map<String, @Nullable BigDecimal> inputs,
            Map<String, @Nullable BigDecimal> amounts,
            @Nullable Integer years,
            @Nullable String owner,
            @Nullable String baseline,
            String source) {}

    Stated stated(PricedLine line, CaseWorkbook.Pages pages) {
        return line.benefit() ? benefit(line, pages) : cost(line, pages);
    }

    private Stated benefit(PricedLine line, CaseWorkbook.Pages pages) {
        CaseDraft draft = pages.priced().stated();
        BenefitLine said = draft.benefits().get(draft.benefitIds().indexOf(line.id()));
        var template = catalogue.benefit(line.template());
        return new Stated(
                template.inputs(),
                template.expression(),
                template.formula(),
                "",
                said.inputs(),
                said.amounts(),
                null,
                cards.nameOf(said.owner()),
                said.baseline(),
                words.source(said.basis(), said.evidence()));
    }

    private Stated cost(PricedLine line, CaseWorkbook.Pages pages) {
        CaseDraft draft = pages.priced().stated();
        CostLine said = draft.costs().get(draft.costIds().indexOf(line.id()));
        var template = catalogue.cost(line.template());
        return new Stated(
                template.inputs(),
                template.expression(),
                template.formula(),
                template.kind(),
                pricing.withCapacity(said, draft),
                said.amounts(),
                said.years(),
                null,
                null,
                words.source(null, said.evidence()));
    }

    int write(
            CaseWorkbook.Pages pages,
            WorkbookTerms.Places terms,
            PricedLine line,
            Stated stated,
            int from,
            Map<String, String> cells) {
        int row = from;
        for (Input input : stated.asked()) {
            BigDecimal given = stated.inputs().get(input.name());
            if (given != null) {
                String unit = words.unit(input.unit(), pages.currency());
                figure(pages, row, line, input.label(), given, input.ofOne(), unit, stated.source());
                taken(pages, terms, line, input.name(), row);
                cells.put(input.name(), Sheets.at(pages.figures(), row++, 3));
            }
        }
        Map<String, BigDecimal> years = new TreeMap<>(Pricing.given(stated.amounts()));
        for (Map.Entry<String, BigDecimal> year : years.entrySet()) {
            String label = words.text("roi.case.year", year.getKey().substring(1));
            figure(pages, row, line, label, year.getValue(), false, pages.currency(), stated.source());
            cells.put(year.getKey(), Sheets.at(pages.figures(), row++, 3));
        }
        return row;
    }

    private static void figure(
            CaseWorkbook.Pages pages,
            int row,
            PricedLine line,
            String label,
            BigDecimal number,
            boolean share,
            String unit,
            String source) {
        Sheets sheets = pages.sheets();
        sheets.text(pages.figures(), row, 0, line.id());
        sheets.text(pages.figures(), row, 1, line.name());
        sheets.text(pages.figures(), row, 2, label);
        if (share) {
            sheets.share(pages.figures(), row, 3, number);
        } else {
            sheets.figure(pages.figures(), row, 3, number);
        }
        sheets.text(pages.figures(), row, 4, unit);
        sheets.text(pages.figures(), row, 5, source);
    }

    /** The front line takes its head counts from the capacity check where none are typed; so does its sheet. */
    private void taken(CaseWorkbook.Pages pages, WorkbookTerms.Places terms, PricedLine line, String name, int row) {
        if (!Pricing.FRONT_LINE.equals(line.template())) {
            return;
        }
        CaseDraft draft = pages.priced().stated();
        CostLine said = draft.costs().get(draft.costIds().indexOf(line.id()));
        String from = "requiredAgents".equals(name)
                ? terms.agents()
                : terms.capacity().get(name);
        if (said.inputs().get(name) == null && from != null) {
            pages.sheets().money(pages.figures(), row, 3, from);
            pages.sheets().text(pages.figures(), row, 5, words.text("roi.sheet.capacity"));
        }
    }
}
