package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Diagrams;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.program.Program;
import org.waymark.stage.Stages;
import org.waymark.web.Sha256;

/** A program taken along as a file and taken in again stands where it stood, page by page, and goes on from there. */
class MovedProgramTests extends House {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Stages stages;

    @Autowired
    Diagrams diagrams;

    private Visitor reader;

    @Test
    void aProgramThatHasJustBegunGoesOnInItsCopy() throws Exception {
        String code = launch();
        String copy = moved(code);
        assertSame(code, copy);
        playTo(copy, "values", "decideGate");
        assertThat(open(copy, "decideGate").assignee()).isEqualTo("sponsor");
        assertThat(items.open(code)).extracting(WorkItem::taskKey).containsOnly("weighValues");
        assertThat(ledger.verify(copy).whole()).isTrue();
    }

    @Test
    void aProgramInItsThirdStageWithAnOpenConditionStandsThereToo() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        hands.handIn(open(code, "decideGate"), decided(conditional()));
        // the people of a program are known by what they say, too
        say(code, "Who answers at night?");
        play(story(code), item -> !List.of("voteMaturity", "fulfilCondition").contains(item.taskKey()));
        assertThat(items.open(code)).extracting(WorkItem::taskKey).contains("voteMaturity", "fulfilCondition");
        String copy = moved(code);
        assertSame(code, copy);
        play(story(copy), item -> item.taskKey().equals("voteMaturity"));
        assertThat(items.open(copy)).extracting(WorkItem::taskKey).contains("agreeMaturity", "fulfilCondition");
        hands.handIn(open(copy, "fulfilCondition"), story(copy));
        assertThat(items.open(copy)).extracting(WorkItem::taskKey).contains("confirmCondition");
    }

    @Test
    void aReviewOnHoldWaitsForTheSameDayAndCanBeTakenUp() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        hands.handIn(
                open(code, "decideGate"),
                decided(decision("HOLD")
                        .put("holdUntil", LocalDate.now(clock).plusDays(30).toString())));
        assertThat(state(code, "values")).isEqualTo("ON_HOLD");
        String copy = moved(code);
        assertSame(code, copy);
        assertThat(caller().post("/api/programs/" + copy + "/gates/values/sittings/1/resume", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(items.open(copy)).extracting(WorkItem::taskKey).contains("submitForDecision");
        assertThat(state(code, "values")).isEqualTo("ON_HOLD");
    }

    @Test
    void aProgramThatIsOverComesAsOneThatIsOver() throws Exception {
        String code = launch();
        playTo(code, "capabilities", "decideGate");
        programs.stop(code, "The market is gone.", "manager");
        String copy = moved(code);
        assertSame(code, copy);
        assertThat(programs.get(copy).state()).isEqualTo("STOPPED");
        assertThat(items.open(copy)).isEmpty();
        assertThat(journey(copy)).isNull();
    }

    @Test
    void aProgramThatPassedItsSevenGatesComesWithAllItAgreed() throws Exception {
        String code = launch();
        play(story(code), item -> true);
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        String copy = moved(code);
        assertSame(code, copy);
        assertThat(programs.get(copy).state()).isEqualTo("COMPLETED");
        assertThat(stages.ids())
                .allSatisfy(stage -> assertThat(state(copy, stage)).isEqualTo("PASSED"));
        assertThat(ledger.of(copy))
                .filteredOn(line -> line.kind().equals("DECIDED"))
                .hasSize(7);
        assertThat(items.open(copy)).isEmpty();
        assertThat(journey(copy)).isNull();
    }

    @Test
    void sealedAnswersStayAndTheirRoundBeginsAgain() throws Exception {
        String code = launch();
        WorkItem first = open(code, "weighValues");
        hands.handIn(first, story(code));
        String points = jdbc.sql("select points from values_vote where program = ?")
                .param(code)
                .query(String.class)
                .single();
        Map<String, byte[]> parts = Moving.unzip(file(code));
        assertThat(parts).doesNotContainKey("tables/values_vote.json");
        parts.forEach((name, part) ->
                assertThat(new String(part, StandardCharsets.UTF_8)).as(name).doesNotContain(points));
        JsonNode looked = brought(file(code), 201);
        assertThat(looked.path("notes").get(0).asText()).contains("begins again with a new round");
        String copy = taken(looked, code + "X", Map.of(), 201).path("code").asText();
        jobs.settle(copy);
        assertThat(items.open(copy))
                .extracting(WorkItem::taskKey)
                .containsOnly("weighValues")
                .hasSize(5);
        assertThat(programs.get(copy).round()).isEqualTo(2);
        assertThat(ledger.of(copy))
                .filteredOn(line -> line.kind().equals("IMPORTED"))
                .hasSize(1);
        playTo(copy, "values", "decideGate");
    }

    @Test
    void whatIsNotWholeOrDoesNotFitIsRefusedAndMakesNothing() throws Exception {
        String code = launch();
        byte[] whole = file(code);
        int before = programs.all().size();
        assertRefused("hello".getBytes(StandardCharsets.UTF_8), "not a program’s file");
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "not whole");
        Map<String, byte[]> parts = Moving.unzip(whole);
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(
                "tables/program.json",
                text(parts, "tables/program.json").replace("Answer", "Refuse").getBytes());
        assertRefused(zip(changed), "not as it was written");
        assertRefused(remade(parts, "manifest.json", "\"version\":1", "\"version\":9"), "format 9");
        assertRefused(remade(parts, "manifest.json", "\"schema\":\"", "\"schema\":\"2"), "another release");
        assertRefused(remade(parts, "manifest.json", "\"stage-values\":\"", "\"stage-values\":\"0"), "diagrams");
        assertRefused(remade(parts, "record.json", "LAUNCHED", "DREAMED1"), "line 1 is not");
        assertBroken(code, remade(parts, "tables/program.json", "\"risk\"", "\"risk2\""));
        assertBroken(code, remade(parts, "engine/act_ru_variable.json", "\"string\"", "\"object\""));
        assertBroken(code, remade(parts, "tables/team_member.json", "\"position\":1", "\"position\":\"one\""));
        // what would give somebody every task of the house
        String rights = "engine/act_ru_authorization.json";
        JsonNode right = JSON.readTree(parts.get(rights)).get(0);
        assertBroken(code, remade(parts, rights, right.path("resource_id_").asText(), "*"));
        assertBroken(code, remade(parts, rights, "\"" + right.path("user_id_").asText() + "\"", "\"*\""));
        assertBroken(code, remade(parts, rights, "\"type_\":1", "\"type_\":0"));
        assertThat(brought(remade(parts, "manifest.json", "\"state\":\"RUNNING\"", "\"state\":null"), 422)
                        .path("detail")
                        .asText())
                .contains("manifest.json");
        JsonNode looked = brought(whole, 201);
        assertThat(taken(looked, code, Map.of(), 409).path("detail").asText()).contains(code);
        assertThat(taken(looked, code + "Y", Map.of("service", ""), 422)
                        .path("detail")
                        .asText())
                .contains("Please say who Sara Service is");
        assertThat(taken(looked, code + "Y", Map.of("service", "nobody"), 422)
                        .path("detail")
                        .asText())
                .contains("Sara Service");
        assertThat(taken(looked, code + "Y", Map.of("service", "sales"), 422)
                        .path("detail")
                        .asText())
                .contains("one person only");
        assertThat(programs.all()).hasSize(before);
        assertThat(jdbc.sql("select count(*) from work_item where program = ?")
                        .param(code + "Y")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(ledger.programs()).doesNotContain(code + "Y");
    }

    @Test
    void twoClicksTakeItInOnce() throws Exception {
        String code = launch();
        String address =
                "/api/programs/arrivals/" + brought(file(code), 201).path("id").asText();
        List<String> answers = atOnce(Stream.of("X", "Y")
                .<Callable<String>>map(
                        end -> () -> String.valueOf(caller().post(address, "{\"code\":\"" + code + end + "\"}")
                                .statusCode()))
                .toList());
        assertThat(answers).containsExactlyInAnyOrder("201", "404");
        assertThat(programs.all())
                .extracting(Program::code)
                .filteredOn(one -> one.startsWith(code) && !one.equals(code))
                .hasSize(1);
    }

    @Test
    void peopleAreMatchedAndTheirTasksAreTheirs() throws Exception {
        String code = launch();
        JsonNode looked = brought(file(code), 201);
        String copy = taken(looked, code + "P", Map.of("service", "hr"), 201)
                .path("code")
                .asText();
        assertThat(items.open(copy))
                .extracting(WorkItem::assignee)
                .containsExactlyInAnyOrder("hr", "product", "sales", "finance", "architect");
        assertThat(asked("hr", copy)).isNotEmpty();
        hands.handIn(
                items.open(copy).stream()
                        .filter(one -> "hr".equals(one.assignee()))
                        .findFirst()
                        .orElseThrow(),
                story(copy));
        assertThat(items.open(copy)).hasSize(4);
    }

    @Test
    void whoMayAndHowItLooks() throws Exception {
        String code = launch();
        Visitor manager = visitor("manager");
        assertThat(manager.get("/programs/" + code).body()).contains("/programs/" + code + "/copy.zip");
        assertThat(manager.get("/programs/new").body()).contains("/programs/arrivals");
        assertThat(manager.get("/programs/arrivals").body())
                .contains("Look at it")
                .doesNotContain("??");
        String looked =
                "/programs/arrivals/" + brought(file(code), 201).path("id").asText();
        assertThat(manager.get(looked).body())
                .contains(
                        "What this file would make",
                        code + " is taken here",
                        "Sara Service",
                        "5 open tasks",
                        "parts in the team")
                .doesNotContain("??");
        String token = manager.token(looked);
        assertThat(manager.form(looked, "_csrf=" + token + "&code=" + code).statusCode())
                .isEqualTo(409);
        assertThat(manager.form(looked, "_csrf=" + token + "&code=" + code + "Z&person.service=")
                        .body())
                .contains("Please say who Sara Service is here");
        assertThat(manager.form(looked, "_csrf=" + token + "&code=" + code + "Z")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/programs/" + code + "Z"));
        assertThat(manager.get("/programs/" + code + "Z").body())
                .contains("took in from a file")
                .doesNotContain("??");
        assertThat(manager.get(looked).statusCode()).as("used up").isEqualTo(404);
        assertThat(visitor("sponsor").get("/programs/" + code).body()).doesNotContain("copy.zip");
        assertThat(Caller.of(port, "sponsor")
                        .post("/api/programs/" + code + "/copy.zip", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor("sponsor").get("/programs/arrivals").statusCode()).isEqualTo(403);
    }

    private Visitor reader() throws Exception {
        if (reader == null) {
            reader = visitor("manager");
        }
        return reader;
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }

    private Hands.Answers decided(ObjectNode decision) {
        return new Hands.Answers() {
            @Override
            public void begin(WorkItem task, ObjectNode draft) {
                draft.setAll(decision);
            }

            @Override
            public JsonNode answer(WorkItem task, String field, ObjectNode draft) {
                return null;
            }
        };
    }

    private void say(String code, String words) throws Exception {
        assertThat(caller().post(
                                "/api/programs/" + code + "/comments",
                                "{\"about\":\"program\",\"words\":\"" + words + "\",\"mentions\":[\"service\"]}")
                        .statusCode())
                .isEqualTo(201);
    }

    private Caller caller() {
        return Caller.of(port, "manager");
    }

    private String moved(String code) throws Exception {
        return moving().moved(code, Map.of());
    }

    private byte[] file(String code) throws Exception {
        return moving().file(code);
    }

    private JsonNode brought(byte[] file, int status) throws Exception {
        return moving().brought(file, status);
    }

    private JsonNode taken(JsonNode looked, String code, Map<String, String> people, int status) throws Exception {
        return moving().taken(looked, code, people, status);
    }

    private Moving moving() {
        return new Moving(caller());
    }

    private void assertRefused(byte[] file, String words) throws Exception {
        assertThat(brought(file, 422).path("detail").asText()).contains(words);
    }

    private void assertBroken(String code, byte[] file) throws Exception {
        assertThat(taken(brought(file, 201), code + "Y", Map.of(), 422)
                        .path("detail")
                        .asText())
                .contains("cannot be read");
    }

    /** Everything people and programs read about the two is the same, but for their code and the numbers of rows. */
    private void assertSame(String code, String copy) throws Exception {
        for (String what : said(code)) {
            assertThat(differs(read(what.replace("{code}", copy), copy), read(what.replace("{code}", code), code)))
                    .as(what)
                    .isEmpty();
        }
        assertThat(standing(copy)).isEqualTo(standing(code));
        assertThat(ledger.verify(copy).whole()).isTrue();
        assertThat(ledger.of(copy))
                .last()
                .satisfies(line -> assertThat(line.kind()).isEqualTo("IMPORTED"));
        Map<String, List<String>> here = content(copy);
        Map<String, List<String>> there = content(code);
        assertThat(here).containsOnlyKeys(there.keySet());
        there.forEach((part, rows) -> assertThat(here.get(part)).as(part).isEqualTo(rows));
    }

    private List<String> said(String code) {
        List<String> said = new ArrayList<>(List.of(
                "/api/programs/{code}",
                "/api/tasks?program={code}&size=100",
                "/programs/{code}/trace",
                "/programs/{code}/comments",
                "/programs/{code}/concerns",
                "/programs/{code}/benefits",
                "/programs/{code}/positions"));
        for (String stage : stages.ids()) {
            if (!programs.stage(code, stage).state().equals("AHEAD")) {
                said.addAll(List.of(
                        "/api/programs/{code}/models/" + stage,
                        "/api/programs/{code}/gates/" + stage,
                        "/programs/{code}/stages/" + stage,
                        "/programs/{code}/gates/" + stage));
            }
        }
        return said;
    }

    private String read(String address, String code) throws Exception {
        HttpResponse<String> answer = reader().get(address);
        assertThat(answer.statusCode()).as(address).isIn(200, 404);
        String body = answer.body();
        int main = body.indexOf("<main");
        String read = main < 0 ? body : body.substring(main, body.indexOf("</main>"));
        if (address.startsWith("/api/tasks")) {
            read = StreamSupport.stream(JSON.readTree(body).spliterator(), false)
                    .map(one -> masked(one.toString(), code))
                    .sorted()
                    .toList()
                    .toString();
        }
        return masked(read, code);
    }

    private static String masked(String text, String code) {
        String original = code.replaceAll("[A-Z]$", "");
        return text.replaceAll("\\b(" + code + "|" + original + ")\\b", "CODE")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "IDENTITY")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "TOKEN")
                .replaceAll("\"(id|sitting|file|said|watch|pilot|report|promise|session)\":\\d+", "\"$1\":0")
                .replaceAll("(comment|concern|sitting|condition)([-/])\\d+", "$1$20");
    }

    /** The first place at which two texts are not the same; nothing when there is none. */
    private static String differs(String one, String other) {
        int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return at < 0
                ? ""
                : "…" + one.substring(Math.max(0, at - 120), Math.min(one.length(), at + 120)) + "… or …"
                        + other.substring(at, Math.min(other.length(), at + 120)) + "…";
    }

    /** Which timers and steps wait, and until when. */
    private Map<String, String> standing(String code) {
        Map<String, String> standing = new TreeMap<>();
        for (Diagrams.Position position : diagrams.positions(code)) {
            standing.put(
                    position.diagram(),
                    position.waiting() + " "
                            + position.passed().stream().sorted().toList());
        }
        int number = 0;
        List<Job> waiting = runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .flatMap(one -> management.createJobQuery().processInstanceId(one.getId()).list().stream())
                .sorted(Comparator.comparing((Job job) -> String.valueOf(job.getDuedate()))
                        .thenComparing(job -> String.valueOf(job.getProcessDefinitionKey())))
                .toList();
        for (Job job : waiting) {
            standing.put("job " + number++, job.getProcessDefinitionKey() + " " + job.getDuedate());
        }
        return standing;
    }

    /** What the file of a program holds, but for its code, its identities, and who took it along when. */
    private Map<String, List<String>> content(String code) throws Exception {
        Map<String, List<String>> content = new TreeMap<>();
        Moving.unzip(file(code)).forEach((name, part) -> {
            if (name.startsWith("tables/") || name.startsWith("engine/")) {
                content.put(
                        name, rows(part).map(row -> masked(row, code)).sorted().toList());
            } else if (name.equals("record.json")) {
                content.put(
                        name,
                        rows(part)
                                .filter(row -> !row.contains("\"IMPORTED\"") && !row.contains("\"EXPORTED\""))
                                .map(row -> row.replaceAll("\"(program|chainedAs)\":(null|\"\\w+\"),?", ""))
                                .toList());
            }
        });
        return content;
    }

    private static Stream<String> rows(byte[] part) {
        try {
            return StreamSupport.stream(JSON.readTree(part).spliterator(), false)
                    .map(JsonNode::toString);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    /** The file of somebody who changes a part and makes every fingerprint fit again. */
    private static byte[] remade(Map<String, byte[]> parts, String name, String was, String is) throws IOException {
        Map<String, byte[]> remade = new LinkedHashMap<>(parts);
        String before = text(parts, name);
        assertThat(before).contains(was);
        byte[] after = before.replaceFirst(was, is).getBytes(StandardCharsets.UTF_8);
        remade.put(name, after);
        String manifest = text(remade, "manifest.json").replace(Sha256.hex(parts.get(name)), Sha256.hex(after));
        remade.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        remade.put("manifest.sha256", Sha256.hex(manifest).getBytes(StandardCharsets.UTF_8));
        return zip(remade);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return file.toByteArray();
    }
}
