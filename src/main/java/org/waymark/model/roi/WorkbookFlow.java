package org.waymark.model.roi;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.springframework.stereotype.Component;

/** The money year by year, and on the front sheet what it comes to: net value, return, payback and the scenarios. */
@Component
class WorkbookFlow {

    static final int RESULTS = 5;
    static final int SCENARIOS = 12;

    private static final int DISCOUNT = 1;
    private static final int RAMP = 2;
    private static final int CASH = 3;
    private static final int RISK = 4;
    private static final int ALL = 5;
    private static final int COSTS = 6;
    private static final int NET = 7;
    private static final int NET_CASH = 8;
    private static final int BACK = 9;
    private static final int BACK_CASH = 11;
    private static final int BACK_CAUTIOUS = 13;
    private static final int BACK_STRETCH = 15;

    private final RoiWords words;

    WorkbookFlow(RoiWords words) {
        this.words = words;
    }

    static String discount(CaseWorkbook.Pages pages) {
        return years(pages, DISCOUNT);
    }

    static String ramp(CaseWorkbook.Pages pages) {
        return years(pages, RAMP);
    }

    private static String years(CaseWorkbook.Pages pages, int row) {
        return Sheets.range(pages.flow(), row, 1, row, 1 + pages.horizon());
    }

    private static String at(CaseWorkbook.Pages pages, int row, int year) {
        return Sheets.at(pages.flow(), row, 1 + year);
    }

    private static String present(CaseWorkbook.Pages pages, int row) {
        return Sheets.at(pages.flow(), row, 2 + pages.horizon());
    }

    /** Years 1 to so many, in today's money of one a year. */
    static String running(CaseWorkbook.Pages pages, String runs) {
        String head = Sheets.range(pages.flow(), 0, 1, 0, 1 + pages.horizon());
        return "SUMIFS(" + discount(pages) + "," + head + ",\">=1\"," + head + ",\"<=\"&" + runs + ")";
    }

    void write(CaseWorkbook.Pages pages, WorkbookTerms.Places terms, int lastLine) {
        labels(pages);
        for (int year = 0; year <= pages.horizon(); year++) {
            column(pages, terms, lastLine, year);
        }
        for (int row : List.of(CASH, RISK, ALL, COSTS, NET, NET_CASH)) {
            pages.sheets()
                    .money(
                            pages.flow(),
                            row,
                            2 + pages.horizon(),
                            "SUMPRODUCT(" + years(pages, row) + "," + discount(pages) + ")");
        }
        results(pages);
        scenarios(pages, terms);
    }

    private void labels(CaseWorkbook.Pages pages) {
        Sheets sheets = pages.sheets();
        sheets.heads(pages.flow(), 0, words.text("roi.sheet.year", pages.currency()));
        for (int year = 0; year <= pages.horizon(); year++) {
            sheets.head(pages.flow(), 0, 1 + year, year);
        }
        sheets.text(pages.flow(), 0, 2 + pages.horizon(), words.text("roi.sheet.column.present"));
        List<String> rows = List.of(
                "discount",
                "ramp",
                "cash",
                "risk",
                "all",
                "costs",
                "net",
                "netCash",
                "back",
                "back.months",
                "backCash",
                "back.months",
                "backCautious",
                "back.months",
                "backStretch",
                "back.months");
        for (int row = 0; row < rows.size(); row++) {
            sheets.text(pages.flow(), row + 1, 0, words.text("roi.sheet.flow." + rows.get(row)));
        }
    }

    private void column(CaseWorkbook.Pages pages, WorkbookTerms.Places terms, int lastLine, int year) {
        Sheets sheets = pages.sheets();
        XSSFSheet flow = pages.flow();
        sheets.fine(flow, DISCOUNT, 1 + year, "1/(1+" + terms.rate() + ")^" + year);
        sheets.fine(flow, RAMP, 1 + year, year == 0 ? "0" : terms.ramp().get(year - 1));
        put(pages, CASH, year, ofKind(pages, lastLine, year, Kind.CASH));
        put(pages, RISK, year, ofKind(pages, lastLine, year, Kind.RISK));
        put(pages, ALL, year, at(pages, CASH, year) + "+" + at(pages, RISK, year));
        put(pages, COSTS, year, ofKind(pages, lastLine, year, Kind.COST));
        put(pages, NET, year, at(pages, ALL, year) + "-" + at(pages, COSTS, year));
        put(pages, NET_CASH, year, at(pages, CASH, year) + "-" + at(pages, COSTS, year));
        back(pages, BACK, year, at(pages, NET, year));
        back(pages, BACK_CASH, year, at(pages, NET_CASH, year));
        back(pages, BACK_CAUTIOUS, year, bent(pages, terms, Factors.CAUTIOUS, year));
        back(pages, BACK_STRETCH, year, bent(pages, terms, Factors.STRETCH, year));
    }

    private static void put(CaseWorkbook.Pages pages, int row, int year, String formula) {
        pages.sheets().money(pages.flow(), row, 1 + year, formula);
    }

