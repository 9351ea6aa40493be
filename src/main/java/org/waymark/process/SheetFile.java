package org.waymark.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;

/** Reads the rows of a CSV or XLSX file as text and writes them; a formula counts as the result the file itself keeps. */
final class SheetFile {

    static final int LARGEST = 1_000_000;
    static final int MOST_ROWS = 300;
    private static final int MOST_CELLS = 40;
    private static final int LONGEST_CELL = 10_000;
    private static final long LARGEST_UNPACKED = 20_000_000;
    private static final int COLUMN_WIDTH = 22 * 256;
    private static final int CHUNK = 8_192;

    private SheetFile() {}

    static List<Csv.Row> rows(byte[] file) {
        if (file.length == 0) {
            throw Refusal.invalid("work.file.empty").at("file");
        }
        if (file.length > LARGEST) {
            throw Refusal.invalid("work.file.large").at("file");
        }
        List<Csv.Row> rows = file.length > 1 && file[0] == 'P' && file[1] == 'K' ? workbook(file) : csv(file);
        if (rows.size() < 2) {
            throw Refusal.invalid("work.file.empty").at("file");
        }
        if (rows.size() > MOST_ROWS + 1) {
            throw Refusal.invalid("work.file.long", MOST_ROWS).at("file");
        }
        return rows;
    }

    private static List<Csv.Row> csv(byte[] file) {
        String text = decode(file);
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("work.file.kind").at("file");
        }
        return Csv.rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String decode(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException olderSpreadsheet) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    private static List<Csv.Row> workbook(byte[] file) {
        try {
            mustUnpackSmall(file);
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                List<Csv.Row> rows = new ArrayList<>();
                for (Row row : book.getSheetAt(0)) {
                    List<String> cells = new ArrayList<>();
                    for (int at = 0; at < Math.min(row.getLastCellNum(), MOST_CELLS); at++) {
                        Cell cell = row.getCell(at);
                        cells.add(cell == null ? "" : text(cell));
                    }
                    if (cells.stream().anyMatch(text -> !text.isBlank())) {
                        rows.add(new Csv.Row(row.getRowNum() + 1, cells));
                    }
                    if (rows.size() > MOST_ROWS + 1) {
                        break;
                    }
                }
                return rows;
            }
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.invalid("work.file.kind").at("file");
        }
    }

    /** A small file can unpack to a very large one; this one is measured before it is opened. */
    private static void mustUnpackSmall(byte[] file) throws IOException {
        long size = 0;
        byte[] chunk = new byte[CHUNK];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
                    size += read;
                    if (size > LARGEST_UNPACKED) {
                        throw Refusal.invalid("work.file.large").at("file");
                    }
                }
            }
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        String text = switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case NUMERIC -> number(cell);
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            case FORMULA, BLANK, _NONE -> "";
        };
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime at = cell.getLocalDateTimeCellValue();
            LocalDate day = at.toLocalDate();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? day.toString() : at.toString();
        }
        return NumberToTextConverter.toText(cell.getNumericCellValue());
    }

    /** A workbook of text cells, so that nothing in it is ever run as a formula. */
    static byte[] write(String name, List<List<String>> rows) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet(name);
            CellStyle asText = book.createCellStyle();
            asText.setDataFormat(book.createDataFormat().getFormat("@"));
            for (int at = 0; at < rows.size(); at++) {
                Row row = sheet.createRow(at);
                for (int column = 0; column < rows.get(at).size(); column++) {
                    Cell cell = row.createCell(column, CellType.STRING);
                    cell.setCellStyle(asText);
                    cell.setCellValue(rows.get(at).get(column));
                }
            }
            for (int column = 0; column < rows.get(0).size(); column++) {
                sheet.setColumnWidth(column, COLUMN_WIDTH);
            }
            sheet.createFreezePane(1, 1);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
