package org.waymark.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.web.Refusal;

class EvidenceFilesTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-02T09:00:00Z");
    private static final byte[] PDF = "%PDF-1.7 something".getBytes(StandardCharsets.US_ASCII);

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .generateUniqueName(true)
            .setType(EmbeddedDatabaseType.H2)
            .build();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final EvidenceFiles files;

    EvidenceFilesTests() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V20261122_0606__evidence_file.sql"))
                .execute(database);
        files = new EvidenceFiles(JdbcClient.create(database), beans.getBeanProvider(FileScan.class));
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    private EvidenceFile add(String name, byte[] content) {
        return files.add("here", name, content, "ada", NOW);
    }

    private static byte[] office(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aLargeFileComesBackByteForByteWithItsFingerprint() throws IOException {
        byte[] content = new byte[EvidenceFiles.LARGEST];
        new Random(7).nextBytes(content);
        System.arraycopy(PDF, 0, content, 0, PDF.length);
        EvidenceFile file = add("C:\\Desktop\\Report.PDF", content);
        assertThat(file.name()).isEqualTo("Report.PDF");
        assertThat(file.media()).isEqualTo("application/pdf");
        assertThat(file.bytes()).isEqualTo(content.length);
        var out = new ByteArrayOutputStream();
        files.write(file, out);
        assertThat(out.toByteArray()).isEqualTo(content);
    }

    @Test
    void theSameNameAgainIsANewVersionAndTheOldOneStays() throws IOException {
        EvidenceFile one = add("plan.txt", "first".getBytes(StandardCharsets.UTF_8));
        EvidenceFile two = add("plan.txt", "second".getBytes(StandardCharsets.UTF_8));
        assertThat(two.version()).isEqualTo(2);
        var out = new ByteArrayOutputStream();
        files.write(files.get(one.id()), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("first");
        assertThat(one.sha256()).hasSize(64).isNotEqualTo(two.sha256());
        assertThatThrownBy(() -> files.get(-1)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefused() throws IOException {
        assertRefused("a.pdf", "<html>".getBytes(StandardCharsets.UTF_8));
        assertRefused("a.png", PDF);
        assertRefused("a.exe", PDF);
        assertRefused("a", PDF);
        assertRefused("a.html", "<script>".getBytes(StandardCharsets.UTF_8));
        assertRefused("a.txt", new byte[] {'a', 0, 'b'});
        assertRefused("a.txt", new byte[] {(byte) 0xff, (byte) 0xfe, 'b'});
        assertRefused("a.docx", office("xl/workbook.xml"));
        assertRefused("a.docx", office("word/document.xml", "word/vbaProject.bin"));
        assertRefused("a.docx", "PK not a zip".getBytes(StandardCharsets.US_ASCII));
        assertRefused("a.pdf", new byte[0]);
        assertRefused("a.pdf", new byte[EvidenceFiles.LARGEST + 1]);
        assertRefused("a\n.pdf", PDF);
        assertThat(add("a.docx", office("[Content_Types].xml", "word/document.xml"))
                        .media())
                .endsWith("wordprocessingml.document");
        assertThat(add("a.csv", "who;what\nAda;ü".getBytes(StandardCharsets.UTF_8))
                        .media())
                .isEqualTo("text/csv");
        assertThat(files.at("here")).hasSize(2);
    }

    @Test
    void aScannerThatObjectsKeepsTheFileOut() {
        beans.addBean("scan", (FileScan) (name, content) -> Optional.of("it has a name for it"));
        assertRefused("a.pdf", PDF);
    }

    private void assertRefused(String name, byte[] content) {
        assertThatThrownBy(() -> add(name, content)).as(name).isInstanceOf(Refusal.class);
    }
}
