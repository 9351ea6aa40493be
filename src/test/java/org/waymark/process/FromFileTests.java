package org.waymark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;

/** Rows of a file over a draft: each problem by its row and column, formulas as saved, nothing half done. */
class FromFileTests {

    private static final FileShape VALUES = FileShape.of(
            "values", "id", true, FileShape.text("measure"), FileShape.number("target"), FileShape.person("owner"));
    private static final FileShape LINES = new FileShape(
            List.of("benefits", "costs"), "template", List.of(FileShape.text("baseline")), "inputs", false);

    @Test
    void whatDiffersIsLaidOverTheDraftAndTheRestStays() {
        FromFile file = lay(
                VALUES,
                "{\"values\":[{\"id\":\"VAL-01\",\"measure\":\"Replies\",\"target\":\"40\",\"why\":\"kept\"}]}",
                "id;measure;target;owner\nVAL-01;;50,5;Sara Olsen\nVAL-02;Visits;7;\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.draft())
                .isEqualTo(json(
                        "{\"values\":[{\"id\":\"VAL-01\",\"measure\":\"Replies\",\"target\":\"50.5\",\"why\":\"kept\",\"owner\":\"sara\"},"
                                + "{\"id\":\"VAL-02\",\"measure\":\"Visits\",\"target\":\"7\"}]}"));
        assertThat(file.changes())
                .extracting(FromFile.Change::row, FromFile.Change::column, FromFile.Change::was, FromFile.Change::said)
                .containsExactly(
                        Tuple.tuple(2, "target", "40", "50.5"),
                        Tuple.tuple(2, "owner", "", "sara"),
                        Tuple.tuple(3, "measure", "", "Visits"),
                        Tuple.tuple(3, "target", "", "7"));
    }

    @Test
    void everyProblemIsNamedByItsRowAndColumn() {
        FromFile file = lay(
                VALUES,
                "{\"values\":[]}",
                "id,measure,target,owner\nVAL-01,BAD,50,nobody\n,x,1,\nVAL-02,x,BAD,\nVAL-01,x,1,\nBAD,x,1,");
        assertThat(file.problems())
                .extracting(FromFile.Problem::row, FromFile.Problem::column)
                .containsExactly(
                        Tuple.tuple(2, "measure"),
                        Tuple.tuple(2, "owner"),
                        Tuple.tuple(3, "id"),
                        Tuple.tuple(4, "target"),
                        Tuple.tuple(5, "id"),
                        Tuple.tuple(6, "id"));
    }

    @Test
    void unknownDoubleAndMissingColumnsAreRefusedBeforeAnyRow() {
        assertThat(lay(VALUES, "{}", "id,id,colour\nVAL-01,VAL-01,red").problems())
                .extracting(FromFile.Problem::column)
                .containsExactly("id", "id", "colour");
        assertThat(lay(VALUES, "{}", "measure\nx").problems())
                .extracting(FromFile.Problem::column)
                .containsExactly("id");
    }

    @Test
    void figuresOfLinesAreGivenOneARowAndLinesThatAreNotThereAreNamed() {
        FromFile file = lay(
                LINES,
                "{\"benefits\":[{\"template\":\"BEN-06\",\"inputs\":{\"messages\":\"10\"}}],\"costs\":[{\"template\":\"CST-01\"}]}",
                "template,baseline,figure,amount\nBEN-06,counted,messages,25000\nBEN-06,,share,0.4\nCST-01,,people,3\nBEN-99,,a,1\nBEN-06,,b,");
        assertThat(file.draft().at("/benefits/0/inputs/messages").asText()).isEqualTo("25000");
        assertThat(file.draft().at("/benefits/0/inputs/share").asText()).isEqualTo("0.4");
        assertThat(file.draft().at("/costs/0/inputs/people").asText()).isEqualTo("3");
        assertThat(file.problems())
                .extracting(FromFile.Problem::row, FromFile.Problem::column)
                .containsExactly(Tuple.tuple(5, "template"), Tuple.tuple(6, "amount"));
    }

    @Test
    void writtenAndReadBackADraftSaysTheSame() {
        String draft =
                "{\"benefits\":[{\"template\":\"BEN-06\",\"baseline\":\"=cmd|x, \\\"quoted\\\"\\nيوم\",\"inputs\":{\"messages\":\"25000\",\"share\":\"0.40\"}}],\"costs\":[]}";
        List<Csv.Row> rows = SheetFile.rows(SheetFile.write("case", FromFile.table(LINES, json(draft))));
        FromFile file = file(LINES, draft);
        file.lay(rows);
        assertThat(file.problems()).isEmpty();
        assertThat(file.changes()).isEmpty();
        assertThat(rows.get(1).cells()).containsExactly("BEN-06", "=cmd|x, \"quoted\"\nيوم", "messages", "25000");
    }

    @Test
    void aFormulaCountsAsTheResultTheFileKeepsAndADateAsItsDay() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Row header = book.createSheet().createRow(0);
            header.createCell(0).setCellValue("id");
            header.createCell(1).setCellValue("target");
            Row row = book.getSheetAt(0).createRow(1);
            row.createCell(0).setCellValue("VAL-01");
            Cell formula = row.createCell(1);
            formula.setCellFormula("40+2");
            formula.setCellValue(7);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            Cell date = row.createCell(2);
            date.setCellValue(LocalDate.of(2027, 3, 4));
            date.setCellStyle(day);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            assertThat(SheetFile.rows(out.toByteArray()).get(1).cells()).containsExactly("VAL-01", "7", "2027-03-04");
        }
    }

    @Test
    void aSmallFileThatUnpacksToAVeryLargeOneIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[30_000_000]);
        }
        assertThat(out.size()).isLessThan(SheetFile.LARGEST);
        assertThatThrownBy(() -> SheetFile.rows(out.toByteArray()))
                .isInstanceOf(Refusal.class)
                .extracting(refused -> ((Refusal) refused).key())
                .isEqualTo("work.file.large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id\n", "PK\u0003\u0004 nothing behind it", "a\u0000b\nc"})
    void whatIsNoFileOfRowsIsRefusedInWords(String file) {
        assertThatThrownBy(() -> SheetFile.rows(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class);
    }

    private static FromFile lay(FileShape shape, String draft, String csv) {
        FromFile file = file(shape, draft);
        file.lay(SheetFile.rows(csv.getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    private static FromFile file(FileShape shape, String draft) {
        return new FromFile(shape, (ObjectNode) json(draft), Map.of("sara olsen", "sara"), tree -> {
            if (tree.toString().contains("BAD")) {
                throw Refusal.invalid("work.unknown");
            }
        });
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
