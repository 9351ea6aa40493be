package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A creating call may be repeated after a lost answer: it happens once and hears its first answer again. */
class IdempotencyTests extends House {

    private static final String KEY = "Idempotency-Key";

    @Test
    void aRepeatedLaunchHearsTheFirstAnswer() throws Exception {
        Caller manager = Caller.of(port, "manager");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = manager.post("/api/programs", program("IDEM1", "Once"), KEY, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        jobs.settle("IDEM1");
        HttpResponse<String> again = manager.post("/api/programs", program("IDEM1", "Once"), KEY, key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(ledger.of("IDEM1").stream().filter(entry -> entry.kind().equals("LAUNCHED")))
                .hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherCallIsRefusedAndAnotherPersonsKeyIsTheirOwn() throws Exception {
        Caller manager = Caller.of(port, "manager");
        assertThat(manager.post("/api/programs", program("IDEM2", "One"), KEY, "shared-key")
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> other = manager.post("/api/programs", program("IDEM3", "Two"), KEY, "shared-key");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Caller.json(other).path("detail").asText()).contains("already used for a different call");
        assertThat(programs.find("IDEM3")).isEmpty();
        HttpResponse<String> admin =
                Caller.of(port, "admin").post("/api/programs", program("IDEM3", "Two"), KEY, "shared-key");
        assertThat(admin.statusCode()).as(admin.body()).isEqualTo(201);
    }

    @Test
    void aRefusedCallKeepsNothing() throws Exception {
        Caller manager = Caller.of(port, "manager");
        String key = UUID.randomUUID().toString();
        assertThat(manager.post("/api/programs", program("IDEM4", ""), KEY, key).statusCode())
                .isEqualTo(422);
        assertThat(programs.find("IDEM4")).isEmpty();
        assertThat(manager.post("/api/programs", program("IDEM4", "Named now"), KEY, key)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aKeyNobodyCouldHaveMeantIsRefused() throws Exception {
        Caller manager = Caller.of(port, "manager");
        for (String key : List.of("two words", "x".repeat(101))) {
            assertThat(manager.post("/api/programs", program("IDEM5", "Five"), KEY, key)
                            .statusCode())
                    .as(key)
                    .isEqualTo(400);
        }
        assertThat(programs.find("IDEM5")).isEmpty();
    }

    @Test
    void callsAtTheSameMomentHappenOnce() throws Exception {
        int many = 6;
        CyclicBarrier together = new CyclicBarrier(many);
        ExecutorService pool = Executors.newFixedThreadPool(many);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            answers.add(pool.submit(() -> {
                Caller manager = Caller.of(port, "manager");
                together.await();
                return manager.post("/api/programs", program("IDEM6", "Six"), KEY, "at-the-same-moment");
            }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        pool.shutdown();
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(ledger.of("IDEM6").stream().filter(entry -> entry.kind().equals("LAUNCHED")))
                .hasSize(1);
        assertThat(Caller.of(port, "manager")
                        .post("/api/programs", program("IDEM6", "Six"), KEY, "at-the-same-moment")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void theTeamAndStoppingAreRepeatableToo() throws Exception {
        String code = launch();
        Caller manager = Caller.of(port, "manager");
        String joining = "{\"person\":\"legal\",\"part\":\"LEGAL\"}";
        String first = manager.post("/api/programs/" + code + "/team", joining, KEY, "join-1")
                .body();
        assertThat(manager.post("/api/programs/" + code + "/team", joining, KEY, "join-1")
                        .body())
                .isEqualTo(first);
        long joined = ledger.of(code).stream()
                .filter(entry ->
                        entry.kind().equals("TEAM_CHANGED") && entry.subject().equals("legal"))
                .count();
        assertThat(joined).isEqualTo(1);
        String reason = "{\"reason\":\"The strategy has moved.\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(manager.post("/api/programs/" + code + "/stop", reason, KEY, "stop-1")
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(manager.post("/api/programs/" + code + "/stop", reason).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aNewPersonsPasswordIsShownOnceAndNeverKept() throws Exception {
        Caller admin = Caller.of(port, "admin");
        String somebody = "{\"id\":\"repeated\",\"name\":\"Rita Repeated\",\"role\":\"MEMBER\"}";
        HttpResponse<String> first = admin.post("/api/people", somebody, KEY, "person-1");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String password = Caller.json(first).path("password").asText();
        assertThat(password).isNotEmpty();
        HttpResponse<String> again = admin.post("/api/people", somebody, KEY, "person-1");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Caller.json(again).path("person"))
                .isEqualTo(Caller.json(first).path("person"));
        assertThat(again.body()).doesNotContain(password);
        assertThat(jdbc.sql("select count(*) from web_idempotency where body like :password")
                        .param("password", "%" + password + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String program(String code, String name) {
        return """
                {"code": "%s", "name": "%s", "purpose": "Answer everyone.", "sponsor": "sponsor", "manager": "manager",
                 "team": [{"person": "service", "function": "FN-SVC", "part": "FUNCTION_LEAD"},
                          {"person": "product", "function": "FN-PRD", "part": "FUNCTION_LEAD"}]}
                """.formatted(code, name);
    }
}
