package org.waymark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;

/** Whatever is sent, everything that reads it either understands it or refuses it in words; nothing falls over. */
class ParserFuzzTests {
    private static final List<Class<?>> DRAFTS = drafts();

    private final Drafts drafts = new Drafts(mock(JdbcClient.class), Clock.systemUTC());
    private final DecisionTables tables = new DecisionTables();

    private static List<Class<?>> drafts() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(TaskWork.class));
        List<Class<?>> found = new ArrayList<>();
        for (var bean : scan.findCandidateComponents("org.waymark")) {
            try {
                Class<?> draft = ResolvableType.forClass(Class.forName(bean.getBeanClassName()))
                        .as(TaskWork.class)
                        .getGeneric(0)
                        .resolve();
                if (draft != null && draft.isRecord()) {
                    found.add(draft);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    @Example
    void everyKindOfDraftIsAmongThem() {
        assertThat(DRAFTS.stream().distinct().count()).isGreaterThan(20);
    }

    /** Understood means also: kept, and opened again as the same. */
    @Property(tries = 1_500)
    void aDraftOfAnyShapeIsReadOrRefusedAndWhatWasReadCanBeOpenedAgain(@ForAll long seed) {
        var garbage = new Garbage(seed);
        Class<?> type = DRAFTS.get((int) Math.floorMod(seed, (long) DRAFTS.size()));
        orRefused(() -> {
            Object draft = drafts.read(garbage.like(type), type);
            if (draft != null) {
                JsonNode kept = drafts.tree(draft);
                Object again = drafts.read(kept.toString(), type);
                assertThat(drafts.tree(again)).isEqualTo(kept);
            }
        });
    }

    @Property(tries = 1_500)
    void aFormOfAnyShapeBecomesADraftOrIsRefused(@ForAll long seed) {
        var garbage = new Garbage(seed);
        Class<?> type = DRAFTS.get((int) Math.floorMod(seed, (long) DRAFTS.size()));
        orRefused(() -> drafts.read(
                DraftTree.of(garbage.form(type).entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())))),
                type));
    }

    @Property(tries = 1_000)
    void namesOfInputsAreReadOrRefused(@ForAll("paths") String name, @ForAll("text") String text) {
        orRefused(() ->
                DraftTree.of(Map.of(name, List.of(text), "values[1].b", List.of("2"), "values[x]", List.of("1"))));
    }

    @Property(tries = 1_000)
    void linesOfAFileAreReadOrRefused(@ForAll("text") String text) {
        orRefused(() -> SheetFile.rows(text.getBytes(StandardCharsets.UTF_8)));
        List<String> cells = List.of(text, "b", text);
        List<Csv.Row> back = Csv.rows("x,y,z\n" + Csv.line(cells));
        if (!text.contains("\r")) {
            assertThat(Csv.plain(back.get(back.size() - 1).cells().get(0)).strip())
                    .isEqualTo(text.strip());
        }
    }

    @Property(tries = 400)
    void bytesThatPretendToBeAWorkbookAreRefused(@ForAll byte[] bytes) {
        byte[] file = new byte[bytes.length + 2];
        System.arraycopy(bytes, 0, file, 2, bytes.length);
        file[0] = 'P';
        file[1] = 'K';
        orRefused(() -> SheetFile.rows(file));
    }

    /** A real workbook with bytes turned over: as a damaged disk or a patient attacker would. */
    @Property(tries = 150)
    void aDamagedWorkbookIsReadOrRefused(@ForAll long seed) throws Exception {
        var random = new java.util.Random(seed);
        byte[] file = workbook().clone();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        int end = random.nextBoolean() ? file.length : random.nextInt(file.length) + 1;
        orRefused(() -> SheetFile.rows(Arrays.copyOf(file, end)));
    }

    @Example
    void aFileThatUnpacksToVeryMuchIsRefusedBeforeItDoes() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(SheetFile.LARGEST);
        long before = System.nanoTime();
        assertThat(orRefused(() -> SheetFile.rows(bytes.toByteArray()))).isTrue();
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    /** The tables compare words; no word is an expression. A combination no row covers is a fault of ours, told as such. */
    @Property(tries = 300)
    void wordsInDecisionTablesAreComparedAndNeverRun(@ForAll long seed) {
        var garbage = new Garbage(seed);
        for (String table : List.of("gate-route", "stage-tempo", "program-depth")) {
            Map<String, Object> inputs = new java.util.HashMap<>();
            for (String input : List.of("stage", "depth", "investmentBand", "risk")) {
                inputs.put(input, garbage.word());
            }
            inputs.put("functions", 3);
            inputs.put("functionsTouched", 3);
            try {
                assertThat(tables.evaluate(table, inputs).toString()).doesNotContain("49");
            } catch (IllegalStateException noRow) {
                assertThat(noRow).hasMessageContaining("No row of " + table);
            }
        }
    }

    private static byte[] workbook = new byte[0];

    private static synchronized byte[] workbook() throws Exception {
        if (workbook.length == 0) {
            try (var book = new XSSFWorkbook()) {
                var sheet = book.createSheet();
                for (int i = 0; i < 20; i++) {
                    var row = sheet.createRow(i);
                    row.createCell(0).setCellValue("line " + i);
                    row.createCell(1).setCellValue(i);
                    row.createCell(2).setCellFormula("B" + (i + 1) + "*2");
                }
                var bytes = new ByteArrayOutputStream();
                book.write(bytes);
                workbook = bytes.toByteArray();
            }
        }
        return workbook;
    }

    private static boolean orRefused(Runnable reading) {
        try {
            reading.run();
            return false;
        } catch (Refusal inWords) {
            return true;
        }
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings()
                .withChars("ab[]0129.-%_ \u0000ä")
                .ofMaxLength(30)
                .injectDuplicates(0.1);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(Garbage.WORDS),
                Arbitraries.strings().ofMaxLength(80),
                Arbitraries.strings().withChars("\",;\n\r=a'").ofMaxLength(60));
    }
}
