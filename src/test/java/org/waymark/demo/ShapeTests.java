package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Garbage;
import org.waymark.process.TaskWork;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;

/** Bodies, fields, addresses and headers of every wrong shape: understood, kept as typed or refused; never our fault. */
class ShapeTests extends House {
    private static final String PASSWORD = "Waymark-demo-2026";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    List<TaskWork<?>> kinds;

    private Class<?> draft(String key) {
        return kinds.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow()
                .type();
    }

    private static void fine(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as(what).isBetween(200, 499);
        assertThat(answer.body()).as(what).doesNotContain("Exception", "org.waymark", "at java.base", "Whitelabel");
    }

    @Test
    void draftsOfAnyShapeAreKeptOrRefusedByFormAndByApi() throws Exception {
        String code = launch();
        WorkItem weigh = items.open(code).stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        Visitor service = new Visitor(port);
        service.signIn("service", PASSWORD);
        String token = service.token("/account");
        Caller script = Caller.of(port, "service");
        Class<?> type = draft(weigh.taskKey());
        for (long seed = 1; seed <= 60; seed++) {
            var garbage = new Garbage(seed);
            long version = work.open(weigh.task(), "service").version();
            String form = garbage.form(type).entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&", "_version=" + version + "&", ""));
            fine(
                    service.send(service.request("/tasks/" + weigh.task() + "/work")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-CSRF-TOKEN", token)
                            .PUT(HttpRequest.BodyPublishers.ofString(form))),
                    "form of seed " + seed);
            long now = work.open(weigh.task(), "service").version();
            JsonNode tree = garbage.like(type);
            fine(
                    script.send(
                            "PUT",
                            "/api/tasks/" + weigh.task() + "/work",
                            "{\"version\":" + now + ",\"work\":" + tree + "}"),
                    "tree of seed " + seed);
            fine(service.get("/tasks/" + weigh.task() + "/work"), "the form after seed " + seed);
        }
    }

    @Test
    void bodiesThatAreTooDeepTooLongDoubledOrNoNumbersAreRefused() throws Exception {
        Caller manager = Caller.of(port, "manager");
        List<String> bodies = List.of(
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                "{\"code\":NaN}",
                "{\"code\":1e999999999}",
                "{\"start\":9223372036854775808}",
                "{\"code\":\"" + "9".repeat(100_000) + "\"}",
                "{\"team\":" + "9".repeat(5_000) + "}",
                "{\"code\":\"A\",\"code\":\"B\",\"name\":{}}",
                "{\"code\":\"\\uD800\",\"name\":\"\\u202E\"}",
                "{\"code\":\"\\u0000\"}",
                "{",
                "",
                "null",
                "[]",
                "\"text\"",
                "\u0000");
        for (String body : bodies) {
            HttpResponse<String> answer = manager.post("/api/programs", body);
            assertThat(answer.statusCode())
                    .as(body.substring(0, Math.min(40, body.length())))
                    .isBetween(400, 422);
            fine(answer, body.substring(0, Math.min(40, body.length())));
        }
        HttpResponse<String> huge = manager.post("/api/programs", "{\"name\":\"" + "x".repeat(10_000_000) + "\"}");
        assertThat(huge.statusCode()).isBetween(400, 422);
    }

    @Test
    void aHundredThousandFieldsAndAVeryLongOneAreRefused() throws Exception {
        Visitor visitor = new Visitor(port);
        String token = visitor.token("/sign-in");
        StringBuilder many = new StringBuilder("_csrf=" + encoded(token));
        for (int i = 0; i < 100_000; i++) {
            many.append("&a").append(i).append('=');
        }
        for (String form : List.of(many.toString(), "person=" + "x".repeat(1_500_000))) {
            HttpResponse<String> answer = visitor.form("/sign-in", form);
            assertThat(answer.statusCode()).isBetween(300, 499);
            fine(answer, "a form of " + form.length() + " characters");
        }
        fine(visitor.get("/sign-in"), "others are served");
    }

