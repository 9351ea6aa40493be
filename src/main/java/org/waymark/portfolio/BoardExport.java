package org.waymark.portfolio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.web.Texts;

/** The rows of the board as a file: the same rows in the same order, text that a spreadsheet never calculates. */
@Component
class BoardExport {

    private static final List<String> HEADS = List.of(
            "program",
            "name",
            "state",
            "stage",
            "passed",
            "sponsor",
            "manager",
            "holds",
            "held-days",
            "stage-days",
            "target-days",
            "next-gate",
            "slip-days",
            "rule",
            "conditions",
            "currency",
            "investment",
            "npv",
            "cash",
            "agreement",
            "overlap",
            "recall",
            "answered",
            "asked",
            "decided-days");

    private static final int NARROW = 15 * 256;
    private static final int WIDE = 40 * 256;

    private final Texts texts;

    BoardExport(Texts texts) {
        this.texts = texts;
    }

    byte[] csv(List<Board.Line> lines) {
        // the mark at the beginning tells a spreadsheet which letters follow
        StringBuilder csv = new StringBuilder("\uFEFF");
        write(csv, heads());
        lines.forEach(line -> write(csv, cells(line)));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx(List<Board.Line> lines) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            sheet(book, texts.of("portfolio.export.sheet"), lines);
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sheet sheet(XSSFWorkbook book, String name, List<Board.Line> lines) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(heads());
        lines.forEach(line -> rows.add(cells(line)));
        Sheet sheet = plain(book, name, rows);
        sheet.setColumnWidth(1, WIDE);
        sheet.setColumnWidth(7, WIDE);
        sheet.setColumnWidth(13, WIDE);
        return sheet;
    }

    /** Rows as a sheet: words as words, numbers and days as themselves, the first row and column always in sight. */
    static Sheet plain(XSSFWorkbook book, String name, List<List<@Nullable Object>> rows) {
        Sheet sheet = book.createSheet(name);
        CellStyle words = book.createCellStyle();
        words.setQuotePrefixed(true);
        CellStyle day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        for (int at = 0; at < rows.size(); at++) {
            fill(sheet.createRow(at), rows.get(at), words, day);
        }
        for (int column = 0; column < rows.get(0).size(); column++) {
            sheet.setColumnWidth(column, NARROW);
        }
        sheet.createFreezePane(1, 1);
        return sheet;
    }

    private List<@Nullable Object> heads() {
        return HEADS.stream()
                .map(head -> (Object) texts.of("portfolio.export." + head))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<@Nullable Object> cells(Board.Line line) {
        Board.Measures measures = line.measures();
        return Arrays.asList(
                line.code(),
                line.name(),
                texts.of("program.state." + line.state()),
                texts.of("stage." + line.stage()),
                measures.passed(),
                line.sponsor(),
                line.manager(),
                String.join(", ", line.holders()),
                line.holders().isEmpty() ? null : line.heldDays(),
                line.stageDays(),
                line.targetDays(),
                line.nextGate(),
                line.slipDays(),
                line.rule(),
                line.conditions(),
                line.currency(),
                line.investment(),
                line.npv(),
                line.npvCash(),
                measures.agreement(),
                measures.overlap(),
                measures.recall(),
                measures.answered(),
                measures.asked(),
                measures.sinceDecision());
    }

    private static void fill(Row row, List<@Nullable Object> cells, CellStyle words, CellStyle day) {
        for (int column = 0; column < cells.size(); column++) {
            Object content = cells.get(column);
            if (content == null) {
                continue;
            }
            Cell cell = row.createCell(column);
            if (content instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (content instanceof LocalDate date) {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            } else {
                cell.setCellValue(content.toString());
                cell.setCellStyle(words);
            }
        }
    }

    private static void write(StringBuilder csv, List<@Nullable Object> cells) {
        csv.append(cells.stream().map(BoardExport::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** Numbers and days as they are; words in quotes, with an apostrophe where they would otherwise be calculated. */
    private static String cell(@Nullable Object content) {
        if (content == null) {
            return "";
        }
        if (content instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (content instanceof Number || content instanceof LocalDate) {
            return content.toString();
        }
        String text = content.toString();
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
