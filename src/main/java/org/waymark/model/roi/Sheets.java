package org.waymark.model.roi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook being filled: figures to change are blue, everything else is worked out; no text can act as a formula. */
final class Sheets {

    private static final int LONGEST = 32_000;
    private static final int NARROW = 14;
    private static final String ACTS = "=+-@\t\r";

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle plain = style(false, false, null);
    private final CellStyle quoted = style(false, false, null);
    private final CellStyle head = style(true, false, null);
    private final CellStyle title = style(true, false, null);
    private final CellStyle figure = style(false, true, "#,##0.00######");
    private final CellStyle money = style(false, false, "#,##0.00");
    private final CellStyle fine = style(false, false, "0.0000");
    private final CellStyle share = style(false, true, "0.00%");
    private final CellStyle weight = style(false, false, "0.00%");

    Sheets() {
        quoted.setQuotePrefixed(true);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        Font large = book.createFont();
        large.setBold(true);
        large.setFontHeightInPoints((short) 15);
        title.setFont(large);
        title.setWrapText(false);
    }

    private CellStyle style(boolean bold, boolean input, @Nullable String format) {
        CellStyle style = book.createCellStyle();
        Font font = book.createFont();
        font.setBold(bold);
        if (input) {
            font.setColor(IndexedColors.BLUE.getIndex());
        }
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (format == null) {
            style.setWrapText(true);
        } else {
            style.setDataFormat(book.createDataFormat().getFormat(format));
        }
        return style;
    }

    /** A sheet with its columns as wide as said; the rest is as wide as a sum needs. */
    XSSFSheet sheet(String name, int... widths) {
        XSSFSheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(name));
        sheet.setDefaultColumnWidth(NARROW);
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
        }
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        return sheet;
    }

    void title(XSSFSheet sheet, int row, String text) {
        put(sheet, row, 0, title).setCellValue(clean(text));
    }

    void heads(XSSFSheet sheet, int row, String... labels) {
        for (int i = 0; i < labels.length; i++) {
            put(sheet, row, i, head).setCellValue(clean(labels[i]));
        }
    }

    /** A column's head that is a number, so that formulas can ask for it. */
    void head(XSSFSheet sheet, int row, int column, int number) {
        put(sheet, row, column, head).setCellValue(number);
    }

    /** Text that begins like a formula is marked as text, for this sheet and for whatever is saved from it. */
    void text(XSSFSheet sheet, int row, int column, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            String clean = clean(text);
            put(sheet, row, column, ACTS.indexOf(clean.charAt(0)) < 0 ? plain : quoted)
                    .setCellValue(clean);
        }
    }

    /** A figure people may change. */
    void figure(XSSFSheet sheet, int row, int column, @Nullable BigDecimal number) {
        Cell cell = put(sheet, row, column, figure);
        if (number != null) {
            cell.setCellValue(number.doubleValue());
        }
    }

    /** A share people may change: the cell holds 0.10 and shows 10 %. */
    void share(XSSFSheet sheet, int row, int column, BigDecimal number) {
        put(sheet, row, column, share).setCellValue(number.doubleValue());
    }

    void weight(XSSFSheet sheet, int row, int column, String formula) {
        put(sheet, row, column, weight).setCellFormula(formula);
    }

    /** A figure kept for comparison, not to be changed. */
    void kept(XSSFSheet sheet, int row, int column, @Nullable BigDecimal number) {
        Cell cell = put(sheet, row, column, money);
        if (number != null) {
            cell.setCellValue(number.doubleValue());
        }
    }

    void money(XSSFSheet sheet, int row, int column, String formula) {
        put(sheet, row, column, money).setCellFormula(formula);
    }

    void fine(XSSFSheet sheet, int row, int column, String formula) {
        put(sheet, row, column, fine).setCellFormula(formula);
    }

    private static Cell put(XSSFSheet sheet, int row, int column, CellStyle style) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = line.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    /** Where a cell is, to be named from any other sheet. */
    static String at(XSSFSheet sheet, int row, int column) {
        return name(sheet) + new CellReference(row, column, true, true).formatAsString();
    }

    static String range(XSSFSheet sheet, int row, int column, int lastRow, int lastColumn) {
        return at(sheet, row, column) + ":" + new CellReference(lastRow, lastColumn, true, true).formatAsString();
    }

    private static String name(XSSFSheet sheet) {
        return "'" + sheet.getSheetName().replace("'", "''") + "'!";
    }

    /** Without what a spreadsheet cannot hold. */
    private static String clean(String text) {
        String visible = text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
        return visible.length() > LONGEST ? visible.substring(0, LONGEST) : visible;
    }

    /** Worked out once, for whoever only looks; a spreadsheet works it out again when it opens it. */
    byte[] bytes() {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.setForceFormulaRecalculation(true);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