    @Test
    void searchSortingAndPagesTakeWordsAsWords() throws Exception {
        Caller manager = Caller.of(port, "manager");
        for (String word : Garbage.WORDS) {
            if (word.length() > 1_000) {
                continue;
            }
            String text = encoded(word);
            fine(manager.get("/api/programs?q=" + text), "q=" + word);
            for (String asked : List.of("sort", "page", "size", "state", "stage")) {
                HttpResponse<String> answer = manager.get("/api/programs?" + asked + "=" + text);
                fine(answer, asked + "=" + word);
                if (asked.equals("sort") && !word.isBlank()) {
                    assertThat(answer.statusCode()).as(asked + "=" + word).isBetween(400, 422);
                }
            }
            fine(manager.get("/api/ledger?program=" + text), "ledger " + word);
            fine(manager.get("/api/tasks?program=" + text + "&key=" + text), "tasks " + word);
            fine(manager.get("/api/catalogue/" + text.replace("+", "%20")), "catalogue " + word);
        }
        assertThat(Caller.json(manager.get("/api/programs?q=" + encoded("x' or '1'='1")))
                        .toString())
                .doesNotContain("\"ATLAS\"");
        assertThat(Caller.json(manager.get("/api/programs?q=" + encoded("%"))).toString())
                .as("a sign of the database's own is a letter like any other")
                .doesNotContain("\"ATLAS\"");
    }

    @Test
    void whatTextsSayIsShownAsTypedAndNeverRun() throws Exception {
        String code = launch();
        WorkItem weigh = items.open(code).stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        Visitor service = new Visitor(port);
        service.signIn("service", PASSWORD);
        String page = "/tasks/" + weigh.task() + "/comments";
        for (String word : List.of(
                "${7*7} #{7*7} *{7*7} [[${7*7}]] [(7*7)] __${7*7}__::.x",
                "~{web/layout :: page} ${T(java.lang.Runtime).getRuntime()}",
                "\" = \"a\" or true <script>alert(1)</script>",
                "<img src=x onerror=alert(1)> {0} '{")) {
            HttpResponse<String> kept = service.ours(
                    "POST",
                    page,
                    "application/x-www-form-urlencoded",
                    "text=" + encoded(word) + "&words=" + encoded(word));
            fine(kept, word);
            assertThat(kept.body()).doesNotContain("<script>alert", "<img src=x", ">49<", " 49 ");
        }
        String talk = service.get(page).body();
        assertThat(talk)
                .contains("${7*7} #{7*7} *{7*7} [[${7*7}]] [(7*7)] __${7*7}__::.x")
                .doesNotContain("<script>alert", "<img src=x");
        // a program's own words, on its page, on the board and in the mail's subject
        String payload = "${7*7} <b>x</b> __${7*7}__::.x";
        HttpResponse<String> renamed = Caller.of(port, "manager")
                .post(
                        "/api/programs",
                        JSON.writeValueAsString(Map.of("code", "A\r\nBcc: x@example.org", "name", payload)));
        assertThat(renamed.statusCode()).isBetween(400, 422);
        fine(renamed, "a code with a line break");
    }

