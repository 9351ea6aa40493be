package org.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.waymark.program.Program;
import org.waymark.program.StageState;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Document.Series;
import org.waymark.stage.Shown;
import org.waymark.web.ReaderDialect;
import org.waymark.web.TextsOf;

/** The three forms of the blueprint say the same figures as the record they are made of, whatever is in it. */
class BlueprintTests {

    private static final String HOSTILE = "=HYPERLINK(\"http://example.org\") <script>alert(1)</script> & ${7*7}";

    @BeforeEach
    void readInEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void pdfIsTaggedBookmarkedAndCarriesTheFigures() throws IOException {
        byte[] bytes = pdf().of(blueprint(HOSTILE, 30));
        keep("blueprint.pdf", bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("402,001", "28.6 %", "Ромашка", "İşletme", "<script>alert(1)</script>");
            assertThat(text).contains("Operating model").contains("ahead, gate planned");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .hasSize(4);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void slidesHoldNativeTablesAndChartsAndNoSlideOverflows() throws IOException {
        byte[] bytes = slides().of(blueprint("Answer every customer", 30));
        keep("blueprint.pptx", bytes);
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(bytes))) {
            int tables = 0;
            List<String> figures = new ArrayList<>();
            for (XSLFSlide slide : show.getSlides()) {
                for (var shape : slide.getShapes()) {
                    if (shape instanceof XSLFTable table) {
                        tables++;
                        assertThat(table.getNumberOfRows()).isLessThanOrEqualTo(10);
                        table.getRows().forEach(row -> row.getCells().forEach(cell -> figures.add(cell.getText())));
                    }
                }
            }
            assertThat(show.getCharts()).hasSize(9);
            assertThat(tables).isGreaterThanOrEqualTo(5);
            assertThat(figures).contains("402,001", "28.6 %");
        }
    }

    @Test
    void workbookKeepsNumbersAsNumbersAndTextAsText() throws IOException {
        byte[] bytes = new BlueprintWorkbook(TextsOf.bundles("report", "stage")).of(blueprint(HOSTILE, 3));
        keep("blueprint.xlsx", bytes);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            List<Double> numbers = new ArrayList<>();
            for (var sheet : book) {
                for (Row row : sheet) {
                    row.forEach(cell -> {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        if (cell.getCellType() == CellType.NUMERIC) {
                            numbers.add(cell.getNumericCellValue());
                        }
                    });
                }
            }
            assertThat(numbers).contains(402001.35, 0.2857);
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(HOSTILE);
        }
    }

    @Test
    void anEmptyProgramHasABlueprintToo() throws IOException {
        Blueprint empty = new Blueprint(
                program("Nothing yet"), "Ada", "Bo", LocalDate.of(2026, 12, 1), chapters(null), List.of(), List.of());
        assertThat(pdf().of(empty)).isNotEmpty();
        assertThat(slides().of(empty)).isNotEmpty();
        assertThat(new BlueprintWorkbook(TextsOf.bundles("report", "stage")).of(empty))
                .isNotEmpty();
    }

    private static BlueprintPdf pdf() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        ResourceBundleMessageSource messages = TextsOf.messages("report", "stage");
        engine.setTemplateEngineMessageSource(messages);
        engine.addDialect(new ReaderDialect());
        return new BlueprintPdf(engine, new Shown(), new Paper());
    }

    private static BlueprintSlides slides() {
        return new BlueprintSlides(TextsOf.bundles("report", "stage"), new Shown());
    }

    private static Blueprint blueprint(String purpose, int rows) {
        List<List<Cell>> lines = new ArrayList<>();
        for (int at = 0; at < rows; at++) {
            lines.add(List.of(
                    Cell.of("Line " + at + " · Ромашка · İşletme"),
                    Cell.of(new BigDecimal("402001.35")),
                    Cell.of(new BigDecimal("28.57")),
                    Cell.none()));
        }
        Document document = new Document(
                "The case pays back in 14 months",
                List.of(
                        new Section(
                                "Sums",
                                "In today's money, EUR",
                                List.of(
                                        new Column("What", Kind.TEXT),
                                        new Column("All, EUR", Kind.MONEY),
                                        new Column("Share", Kind.PERCENT),
                                        new Column("Level", Kind.LEVEL)),
                                lines,
                                null),
                        chart("bar", "Calls avoided", "Churn"),
                        chart("line", "Outlay", "Year 1", "Year 2", "Year 3"),
                        chart("radar", "Strategy", "People", "Data", "Tools", "Content")));
        return new Blueprint(
                program(purpose),
                "Ada Lang",
                "Bo Mann",
                LocalDate.of(2026, 12, 1),
                chapters(document),
                List.of(new Blueprint.Decided(
                        LocalDate.of(2026, 11, 2), "ROI", "Go, with conditions", "Ada Lang", "Finance confirmed")),
                List.of(new Blueprint.Owed(LocalDate.of(2026, 12, 24), "ROI", "Measure the baseline", "Bo Mann")));
    }

    private static Section chart(String type, String... categories) {
        List<BigDecimal> points = new ArrayList<>();
        for (int at = 0; at < categories.length; at++) {
            points.add(at == 1 ? null : new BigDecimal(at - 1).add(new BigDecimal("0.5")));
        }
        return new Section(
                "A " + type + " chart",
                null,
                List.of(),
                List.of(),
                new Chart(
                        type,
                        Arrays.asList(categories),
                        List.of(new Series("Today", points), new Series("Wish", points))));
    }

    private static Program program(String purpose) {
        return new Program(
                "ATLAS",
                "Answer every customer",
                purpose,
                "UNDER_1M",
                "MEDIUM",
                "EUR",
                LocalDate.of(2026, 9, 1),
                "STANDARD",
                null,
                "RUNNING",
                "roi",
                1,
                "manager",
                OffsetDateTime.parse("2026-09-01T08:00:00Z"),
                null,
                null);
    }

    private static List<Blueprint.Chapter> chapters(@Nullable Document document) {
        List<Blueprint.Chapter> chapters = new ArrayList<>();
        List<String> titles = List.of("Values", "ROI", "Architecture", "Operating model");
        for (int at = 0; at < titles.size(); at++) {
            boolean begun = at < 3 && document != null;
            StageState state = new StageState(
                    "ATLAS",
                    "s" + at,
                    at + 1,
                    begun ? "PASSED" : "AHEAD",
                    1,
                    null,
                    null,
                    null,
                    2,
                    3,
                    null,
                    null,
                    null,
                    null);
            chapters.add(new Blueprint.Chapter(
                    state,
                    titles.get(at),
                    "Agree " + titles.get(at),
                    begun ? "Go, 2 Nov" : "ahead, gate planned 2 Mar",
                    begun ? document : null));
        }
        return chapters;
    }

    /** Kept to be looked at. */
    private static void keep(String name, byte[] bytes) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "documents")).resolve(name), bytes);
    }
}
