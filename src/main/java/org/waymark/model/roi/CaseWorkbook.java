package org.waymark.model.roi;

import java.time.Clock;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.springframework.stereotype.Component;
import org.waymark.program.Program;
import org.waymark.web.Dates;

/**
 * The case as a spreadsheet that works: figures and assumptions can be changed, and every sum is a formula over them
 * (dcfts.md 3.4). Its years are fixed; all else recomputes to what Waymark shows.
 */
@Component
class CaseWorkbook {

    private final WorkbookTerms terms;
    private final WorkbookLines lines;
    private final WorkbookFlow flow;
    private final WorkbookSwings swings;
    private final RoiWords words;
    private final Clock clock;

    CaseWorkbook(
            WorkbookTerms terms,
            WorkbookLines lines,
            WorkbookFlow flow,
            WorkbookSwings swings,
            RoiWords words,
            Clock clock) {
        this.terms = terms;
        this.lines = lines;
        this.flow = flow;
        this.swings = swings;
        this.words = words;
        this.clock = clock;
    }

    /** The six sheets of one workbook and the case they are about. */
    record Pages(
            Sheets sheets,
            XSSFSheet front,
            XSSFSheet terms,
            XSSFSheet figures,
            XSSFSheet lines,
            XSSFSheet flow,
            XSSFSheet swings,
            PricedCase priced,
            String currency) {

        int horizon() {
            return priced.sums().assumptions().horizonYears();
        }
    }

    byte[] of(Program program, PricedCase priced) {
        Sheets sheets = new Sheets();
        Pages pages = new Pages(
                sheets,
                sheets.sheet(words.text("roi.sheet.front"), 34, 18, 18, 18, 20, 30),
                sheets.sheet(words.text("roi.sheet.terms"), 46, 14, 22, 60),
                sheets.sheet(words.text("roi.sheet.figures"), 10, 36, 40, 16, 14, 70),
                sheets.sheet(words.text("roi.sheet.lines"), 10, 36, 8, 9, 20, 34, 34, 50),
                sheets.sheet(words.text("roi.sheet.flow"), 44),
                sheets.sheet(words.text("roi.sheet.swings"), 60, 18, 18),
                priced,
                program.currency());
        WorkbookTerms.Places places = terms.write(pages);
        WorkbookLines.Rows rows = lines.write(pages, places);
        flow.write(pages, places, rows.last());
        swings.write(pages, rows);
        sheets.title(pages.front(), 0, program.code() + " · " + program.name());
        sheets.text(
                pages.front(),
                1,
                0,
                words.text(
                        "roi.sheet.recorded",
                        Dates.here().date(LocalDate.now(clock)),
                        words.headline(priced, program.currency())));
        pages.lines().createFreezePane(2, 1);
        pages.flow().createFreezePane(1, 1);
        pages.figures().createFreezePane(0, 1);
        return sheets.bytes();
    }
}
