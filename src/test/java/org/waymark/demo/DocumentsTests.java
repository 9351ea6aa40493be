package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.stage.Stages;

/** Every demo program, whatever its state, can be taken away as a document by its people and by nobody else. */
class DocumentsTests extends House {

    @Autowired
    Stages stages;

    @ParameterizedTest
    @ValueSource(strings = {"MERIDIAN", "ATLAS", "NORTHSTAR", "TIDAL", "LANTERN", "HARBOUR", "CEDAR"})
    void everyProgramHasItsBlueprintInThreeForms(String code) throws Exception {
        for (String form : new String[] {"pdf", "pptx", "xlsx"}) {
            HttpResponse<byte[]> answer = get("manager", code, form);
            assertThat(answer.statusCode()).as(code + " as " + form).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains(code + "-blueprint." + form);
        }
    }

    @Test
    void thePdfSaysWhatTheRecordsSay() throws Exception {
        try (PDDocument document =
                Loader.loadPDF(get("manager", "MERIDIAN", "pdf").body())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (String stage : stages.ids()) {
                assertThat(text).contains(stages.of(stage).record("MERIDIAN").headline());
            }
        }
    }

    @Test
    void whoMayNotSeeAProgramGetsNoDocument() throws Exception {
        String code = launch();
        assertThat(get("legal", code, "pdf").statusCode()).isEqualTo(404);
        assertThat(get("service", code, "xlsx").statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> get(String person, String code, String form) throws Exception {
        String basic =
                Base64.getEncoder().encodeToString((person + ":Waymark-demo-2026").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + port + "/api/programs/" + code + "/blueprint." + form))
                                .header("Authorization", "Basic " + basic)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
