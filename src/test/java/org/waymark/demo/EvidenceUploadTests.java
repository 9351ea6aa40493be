package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.evidence.EvidenceFiles;
import org.waymark.process.Visitor;

/** Files beside a review, brought by page and API: what is not what it says stays out, the rest is frozen. */
class EvidenceUploadTests extends House {

    private static final byte[] PDF = "%PDF-1.7 the minutes".getBytes(StandardCharsets.US_ASCII);
    private static final String EDGE = "the-edge-between-parts";

    private String beforeTheCall() {
        String code = launch();
        playTo(code, "values", "submitForDecision");
        return code;
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }

    private HttpResponse<String> bring(Visitor visitor, String path, String name, byte[] content) throws Exception {
        var body = new ByteArrayOutputStream();
        body.write(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"review\"\r\n\r\n1\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write(("\r\n--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return visitor.send(visitor.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .header("X-CSRF-TOKEN", visitor.token("/account"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String page(String code) {
        return "/programs/" + code + "/gates/values/files";
    }

    private static String api(String code) {
        return "/api/programs/" + code + "/gates/values/sittings/1/files";
    }

    private int kept(String code) {
        return jdbc.sql("""
                        select count(*) from gate_evidence e join gate_sitting s on s.id = e.sitting
                        where s.program = ? and e.kind = 'FILE'
                        """).param(code).query(Integer.class).single();
    }

    private static byte[] office(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileComesBackWithItsFingerprintAndIsFrozenWithTheReview() throws Exception {
        String code = beforeTheCall();
        Visitor service = visitor("service");
        HttpResponse<String> first = bring(service, api(code), "minutes.pdf", PDF);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String sha =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF));
        assertThat(first.body()).contains(sha).contains("\"version\":\"1\"");
        assertThat(bring(service, page(code), "minutes.pdf", PDF).statusCode()).isEqualTo(302);
        long id = jdbc.sql("select max(id) from evidence_file where name = 'minutes.pdf'")
                .query(Long.class)
                .single();
        HttpResponse<String> back = service.get("/programs/" + code + "/gates/values/sittings/1/files/" + id);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).isEqualTo(new String(PDF, StandardCharsets.US_ASCII));
        assertThat(back.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        playTo(code, "values", "decideGate");
        assertThat(bring(service, api(code), "later.pdf", PDF).statusCode())
                .as("called, so frozen")
                .isEqualTo(409);
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("CONVENED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).contains(sha));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "api"})
    void whatIsNotWhatItSaysStaysOut(String way) throws Exception {
        String code = beforeTheCall();
        Visitor service = visitor("service");
        String path = way.equals("api") ? api(code) : page(code);
        byte[] large = new byte[EvidenceFiles.LARGEST + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        refused(bring(service, path, "run.exe", PDF), way);
        refused(bring(service, path, "page.html", "<script>".getBytes(StandardCharsets.UTF_8)), way);
        refused(bring(service, path, "picture.png", PDF), way);
        refused(bring(service, path, "minutes.pdf.exe", PDF), way);
        refused(bring(service, path, "sheet.xlsx", office("xl/workbook.xml", "xl/vbaProject.bin")), way);
        refused(bring(service, path, "letter.docx", office("xl/workbook.xml")), way);
        refused(bring(service, path, "empty.txt", new byte[0]), way);
        refused(bring(service, path, "a".repeat(230) + ".pdf", PDF), way);
        HttpResponse<String> tooMuch = bring(service, path, "large.pdf", large);
        assertThat(tooMuch.statusCode()).isIn(302, 413, 422);
        assertThat(tooMuch.body()).doesNotContain("Exception");
        assertThat(kept(code)).isZero();
    }

    private static void refused(HttpResponse<String> answer, String way) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(way.equals("api") ? 422 : 302);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void aNameThatClimbsOutOfItsFolderKeepsOnlyItsLastPart() throws Exception {
        String code = beforeTheCall();
        HttpResponse<String> answer = bring(visitor("service"), api(code), "../../etc/minutes.pdf", PDF);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"name\":\"minutes.pdf\"");
    }

    @Test
    void strangersNeitherBringNorRead() throws Exception {
        String code = beforeTheCall();
        bring(visitor("service"), api(code), "minutes.pdf", PDF);
        long id = jdbc.sql("select max(id) from evidence_file where name = 'minutes.pdf'")
                .query(Long.class)
                .single();
        Visitor stranger = visitor("hr");
        assertThat(bring(stranger, api(code), "mine.pdf", PDF).statusCode()).isIn(403, 404);
        assertThat(stranger.get("/api/programs/" + code + "/gates/values/sittings/1/files/" + id)
                        .statusCode())
                .isIn(403, 404);
        String other = beforeTheCall();
        assertThat(visitor("service")
                        .get("/api/programs/" + other + "/gates/values/sittings/1/files/" + id)
                        .statusCode())
                .as("a file of another program")
                .isEqualTo(404);
        assertThat(kept(code)).isEqualTo(1);
    }
}