    @Test
    void fieldsNobodyAskedForChangeNothing() throws Exception {
        Caller admin = Caller.of(port, "admin");
        String id = "mass" + Long.toString(System.nanoTime(), 36);
        HttpResponse<String> added = admin.post(
                "/api/people",
                "{\"id\":\"" + id + "\",\"name\":\"Mass Assigned\",\"role\":\"MEMBER\",\"active\":false,"
                        + "\"accessVersion\":99,\"mustChangePassword\":false,\"authorities\":[\"ROLE_KEEP_PEOPLE\"]}");
        assertThat(added.statusCode()).isBetween(200, 299);
        Map<String, Object> row = jdbc.sql(
                        "select role, active, access_version, must_change_password from security_person where id = ?")
                .param(id)
                .query()
                .singleRow();
        assertThat(row.get("role")).isEqualTo("MEMBER");
        assertThat(row.get("active")).isEqualTo(true);
        assertThat(((Number) row.get("access_version")).intValue()).isEqualTo(1);
        assertThat(row.get("must_change_password")).isEqualTo(true);

        String code = launch();
        WorkItem weigh = items.open(code).stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        Caller service = Caller.of(port, "service");
        long version = work.open(weigh.task(), "service").version();
        fine(
                service.send(
                        "PUT",
                        "/api/tasks/" + weigh.task() + "/work",
                        "{\"version\":" + version
                                + ",\"assignee\":\"sales\",\"approved\":true,\"work\":{\"person\":\"sales\",\"role\":\"SPONSOR\"}}"),
                "extra fields");
        WorkItem after = items.find(weigh.task()).orElseThrow();
        assertThat(after.assignee()).isEqualTo("service");
        assertThat(after.isOpen()).isTrue();
        assertThat(work.open(weigh.task(), "service").draft().toString()).doesNotContain("SPONSOR");
    }

    @Test
    void keysTokensAndLanguagesOfAnyShapeAreReadOrRefused() throws Exception {
        Caller manager = Caller.of(port, "manager");
        Visitor nobody = new Visitor(port);
        List<String> said = new ArrayList<>();
        for (String word : Garbage.WORDS) {
            String path = encoded(word).replace("+", "%20");
            if (!word.isBlank() && word.length() < 1_000 && !word.contains("..")) {
                for (String secret : List.of("/calendar/" + path + ".ics", "/vote/" + path, "/reset/" + path)) {
                    assertThat(knock("127.0.0.8", secret))
                            .as(secret)
                            .matches("(?s)HTTP/1.1 [34]\\d\\d.*")
                            .doesNotContain("org.waymark.", "Exception");
                }
            }
            String header = word.replaceAll("[^\\x20-\\x7e]", "?");
            if (!header.isBlank()) {
                fine(manager.post("/api/programs", "{}", "Idempotency-Key", header), "key " + header);
                fine(nobody.send(nobody.request("/sign-in").header("Accept-Language", header)), "language " + header);
                fine(nobody.send(nobody.request("/sign-in").header("Cookie", "WAYMARK=" + header)), "cookie " + header);
                HttpResponse<String> token =
                        nobody.send(nobody.request("/api/programs").header("Authorization", "Bearer " + header));
                said.add(token.statusCode() + "");
                fine(token, "token " + header);
            }
        }
        assertThat(said).containsOnly("401");
    }

    /** Java's own objects are no kind of body anywhere, and no variable of the engine can be written at all. */
    @Test
    void serialisedObjectsAreNoBody() throws Exception {
        Visitor service = new Visitor(port);
        service.signIn("service", PASSWORD);
        String object = "\u00ac\u00ed\u0000\u0005sr";
        for (String path : List.of("/api/programs", "/api/people", "/api/proof")) {
            HttpResponse<String> answer = service.ours("POST", path, "application/x-java-serialized-object", object);
            assertThat(answer.statusCode()).as(path).isIn(400, 403, 415);
        }
        String code = launch();
        String task = items.open(code).get(0).task();
        for (String type : List.of("Object", "Bytes", "File", "Json", "String")) {
            String variable = String.format(
                    Locale.ROOT,
                    "{\"value\":\"rO0ABXNy\",\"type\":\"%s\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\","
                            + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                    type);
            for (String path : List.of("/task/" + task + "/variables/x", "/task/" + task + "/localVariables/x")) {
                assertThat(service.engine("PUT", path, variable).statusCode())
                        .as(type + path)
                        .isIn(403, 404);
            }
            assertThat(service.engine(
                                    "POST",
                                    "/task/" + task + "/submit-form",
                                    "{\"variables\":{\"x\":" + variable + "}}")
                            .statusCode())
                    .isIn(400, 403, 404);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
