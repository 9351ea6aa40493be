package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Somebody who takes programs along as files and takes files in, by the API. */
final class Moving {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARRIVALS = "/api/programs/arrivals";

    private final Caller caller;

    Moving(Caller caller) {
        this.caller = caller;
    }

    byte[] file(String code) throws Exception {
        return caller.posted("/api/programs/" + code + "/copy.zip");
    }

    JsonNode brought(byte[] file, int status) throws Exception {
        return answered(caller.file(ARRIVALS, "copy.zip", file), status);
    }

    JsonNode taken(JsonNode looked, String code, Map<String, String> people, int status) throws Exception {
        String words = JSON.writeValueAsString(Map.of("code", code, "people", people));
        return answered(caller.post(ARRIVALS + "/" + looked.path("id").asText(), words), status);
    }

    /** The whole way: the file is handed out, brought and taken in under another code. */
    String moved(String code, Map<String, String> people) throws Exception {
        return taken(brought(file(code), 201), code + "X", people, 201)
                .path("code")
                .asText();
    }

    /** Who somebody of the file would be here; nothing where nobody is named so. */
    static JsonNode match(JsonNode looked, String person) {
        for (JsonNode one : looked.path("people")) {
            if (one.path("id").asText().equals(person)) {
                return one;
            }
        }
        return JSON.missingNode();
    }

    private static JsonNode answered(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    static Map<String, byte[]> unzip(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                parts.put(one.getName(), zip.readAllBytes());
            }
        }
        assertThat(parts).containsKey("manifest.json");
        return parts;
    }
}