    private String ofKind(CaseWorkbook.Pages pages, int lastLine, int year, Kind kind) {
        int column = WorkbookLines.FIRST_YEAR + year;
        return "SUMIFS(" + Sheets.range(pages.lines(), 1, column, lastLine, column) + ","
                + Sheets.range(pages.lines(), 1, 2, lastLine, 2) + "," + quoted(words.text("roi.kind." + kind)) + ")";
    }

    private static String bent(CaseWorkbook.Pages pages, WorkbookTerms.Places terms, String scenario, int year) {
        return at(pages, ALL, year) + "*" + terms.factors().get(scenario + Kind.CASH) + "-" + at(pages, COSTS, year)
                + "*" + terms.factors().get(scenario + Kind.COST);
    }

    /** Cumulative money, and under it the month in which it first comes back, straight line inside a year. */
    private static void back(CaseWorkbook.Pages pages, int row, int year, String net) {
        String before = year == 0 ? "0" : at(pages, row, year - 1);
        put(pages, row, year, before + "+" + net);
        if (year > 0) {
            String now = at(pages, row, year);
            put(
                    pages,
                    row + 1,
                    year,
                    "IF(AND(ROUND(" + before + ",6)<0,ROUND(" + now + ",6)>=0),12*(" + (year - 1) + "-" + before + "/("
                            + now + "-" + before + ")),\"\")");
        }
    }

    private String payback(CaseWorkbook.Pages pages, int row) {
        String months = years(pages, row + 1);
        return "IF(ROUND(" + at(pages, row, 0) + ",6)>=0,0,IF(COUNT(" + months + ")=0,"
                + quoted(words.text("roi.notWithinHorizon")) + ",MIN(" + months + ")))";
    }

    private String percent(String npv, String costs) {
        return "IF(" + costs + ">0," + npv + "/" + costs + "*100," + quoted(words.text("roi.unknown")) + ")";
    }

    private void results(CaseWorkbook.Pages pages) {
        Sheets sheets = pages.sheets();
        XSSFSheet front = pages.front();
        String all = present(pages, ALL);
        String cash = present(pages, CASH);
        String costs = present(pages, COSTS);
        sheets.money(
                front,
                2,
                0,
                "IF(ROUND(" + present(pages, NET) + ",2)<0," + quoted(words.text("roi.sheet.no")) + ","
                        + quoted(words.text("roi.sheet.yes")) + ")");
        sheets.heads(
                front,
                4,
                words.text("roi.doc.what"),
                words.text("roi.doc.allLines"),
                words.text("roi.doc.cashOnly"),
                words.text("roi.sheet.riskOnly"),
                words.text("roi.doc.unit"),
                words.text("roi.sheet.from"));
        result(pages, 0, "roi.doc.presentBenefits", pages.currency(), all, cash, present(pages, RISK));
        result(pages, 1, "roi.doc.presentCosts", pages.currency(), costs, costs);
        result(pages, 2, "roi.doc.npv", pages.currency(), present(pages, NET), present(pages, NET_CASH));
        result(
                pages,
                3,
                "roi.doc.roi",
                "%",
                percent(present(pages, NET), costs),
                percent(present(pages, NET_CASH), costs));
        result(
                pages,
                4,
                "roi.doc.payback",
                words.text("roi.unit.months"),
                payback(pages, BACK),
                payback(pages, BACK_CASH));
    }

    private void result(CaseWorkbook.Pages pages, int at, String label, String unit, String... formulas) {
        int row = RESULTS + at;
        pages.sheets().text(pages.front(), row, 0, words.text(label));
        for (int i = 0; i < formulas.length; i++) {
            pages.sheets().money(pages.front(), row, 1 + i, formulas[i]);
        }
        pages.sheets().text(pages.front(), row, 4, unit);
        pages.sheets().text(pages.front(), row, 5, pages.flow().getSheetName());
    }

    private void scenarios(CaseWorkbook.Pages pages, WorkbookTerms.Places terms) {
        Sheets sheets = pages.sheets();
        XSSFSheet front = pages.front();
        sheets.heads(
                front,
                SCENARIOS - 1,
                words.text("roi.doc.scenarios"),
                words.text("roi.doc.npvIn", pages.currency()),
                words.text("roi.doc.roi") + " (%)",
                words.text("roi.doc.payback") + " (" + words.text("roi.unit.months") + ")");
        scenario(pages, 0, Factors.CAUTIOUS, terms, BACK_CAUTIOUS);
        scenario(pages, 1, "expected", terms, BACK);
        scenario(pages, 2, Factors.STRETCH, terms, BACK_STRETCH);
    }

    private void scenario(CaseWorkbook.Pages pages, int at, String name, WorkbookTerms.Places terms, int back) {
        int row = SCENARIOS + at;
        String benefits = terms.factors().getOrDefault(name + Kind.CASH, "1");
        String costs = terms.factors().getOrDefault(name + Kind.COST, "1");
        String spent = "(" + present(pages, COSTS) + "*" + costs + ")";
        String npv = "(" + present(pages, ALL) + "*" + benefits + "-" + spent + ")";
        pages.sheets().text(pages.front(), row, 0, words.text("roi.scenario." + name));
        pages.sheets().money(pages.front(), row, 1, npv);
        pages.sheets().money(pages.front(), row, 2, percent(npv, spent));
        pages.sheets().money(pages.front(), row, 3, payback(pages, back));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
