package org.waymark.model.roi;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The sheet of what the case hangs on: how far the net value moves when one figure is ten percent off. */
@Component
class WorkbookSwings {

    static final int MOST = 5;

    private final RoiWords words;
    private final Sensitivity sensitivity;

    WorkbookSwings(RoiWords words, Sensitivity sensitivity) {
        this.words = words;
        this.sensitivity = sensitivity;
    }

    void write(CaseWorkbook.Pages pages, WorkbookLines.Rows rows) {
        Sheets sheets = pages.sheets();
        sheets.heads(
                pages.swings(),
                0,
                words.text("roi.doc.input"),
                words.text("roi.doc.less", pages.currency()),
                words.text("roi.doc.more", pages.currency()));
        List<Sensitivity.Swing> swings = sensitivity.widest(pages.priced(), MOST);
        for (int i = 0; i < swings.size(); i++) {
            Sensitivity.Swing swing = swings.get(i);
            WorkbookLines.Placed line = rows.placed().stream()
                    .filter(one -> one.line().id().equals(swing.line()))
                    .findFirst()
                    .orElseThrow();
            sheets.text(
                    pages.swings(),
                    i + 1,
                    0,
                    words.text("roi.doc.inputOf", swing.input(), line.line().name()));
            sheets.money(pages.swings(), i + 1, 1, moved(pages, line, swing.name(), "0.9"));
            sheets.money(pages.swings(), i + 1, 2, moved(pages, line, swing.name(), "1.1"));
        }
    }

    private static String moved(CaseWorkbook.Pages pages, WorkbookLines.Placed line, String input, String factor) {
        Map<String, String> cells = line.cells();
        Formula formula = Formula.of(line.expression());
        String other = formula.written(
                name -> name.equals(input) ? "(" + cells.get(name) + "*" + factor + ")" : cells.get(name));
        String stated = formula.written(cells::get);
        String runs = Sheets.at(pages.lines(), line.row(), WorkbookLines.RUNS);
        String present = line.line().benefit()
                ? "SUMPRODUCT(" + WorkbookFlow.ramp(pages) + "," + WorkbookFlow.discount(pages) + ")"
                : "(0-IF(" + runs + "=0,1," + WorkbookFlow.running(pages, runs) + "))";
        return "(" + other + "-" + stated + ")*" + Sheets.at(pages.lines(), line.row(), WorkbookLines.WEIGHT) + "*"
                + present;
    }
}
