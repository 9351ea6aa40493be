package org.waymark.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document;
import org.waymark.web.Texts;

/** The blueprint as a workbook: one sheet a stage, figures as numbers, with the percentages as percentages. */
@Component
class BlueprintWorkbook {

    private final Texts texts;

    BlueprintWorkbook(Texts texts) {
        this.texts = texts;
    }

    byte[] of(Blueprint blueprint) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Look look = new Look(book);
            summary(book, blueprint, look);
            for (Blueprint.Chapter chapter : blueprint.chapters()) {
                if (chapter.document() != null) {
                    sheet(book, chapter, chapter.document(), look);
                }
            }
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void summary(XSSFWorkbook book, Blueprint blueprint, Look look) {
        Sheet sheet = book.createSheet(blueprint.program().code());
        write(sheet.createRow(0), 0, blueprint.program().name(), look.title());
        write(sheet.createRow(1), 0, blueprint.program().purpose(), look.words());
        heads(sheet.createRow(3), look, List.of(texts.of("report.gate"), texts.of("report.standing")));
        int at = 4;
        for (Blueprint.Chapter chapter : blueprint.chapters()) {
            Row row = sheet.createRow(at++);
            write(row, 0, chapter.title(), look.words());
            write(row, 1, chapter.standing(), look.words());
        }
        heads(
                sheet.createRow(++at),
                look,
                List.of(
                        texts.of("report.gate"),
                        texts.of("report.decision"),
                        texts.of("report.on"),
                        texts.of("report.by"),
                        texts.of("report.reason")));
        for (Blueprint.Decided one : blueprint.decisions()) {
            Row row = sheet.createRow(++at);
            write(row, 0, one.stage(), look.words());
            write(row, 1, one.decision(), look.words());
            Cell on = row.createCell(2);
            on.setCellValue(one.on());
            on.setCellStyle(look.date());
            write(row, 3, one.by(), look.words());
            write(row, 4, one.reason() == null ? "" : one.reason(), look.words());
        }
        widen(sheet, 5);
    }

    private static void sheet(XSSFWorkbook book, Blueprint.Chapter chapter, Document document, Look look) {
        Sheet sheet =
                book.createSheet(WorkbookUtil.createSafeSheetName(chapter.position() + " " + chapter.title(), '-'));
        write(sheet.createRow(0), 0, document.headline(), look.title());
        int at = 2;
        int widest = 1;
        for (Document.Section section : document.sections()) {
            write(sheet.createRow(at++), 0, section.heading(), look.title());
            if (section.note() != null) {
                write(sheet.createRow(at++), 0, section.note(), look.words());
            }
            if (section.rows().isEmpty() && section.chart() != null) {
                at = chart(sheet, at, section.heading(), section.chart(), look);
            }
            if (!section.rows().isEmpty()) {
                heads(
                        sheet.createRow(at++),
                        look,
                        section.columns().stream().map(Document.Column::label).toList());
                widest = Math.max(widest, section.columns().size());
                for (List<Document.Cell> cells : section.rows()) {
                    Row row = sheet.createRow(at++);
                    for (int column = 0; column < cells.size(); column++) {
                        figure(
                                row,
                                column,
                                cells.get(column),
                                section.columns().get(column).kind(),
                                look);
                    }
                }
            }
            at++;
        }
        widen(sheet, widest);
    }

    private static int chart(Sheet sheet, int from, String heading, Document.Chart chart, Look look) {
        int at = from;
        Row head = sheet.createRow(at++);
        write(head, 0, heading, look.head());
        for (int one = 0; one < chart.series().size(); one++) {
            write(head, one + 1, chart.series().get(one).name(), look.head());
        }
        for (int point = 0; point < chart.categories().size(); point++) {
            Row row = sheet.createRow(at++);
            write(row, 0, chart.categories().get(point), look.words());
            for (int one = 0; one < chart.series().size(); one++) {
                var figure = chart.series().get(one).points().get(point);
                if (figure != null) {
                    row.createCell(one + 1).setCellValue(figure.doubleValue());
                }
            }
        }
        return at;
    }

    private static void figure(Row row, int column, Document.Cell cell, Document.Kind kind, Look look) {
        if (cell.number() == null) {
            write(row, column, cell.text() == null ? "" : cell.text(), look.words());
            return;
        }
        Cell into = row.createCell(column);
        boolean percent = kind == Document.Kind.PERCENT;
        into.setCellValue(
                percent
                        ? cell.number().movePointLeft(2).doubleValue()
                        : cell.number().doubleValue());
        into.setCellStyle(percent ? look.percent() : kind == Document.Kind.MONEY ? look.money() : look.number());
    }

    private static void heads(Row row, Look look, List<String> labels) {
        for (int at = 0; at < labels.size(); at++) {
            write(row, at, labels.get(at), look.head());
        }
    }

    /** Text is always a string cell: what begins with an equals sign is read, never calculated. */
    private static void write(Row row, int column, String words, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(words);
        cell.setCellStyle(style);
    }

    /** Widths by hand: measuring letters would need fonts a server may not have. */
    private static void widen(Sheet sheet, int columns) {
        sheet.setColumnWidth(0, 42 * 256);
        for (int at = 1; at < columns; at++) {
            sheet.setColumnWidth(at, 20 * 256);
        }
    }

    private record Look(
            CellStyle title,
            CellStyle head,
            CellStyle words,
            CellStyle number,
            CellStyle money,
            CellStyle percent,
            CellStyle date) {

        Look(XSSFWorkbook book) {
            this(
                    bold(book, 13),
                    bold(book, 10),
                    quoted(book),
                    formatted(book, "General"),
                    formatted(book, "#,##0"),
                    formatted(book, "0.0%"),
                    formatted(book, "yyyy-mm-dd"));
        }

        private static CellStyle bold(XSSFWorkbook book, int size) {
            Font font = book.createFont();
            font.setBold(true);
            font.setFontHeightInPoints((short) size);
            CellStyle style = quoted(book);
            style.setFont(font);
            return style;
        }

        private static CellStyle quoted(XSSFWorkbook book) {
            CellStyle style = book.createCellStyle();
            style.setQuotePrefixed(true);
            return style;
        }

        private static CellStyle formatted(XSSFWorkbook book, String pattern) {
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(pattern));
            return style;
        }
    }
}
