package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.waymark.ledger.Touched;
import org.waymark.web.Csv;

/** The board as page, rows and files: the same programs in the same order, in three statements, and still. */
class BoardTests extends House {

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void aPageAsksTheDatabaseThreeTimesHoweverManyProgramsThereAre() throws Exception {
        launch();
        // whoever has a mark to look at or stands in for somebody is told so, at a statement more for each
        Browsing auditor = Browsing.as(port, "auditor");
        auditor.get("/programs");
        int few = trips(auditor, "/programs?q=MERIDIAN");
        int many = trips(auditor, "/programs?sort=name&late=true&col=days&col=alignment&col=engagement");
        assertThat(many).isEqualTo(few);
        // the others read the sign-in and ask whether whoever it is still may come in, as before every page
        assertThat(many).isLessThanOrEqualTo(3 + 3);
    }

    @Test
    void lateAloneFiltersBeforeItPages() throws Exception {
        String late = launch();
        launch();
        plan(late, LocalDate.now(clock).minusDays(9), LocalDate.now(clock).minusDays(9));
        List<String> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            JsonNode rows = rows("late=true&size=1&sort=code&page=" + page);
            if (rows.isEmpty()) {
                break;
            }
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).path("late").asBoolean()).isTrue();
            assertThat(rows.get(0).path("rule").asText()).isNotBlank();
            all.add(rows.get(0).path("code").asText());
        }
        assertThat(all).contains(late).isSorted().doesNotHaveDuplicates();
        assertThat(codes(rows("late=true&size=200&sort=code"))).isEqualTo(all);
        assertThat(rows("q=" + late).get(0).path("rule").asText()).contains("the day is over");
        plan(late, LocalDate.now(clock).plusDays(20), LocalDate.now(clock).plusDays(9));
        assertThat(rows("q=" + late).get(0).path("rule").asText()).startsWith("First planned for");
    }

    @Test
    void rowsOnScreenAndInBothFilesAreTheSameInEveryOrderAndFilter() throws Exception {
        String code = launch();
        jdbc.sql("update program set name = '=1+1 \"quoted\", and more' where code = :code")
                .param("code", code)
                .update();
        events.publishEvent(new Touched(code));
        Browsing manager = Browsing.as(port, "manager");
        for (String asked : List.of(
                "sort=code",
                "sort=npv&state=COMPLETED",
                "sort=gate&late=true",
                "sort=launched&stage=values",
                "sort=name&function=FN-SVC",
                "sort=state&sponsor=simone&manager=mona",
                "sort=code&q=" + code)) {
            List<JsonNode> rows = new ArrayList<>();
            for (int page = 0; rows.size() == page * 200; page++) {
                rows(asked + "&size=200&page=" + page).forEach(rows::add);
            }
            List<Csv.Row> csv = Csv.rows(new String(manager.bytes("/programs.csv?" + asked), StandardCharsets.UTF_8));
            assertThat(csv).as(asked).hasSize(rows.size() + 1);
            try (XSSFWorkbook book =
                    new XSSFWorkbook(new ByteArrayInputStream(manager.bytes("/programs.xlsx?" + asked)))) {
                assertThat(book.getSheetAt(0).getLastRowNum()).as(asked).isEqualTo(rows.size());
                String page = manager.get("/programs?" + asked).body();
                int from = 0;
                for (int at = 0; at < rows.size(); at++) {
                    JsonNode row = rows.get(at);
                    Row line = book.getSheetAt(0).getRow(at + 1);
                    List<String> cells = csv.get(at + 1).cells();
                    assertThat(cells.get(0)).isEqualTo(row.path("code").asText());
                    assertThat(line.getCell(0).getStringCellValue())
                            .isEqualTo(row.path("code").asText());
                    assertThat(line.getCell(1).getStringCellValue())
                            .isEqualTo(row.path("name").asText());
                    assertThat(cells.get(12)).isEqualTo(row.path("slipDays").asText());
                    assertThat(cells.get(11))
                            .isEqualTo(row.path("nextGate").asText("").replace("null", ""));
                    if (row.hasNonNull("npv")) {
                        assertThat(line.getCell(17).getNumericCellValue())
                                .isEqualTo(Double.parseDouble(row.path("npv").asText()));
                        assertThat(Double.parseDouble(cells.get(17)))
                                .isEqualTo(Double.parseDouble(row.path("npv").asText()));
                    }
                    if (at < 50) {
                        int there = page.indexOf("id=\"row-" + row.path("code").asText() + "\"");
                        assertThat(there).as(asked + " " + row.path("code")).isGreaterThan(from);
                        from = there;
                    }
                }
            }
        }
        assertThat(new String(manager.bytes("/programs.csv?q=" + code), StandardCharsets.UTF_8))
                .contains("\"'=1+1 \"\"quoted\"\", and more\"");
    }

    @Test
    void theBoardLeavesCompressedForWhoeverReadsThat() throws Exception {
        assertThat(Browsing.as(port, "manager")
                        .get("/programs", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void whoLooksAgainWhileNothingChangedGetsNoPageAndSeesEveryChange() throws Exception {
        String code = launch();
        Browsing manager = Browsing.as(port, "manager");
        String seen = standing(manager.get("/programs?q=" + code));
        HttpResponse<String> again = manager.get("/programs?q=" + code, "If-None-Match", seen);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        hands.handIn(open(code, "weighValues"), story(code));
        HttpResponse<String> moved = manager.get("/programs?q=" + code, "If-None-Match", seen);
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(standing(moved)).isNotEqualTo(seen);
        assertThat(manager.get("/programs?q=" + code, "If-None-Match", standing(moved))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void everybodyKeepsTheirOwnViews() throws Exception {
        Browsing manager = Browsing.as(port, "manager");
        manager.form("/programs", "/programs/views", "name=Late+%26+mine&late=true&sort=gate&col=days&col=gate");
        String page = manager.get("/programs").body();
        assertThat(page).contains("Late &amp; mine", "/programs?late=true&amp;sort=gate&amp;col=gate&amp;col=days");
        assertThat(Browsing.as(port, "sponsor").get("/programs").body()).doesNotContain("Late &amp; mine");
        assertThat(manager.form("/programs", "/programs/views", "name=").statusCode())
                .isEqualTo(422);
        manager.form("/programs", "/programs/views/drop", "name=Late+%26+mine");
        assertThat(manager.get("/programs").body()).doesNotContain("Late &amp; mine");
    }

    @Test
    void theBoardCanBeReadWithoutAScript() throws Exception {
        String page = Browsing.as(port, "manager")
                .get("/programs?q=MERIDIAN&col=days&col=holds")
                .body();
        assertThat(page)
                .contains("id=\"row-MERIDIAN\"", "<noscript><button type=\"submit\"", "aria-label=\"Values: passed\"")
                .doesNotContain("onclick=", "style=\"");
    }

    @Test
    void theReportSaysWhatTheBoardSaysAndItsTotalsAreTheRowsTogether() throws Exception {
        Browsing manager = Browsing.as(port, "manager");
        JsonNode rows = rows("state=COMPLETED&size=200");
        double npv = 0;
        double investment = 0;
        for (JsonNode row : rows) {
            npv += row.path("npv").asDouble();
            investment += row.path("investment").asDouble();
        }
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(manager.bytes("/portfolio/report.xlsx?state=COMPLETED")))) {
            Row total = book.getSheetAt(0).getRow(2);
            var formulas = book.getCreationHelper().createFormulaEvaluator();
            assertThat(total.getCell(0).getStringCellValue()).isEqualTo("EUR");
            assertThat(formulas.evaluate(total.getCell(1)).getNumberValue()).isEqualTo(rows.size());
            assertThat(formulas.evaluate(total.getCell(2)).getNumberValue()).isCloseTo(investment, within(0.01));
            assertThat(formulas.evaluate(total.getCell(3)).getNumberValue()).isCloseTo(npv, within(0.01));
            assertThat(book.getSheetAt(1).getLastRowNum()).isEqualTo(rows.size());
        }
        try (PDDocument paper = Loader.loadPDF(manager.bytes("/portfolio/report.pdf?state=COMPLETED"))) {
            String text = new PDFTextStripper().getText(paper);
            for (JsonNode row : rows) {
                assertThat(text)
                        .contains(row.path("code").asText(), row.path("name").asText());
            }
            String ahead =
                    text.substring(text.indexOf("Gates of the next 90 days", text.indexOf("Late, working days")));
            assertThat(ahead.lines().filter(line -> line.startsWith("ATLAS ")))
                    .as("one line a program, however many gates it has before it")
                    .hasSize(1);
            assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(paper.getDocumentCatalog().getDocumentOutline()).isNotNull();
        }
    }

    @Test
    void aMemberSeesOwnProgramsAloneInEveryPictureAndFile() throws Exception {
        String code = launch();
        Browsing outside = Browsing.as(port, "press");
        for (String path : List.of("/calendar", "/portfolio", "/programs?q=" + code)) {
            assertThat(outside.get(path).body()).as(path).doesNotContain("/programs/" + code);
        }
        assertThat(new String(outside.bytes("/programs.csv"), StandardCharsets.UTF_8))
                .doesNotContain(code);
        assertThat(Browsing.as(port, "service").get("/calendar").body()).contains("/programs/" + code);
    }

    private int trips(Browsing person, String path) throws Exception {
        int fewest = Integer.MAX_VALUE;
        // whatever else the house does by itself meanwhile is not the page's
        for (int turn = 0; turn < 5; turn++) {
            int before = Counting.everybodysTrips();
            assertThat(person.get(path).statusCode()).isEqualTo(200);
            fewest = Math.min(fewest, Counting.everybodysTrips() - before);
        }
        return fewest;
    }

    private void plan(String code, LocalDate planned, LocalDate first) {
        jdbc.sql(
                        "update program_stage set planned = :planned, first_planned = :first where program = :code and stage = 'values'")
                .param("planned", planned)
                .param("first", first)
                .param("code", code)
                .update();
        events.publishEvent(new Touched(code));
    }

    private static String standing(HttpResponse<String> page) {
        return page.headers().firstValue("ETag").orElseThrow();
    }

    private JsonNode rows(String query) throws Exception {
        return Caller.json(Caller.of(port, "manager").get("/api/portfolio?" + query));
    }

    private static List<String> codes(JsonNode rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(at -> rows.get(at).path("code").asText())
                .toList();
    }
}
