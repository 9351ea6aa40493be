package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.waymark.ledger.Entry;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;

/** Programs of the whole product are moved to a release whose diagrams say the same in other words, and go on. */
class MovingTests extends House {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHY = "The new drawing explains more.";
    private static int releases;

    /** The next release: the agreeing task of the first stage has another name, nothing else differs. */
    private void release() throws Exception {
        String name = "Agree the values together " + ++releases;
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one -> !one.toString().endsWith(".json"))
                    .toList()) {
                String text = Files.readString(file).replace("name=\"Agree the values\"", "name=\"" + name + "\"");
                deployment.addString(file.getFileName().toString(), text);
            }
        }
        deployment.deploy();
    }

    private Visitor admin() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", "Waymark-demo-2026");
        return visitor;
    }

    private static JsonNode get(Visitor visitor, String path) throws Exception {
        HttpResponse<String> answer = visitor.send(visitor.request(path).GET());
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> move(Visitor visitor, String code, String mark, String reason)
            throws Exception {
        return visitor.send(visitor.request("/api/releases/programs/" + code + "/move")
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", visitor.token("/account"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("mark", mark, "reason", reason)))));
    }

    private List<String> sealed(String code) {
        return ledger.of(code).stream().map(Entry::hash).toList();
    }

    @Test
    void aProgramAtItsFirstAgreementIsLookedAtMovedAndGoesOnToItsGate() throws Exception {
        String code = launch();
        playTo(code, "values", "agreeValues");
        release();
        Visitor admin = admin();
        List<String> before = sealed(code);
        WorkItem task = open(code, "agreeValues");
        JsonNode look = get(admin, "/api/releases/programs/" + code);
        assertThat(look.path("why").isNull()).as(look.toString()).isTrue();
        assertThat(look.path("kept").path("answers").asInt()).isEqualTo(5);
        assertThat(look.path("carried").path("parts")).hasSize(2);
        assertThat(sealed(code)).isEqualTo(before);
        assertThat(open(code, "agreeValues").name()).isEqualTo(task.name());

        HttpResponse<String> moved = move(admin, code, look.path("mark").asText(), WHY);
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        WorkItem same = open(code, "agreeValues");
        assertThat(same.task()).isEqualTo(task.task());
        assertThat(same.assignee()).isEqualTo(task.assignee());
        assertThat(same.name()).isEqualTo("Agree the values together " + releases + " · " + code);
        List<Entry> record = ledger.of(code);
        assertThat(record.stream().map(Entry::hash)).startsWith(before.toArray(String[]::new));
        Entry last = record.get(record.size() - 1);
        assertThat(last.kind()).isEqualTo("RELEASE_MOVED");
        assertThat(last.person()).isEqualTo("admin");
        assertThat(last.data()).contains(WHY).contains("stage-values");
        assertThat(get(admin, "/api/releases/programs/" + code).path("why").asText())
                .contains("newest version");

        playTo(code, "values", "decideGate");
        hands.handIn(open(code, "decideGate"), story(code));
        jobs.settle(code);
        assertThat(state(code, "values")).isEqualTo("PASSED");
        assertThat(open(code, "rateCapabilities").isOpen()).isTrue();
    }

    @Test
    void aProgramThatWentOnSinceItWasLookedAtIsLeftAsItIs() throws Exception {
        String code = launch();
        release();
        Visitor admin = admin();
        String mark = get(admin, "/api/releases/programs/" + code).path("mark").asText();
        hands.handIn(items.open(code, "weighValues").get(0), story(code));
        List<String> before = sealed(code);
        HttpResponse<String> refused = move(admin, code, mark, WHY);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("went on since you looked at it");
        assertThat(sealed(code)).isEqualTo(before);
        assertThat(get(admin, "/api/releases/programs/" + code).path("why").isNull())
                .isTrue();
        String again = get(admin, "/api/releases/programs/" + code).path("mark").asText();
        assertThat(move(admin, code, again, " ").statusCode()).isEqualTo(422);
        assertThat(move(admin, code, again, WHY).statusCode()).isEqualTo(200);
        playTo(code, "values", "decideGate");
        assertThat(open(code, "decideGate").isOpen()).isTrue();
    }

    @Test
    void handingInAndMovingAtTheSameMomentLosesNothing() throws Exception {
        String code = launch();
        release();
        Visitor admin = admin();
        String mark = get(admin, "/api/releases/programs/" + code).path("mark").asText();
        WorkItem task = items.open(code, "weighValues").get(0);
        List<String> answers = atOnce(List.of(
                () -> {
                    hands.handIn(task, story(code));
                    return "200";
                },
                () -> String.valueOf(move(admin, code, mark, WHY).statusCode())));
        assertThat(answers.get(0)).isEqualTo("200");
        assertThat(answers.get(1)).isIn("200", "409");
        assertThat(items.open(code, "weighValues")).hasSize(4);
        assertThat(ledger.of(code).stream().filter(line -> line.kind().equals("RELEASE_MOVED")))
                .hasSize(answers.get(1).equals("200") ? 1 : 0);
        playTo(code, "values", "decideGate");
        assertThat(open(code, "decideGate").isOpen()).isTrue();
    }

    @Test
    void thePageTriesMovesAndTellsTheResultOfEach() throws Exception {
        String one = launch();
        String two = launch();
        release();
        Visitor admin = admin();
        int newest = get(admin, "/api/releases").findValuesAsText("number").stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
        assertThat(get(admin, "/api/releases/stage-values/" + (newest - 1)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.path("kind").asText()).isEqualTo("RENAMED");
                    assertThat(change.path("is").asText()).isEqualTo("agreeValues");
                });
        assertThat(page(admin, "/admin/releases/stage-values/" + (newest - 1))).contains("other name");
        assertThat(page(admin, "/admin/releases")).contains("changed since").contains("same drawing");
        String look = page(admin, "/admin/releases/programs/" + one);
        assertThat(look).contains("What stays as it is").contains("“Weigh the values” goes on as it is.");
        String ticked = get(admin, "/api/releases/programs/" + one).path("mark").asText();
        String body = "program=" + one + "%3A" + ticked + "&program=" + two + "%3Aold&reason="
                + URLEncoder.encode(WHY, StandardCharsets.UTF_8);
        HttpResponse<String> answer = admin.send(admin.request("/admin/releases/programs")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", admin.token("/account"))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(page(admin, "/admin/releases"))
                .contains(one + "</b>")
                .contains("It goes on where it stood.")
                .contains(two + " went on since you looked at it.");
    }

    private static String page(Visitor visitor, String path) throws Exception {
        HttpResponse<String> answer = visitor.send(visitor.request(path).GET());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
