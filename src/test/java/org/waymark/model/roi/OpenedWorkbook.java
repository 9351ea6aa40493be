package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A downloaded workbook as a spreadsheet program sees it: opened from its bytes and worked out anew. */
final class OpenedWorkbook {

    private static final double CENT = 0.01;

    final XSSFWorkbook book;
    private final FormulaEvaluator evaluator;

    OpenedWorkbook(byte[] bytes) {
        try {
            book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        evaluator = book.getCreationHelper().createFormulaEvaluator();
    }

    void change(Cell cell, double figure) {
        cell.setCellValue(figure);
        evaluator.clearAllCachedResultValues();
    }

    Cell figure(String line, String label) {
        for (Row row : book.getSheet("Figures")) {
            if (line.equals(row.getCell(0).getStringCellValue())
                    && label.equals(row.getCell(2).getStringCellValue())) {
                return row.getCell(3);
            }
        }
        throw new AssertionError("no figure " + label + " of " + line);
    }

    /** Everything the engine says of this case, found again to the cent. */
    void says(PricedCase priced) {
        noErrors();
        Sheet front = book.getSheet("Case");
        int from = WorkbookFlow.RESULTS;
        Appraisal all = priced.sums().all();
        Appraisal cash = priced.sums().cash();
        money(front, from, 1, all.presentBenefits());
        money(front, from, 2, cash.presentBenefits());
        money(front, from, 3, priced.sums().risk().presentBenefits());
        money(front, from + 1, 1, all.presentCosts());
        money(front, from + 1, 2, cash.presentCosts());
        money(front, from + 2, 1, all.npv());
        money(front, from + 2, 2, cash.npv());
        maybe(front, from + 3, 1, all.roiPercent());
        maybe(front, from + 3, 2, cash.roiPercent());
        maybe(front, from + 4, 1, all.paybackMonths());
        maybe(front, from + 4, 2, cash.paybackMonths());
        int row = WorkbookFlow.SCENARIOS;
        for (String name : new String[] {Factors.CAUTIOUS, "expected", Factors.STRETCH}) {
            Appraisal scenario = priced.scenario(name);
            money(front, row, 1, scenario.npv());
            maybe(front, row, 2, scenario.roiPercent());
            maybe(front, row, 3, scenario.paybackMonths());
            row++;
        }
        years(priced);
    }

    private void years(PricedCase priced) {
        Sheet lines = book.getSheet("Lines");
        Sheet flow = book.getSheet("Cash flow");
        int horizon = priced.sums().assumptions().horizonYears();
        int row = 1;
        for (PricedLine line : priced.lines()) {
            assertThat(lines.getRow(row).getCell(0).getStringCellValue()).isEqualTo(line.id());
            for (int year = 0; year <= horizon; year++) {
                Line money = line.line();
                money(
                        lines,
                        row,
                        WorkbookLines.FIRST_YEAR + year,
                        line.counted() && money != null ? money.in(year) : BigDecimal.ZERO);
            }
            row++;
        }
        for (int year = 0; year <= horizon; year++) {
            money(flow, 5, 1 + year, priced.sums().all().benefits().get(year));
            money(flow, 6, 1 + year, priced.sums().all().costs().get(year));
            money(flow, 9, 1 + year, priced.sums().all().cumulative().get(year));
            money(flow, 11, 1 + year, priced.sums().cash().cumulative().get(year));
        }
    }

    private void noErrors() {
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        assertThat(value(cell).getCellType())
                                .as(sheet.getSheetName() + " " + cell.getAddress() + " " + cell.getCellFormula())
                                .isNotEqualTo(CellType.ERROR);
                    }
                }
            }
        }
    }

    CellValue value(Cell cell) {
        return evaluator.evaluate(cell);
    }

    double number(Sheet sheet, int row, int column) {
        return value(sheet.getRow(row).getCell(column)).getNumberValue();
    }

    private void money(Sheet sheet, int row, int column, BigDecimal engine) {
        // a spreadsheet knows fifteen digits; a cent is asked for as far as they reach
        double near = Math.max(CENT, engine.abs().doubleValue() * 1e-12);
        assertThat(number(sheet, row, column))
                .as(sheet.getSheetName() + " row " + row + " column " + column)
                .isCloseTo(engine.doubleValue(), org.assertj.core.data.Offset.offset(near));
    }

    private void maybe(Sheet sheet, int row, int column, Optional<BigDecimal> engine) {
        if (engine.isPresent()) {
            money(sheet, row, column, engine.get());
        } else {
            assertThat(value(sheet.getRow(row).getCell(column)).getCellType()).isEqualTo(CellType.STRING);
        }
    }
}
