package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheet of assumptions: what holds for every line, and the capacity check. */
@Component
class WorkbookTerms {

    private static final Formula AGENTS = Formula.of("ceil(weeklyVolume * relevantShare * targetCoverage"
            + " * (1 - automatedShare) * minutesPerReply / 60 / productiveHours)");

    private final RoiWords words;

    WorkbookTerms(RoiWords words) {
        this.words = words;
    }

    /** Where the assumptions stand; {@code agents} is empty while the capacity check is. */
    record Places(
            String rate,
            String contingency,
            List<String> ramp,
            Map<String, String> factors,
            Map<String, String> capacity,
            @Nullable String agents) {}

    Places write(CaseWorkbook.Pages pages) {
        Sheets sheets = pages.sheets();
        XSSFSheet sheet = pages.terms();
        CaseDraft stated = pages.priced().stated();
        Assumptions terms = stated.assumptions();
        sheets.heads(
                sheet,
                0,
                words.text("roi.doc.what"),
                words.text("roi.doc.figure"),
                words.text("roi.doc.unit"),
                words.text("roi.sheet.note"));
        String share = words.text("roi.unit.share");
        row(pages, 1, words.text("roi.doc.horizon"), null, words.text("roi.sheet.years"), "roi.sheet.horizon");
        sheets.kept(sheet, 1, 1, BigDecimal.valueOf(terms.horizonYears()));
        row(pages, 2, words.text("roi.doc.rate"), terms.rate(), share, "roi.sheet.rate");
        row(pages, 3, words.text("roi.doc.contingencyShare"), terms.contingency(), share, "roi.sheet.contingency");
        int at = 4;
        List<String> ramp = new ArrayList<>();
        for (int year = 1; year <= terms.horizonYears(); year++) {
            row(pages, at, words.text("roi.case.ramp", year), terms.ramped().get(year), share, "roi.sheet.ramp");
            ramp.add(Sheets.at(sheet, at++, 1));
        }
        Map<String, String> factors = new HashMap<>();
        for (String name : List.of(Factors.CAUTIOUS, Factors.STRETCH)) {
            Factors scenario = stated.scenario(name);
            String said = words.text("roi.scenario." + name);
            row(pages, at, words.text("roi.case.scenarioBenefits", said), scenario.of(Kind.CASH), "", null);
            factors.put(name + Kind.CASH, Sheets.at(sheet, at++, 1));
            row(pages, at, words.text("roi.case.scenarioCosts", said), scenario.of(Kind.COST), "", null);
            factors.put(name + Kind.COST, Sheets.at(sheet, at++, 1));
        }
        Map<String, String> capacity = new HashMap<>();
        String agents = capacity(pages, at, Pricing.given(stated.capacity()), capacity);
        return new Places(Sheets.at(sheet, 2, 1), Sheets.at(sheet, 3, 1), List.copyOf(ramp), factors, capacity, agents);
    }

    private @Nullable String capacity(
            CaseWorkbook.Pages pages, int from, Map<String, BigDecimal> given, Map<String, String> places) {
        int at = from;
        List<String> names = new ArrayList<>(Capacity.ASKED);
        names.add(Capacity.CURRENT);
        for (String name : names) {
            BigDecimal figure = given.get(name);
            if (figure != null) {
                String unit = Capacity.SHARES.contains(name) ? words.text("roi.unit.share") : "";
                row(pages, at, words.text("roi.capacity." + name), figure, unit, "roi.sheet.capacity");
                places.put(name, Sheets.at(pages.terms(), at++, 1));
            }
        }
        if (Capacity.agents(given).isEmpty()) {
            return null;
        }
        pages.sheets().text(pages.terms(), at, 0, words.text("roi.sheet.agents"));
        UnaryOperator<String> cell = name -> String.valueOf(places.get(name));
        pages.sheets().money(pages.terms(), at, 1, AGENTS.written(cell));
        pages.sheets().text(pages.terms(), at, 3, words.text("roi.sheet.agents.note"));
        return Sheets.at(pages.terms(), at, 1);
    }

    private void row(
            CaseWorkbook.Pages pages,
            int at,
            String label,
            @Nullable BigDecimal figure,
            String unit,
            @Nullable String note) {
        pages.sheets().text(pages.terms(), at, 0, label);
        if (figure != null && unit.equals(words.text("roi.unit.share"))) {
            pages.sheets().share(pages.terms(), at, 1, figure);
        } else {
            pages.sheets().figure(pages.terms(), at, 1, figure);
        }
        pages.sheets().text(pages.terms(), at, 2, unit);
        pages.sheets().text(pages.terms(), at, 3, note == null ? null : words.text(note));
    }
}
