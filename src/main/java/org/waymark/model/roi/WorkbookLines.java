package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.springframework.stereotype.Component;

/** The sheet of every line, worked out year by year from the figures people stated. */
@Component
class WorkbookLines {

    static final int COUNTED = 3;
    static final int AMOUNT = 8;
    static final int FINANCE = 9;
    static final int WEIGHT = 10;
    static final int RUNS = 11;
    static final int FIRST_YEAR = 12;

    private final RoiWords words;
    private final WorkbookFigures figures;

    WorkbookLines(RoiWords words, WorkbookFigures figures) {
        this.words = words;
        this.figures = figures;
    }

    /** One line's row and the cells its figures stand in. */
    record Placed(PricedLine line, int row, String expression, Map<String, String> cells) {}

    /** All lines in their rows. */
    record Rows(List<Placed> placed) {

        int last() {
            return Math.max(1, placed.size());
        }
    }

    Rows write(CaseWorkbook.Pages pages, WorkbookTerms.Places terms) {
        heads(pages);
        List<Placed> placed = new ArrayList<>();
        int figure = 1;
        for (PricedLine line : pages.priced().lines()) {
            WorkbookFigures.Stated stated = figures.stated(line, pages);
            Map<String, String> cells = new HashMap<>();
            figure = figures.write(pages, terms, line, stated, figure, cells);
            Placed one = new Placed(line, placed.size() + 1, stated.expression(), cells);
            line(pages, terms, one, stated);
            placed.add(one);
        }
        return new Rows(List.copyOf(placed));
    }

    private void heads(CaseWorkbook.Pages pages) {
        Sheets sheets = pages.sheets();
        sheets.heads(pages.figures(), 0, say("id", "line", "figure", "number", "unit", "source"));
        sheets.heads(
                pages.lines(),
                0,
                say(
                        "id",
                        "line",
                        "kind",
                        "counted",
                        "owner",
                        "baseline",
                        "source",
                        "formula",
                        "amount",
                        "finance",
                        "weight",
                        "runs"));
        for (int year = 0; year <= pages.horizon(); year++) {
            sheets.head(pages.lines(), 0, FIRST_YEAR + year, year);
        }
        String[] rest = say("present", "why");
        sheets.text(pages.lines(), 0, FIRST_YEAR + pages.horizon() + 1, rest[0]);
        sheets.text(pages.lines(), 0, FIRST_YEAR + pages.horizon() + 2, rest[1]);
    }

    private String[] say(String... columns) {
        String[] said = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            said[i] = words.text("roi.sheet.column." + columns[i]);
        }
        return said;
    }

    private void line(CaseWorkbook.Pages pages, WorkbookTerms.Places terms, Placed one, WorkbookFigures.Stated stated) {
        Sheets sheets = pages.sheets();
        XSSFSheet sheet = pages.lines();
        PricedLine line = one.line();
        int row = one.row();
        sheets.text(sheet, row, 0, line.id());
        sheets.text(sheet, row, 1, line.name());
        sheets.text(sheet, row, 2, words.text("roi.kind." + line.kind()));
        sheets.figure(sheet, row, COUNTED, line.counted() ? BigDecimal.ONE : BigDecimal.ZERO);
        sheets.text(sheet, row, 4, stated.owner());
        sheets.text(sheet, row, 5, stated.baseline());
        sheets.text(sheet, row, 6, stated.source());
        sheets.text(sheet, row, 7, stated.formula());
        boolean adjusted = line.review() != null && line.review().verdict() == Verdict.ADJUST;
        Map<String, BigDecimal> years = Pricing.given(stated.amounts());
        if (!years.isEmpty()) {
            String cells = String.join(
                    ",", years.keySet().stream().map(one.cells()::get).toList());
            sheets.money(sheet, row, AMOUNT, "MAX(" + cells + ")");
        } else if (line.stated() != null) {
            sheets.money(sheet, row, AMOUNT, Formula.of(one.expression()).written(one.cells()::get));
        }
        sheets.figure(
                sheet,
                row,
                FINANCE,
                adjusted && line.review() != null ? line.review().amount() : null);
        if (line.benefit()) {
            sheets.share(
                    sheet,
                    row,
                    WEIGHT,
                    line.line() == null ? BigDecimal.ZERO : line.line().weight());
        } else {
            sheets.weight(sheet, row, WEIGHT, "1+" + terms.contingency());
            sheets.figure(sheet, row, RUNS, runs(stated, pages.horizon()));
        }
        boolean byYear = !years.isEmpty()
                && !(adjusted && line.review() != null && line.review().amount() != null);
        for (int year = 0; year <= pages.horizon(); year++) {
            sheets.money(
                    sheet, row, FIRST_YEAR + year, byYear ? stated(pages, one, year) : share(pages, terms, one, year));
        }
        int last = FIRST_YEAR + pages.horizon();
        sheets.money(
                sheet,
                row,
                last + 1,
                "SUMPRODUCT(" + Sheets.range(sheet, row, FIRST_YEAR, row, last) + "," + WorkbookFlow.discount(pages)
                        + ")");
        sheets.text(sheet, row, last + 2, words.text("roi.state." + line.state()));
    }

    /** 0 = once, at the start; otherwise the years it runs. */
    private static BigDecimal runs(WorkbookFigures.Stated stated, int horizon) {
        Integer years = stated.years();
        return BigDecimal.valueOf(
                switch (stated.costKind()) {
                    case "recurring" -> years == null ? horizon : years;
                    case "temporary" -> years == null ? 1 : years;
                    default -> 0;
                });
    }

    private static String stated(CaseWorkbook.Pages pages, Placed one, int year) {
        String cell = one.cells().get("y" + year);
        return cell == null ? "0" : weighed(pages, one, cell);
    }

    private static String weighed(CaseWorkbook.Pages pages, Placed one, String amount) {
        return Sheets.at(pages.lines(), one.row(), COUNTED) + "*" + amount + "*"
                + Sheets.at(pages.lines(), one.row(), WEIGHT);
    }

    private static String share(CaseWorkbook.Pages pages, WorkbookTerms.Places terms, Placed one, int year) {
        String finance = Sheets.at(pages.lines(), one.row(), FINANCE);
        String amount =
                "IF(ISNUMBER(" + finance + ")," + finance + "," + Sheets.at(pages.lines(), one.row(), AMOUNT) + ")";
        if (one.line().benefit()) {
            return year == 0
                    ? "0"
                    : weighed(pages, one, amount) + "*" + terms.ramp().get(year - 1);
        }
        String runs = Sheets.at(pages.lines(), one.row(), RUNS);
        String falls = year == 0 ? runs + "=0" : year + "<=" + runs;
        return "IF(" + falls + "," + weighed(pages, one, amount) + ",0)";
    }
}
