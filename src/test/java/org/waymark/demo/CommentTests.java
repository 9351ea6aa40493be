package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.WorkItem;
import org.waymark.security.People;

/** Comments on programs, stages, gates, tasks and figures: who says, reads, changes and withdraws them. */
class CommentTests extends House {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    People people;

    @Test
    void aThreadIsWrittenByTheTeamReadByWhoeverSeesTheProgramAndUnknownToOthers() throws Exception {
        String code = launch();
        Browsing sara = Browsing.as(port, "service");
        HttpResponse<String> said = sara.form(
                page(code, "stage:values"),
                "/programs/" + code + "/comments",
                "about=stage:values&words=Who+answers%3F");
        assertThat(said.statusCode()).isEqualTo(302);
        assertThat(said.headers().firstValue("Location").orElseThrow()).contains("about=stage:values#comment-");
        assertThat(sara.get(page(code, "stage:values")).body())
                .contains("One comment", "Who answers?", "Withdraw this comment", "Change it")
                .doesNotContain("??");
        assertThat(sara.get("/programs/" + code).body()).contains("What people say", "Who answers?");
        assertThat(sara.get("/programs/" + code + "/stages/values").body()).contains("Who answers?");

        // an auditor reads, and has nothing to write with
        Browsing auditor = Browsing.as(port, "auditor");
        assertThat(auditor.get(page(code, "stage:values")).body())
                .contains("Who answers?")
                .doesNotContain("Add this comment", "Withdraw this comment");
        assertThat(post("auditor", code, "stage:values", "Me too").statusCode()).isEqualTo(403);

        // to somebody of another program there is no such thing
        Caller hr = Caller.of(port, "hr");
        assertThat(hr.get(api(code)).statusCode()).isEqualTo(404);
        assertThat(post("hr", code, "stage:values", "Hello").statusCode()).isEqualTo(404);
        assertThat(Browsing.as(port, "hr").get(page(code, "stage:values")).statusCode())
                .isEqualTo(404);
        assertThat(Browsing.as(port, "hr")
                        .get("/programs/" + code + "/comments.csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browsing.nobody(port).get(page(code, "stage:values")).statusCode())
                .isEqualTo(302);
        assertThat(Browsing.as(port, "hr")
                        .get("/tasks/" + items.open(code).get(0).task() + "/comments")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoIsNamedHearsOfItOnceAndOnlyPeopleOfTheProgramCanBe() throws Exception {
        String code = launch();
        String sales = people.nameOf("sales");
        String product = people.nameOf("product");
        JsonNode said = Caller.json(post(
                "service",
                code,
                "program",
                "@" + sales + ", and @" + product.toUpperCase() + "! @" + sales,
                "finance"));
        assertThat(texts(said.path("mentions"))).containsExactly("finance", "product", "sales");
        assertThat(told(code)).containsExactly("finance", "product", "sales");
        assertThat(Caller.json(Caller.of(port, "sales").get(api(code)))
                        .get(0)
                        .path("words")
                        .asText())
                .startsWith("@" + sales);
        assertThat(Browsing.as(port, "sales").get(page(code, "program")).body()).contains("<b>@" + sales + "</b>");

        // putting it right tells only who is new; whoever is no longer named is left alone
        long id = said.path("id").asLong();
        assertThat(change("service", code, id, "Now @" + sales + " and the manager", "manager"))
                .isEqualTo(200);
        assertThat(told(code)).containsExactly("finance", "manager", "product", "sales");
        assertThat(pending(code)).containsExactly("manager", "sales");

        assertThat(post("service", code, "program", "Hello", "hr").statusCode()).isEqualTo(422);
        assertThat(post("service", code, "program", "Hello", "nobody-at-all").statusCode())
                .isEqualTo(422);
        // a name that only begins like somebody's is nobody
        JsonNode other = Caller.json(post("service", code, "program", "@" + sales + "x and a@b.example"));
        assertThat(other.path("mentions")).isEmpty();
        // nobody tells themselves
        JsonNode own = Caller.json(post("service", code, "program", "I, @" + people.nameOf("service"), "service"));
        assertThat(own.path("mentions")).isEmpty();

        assertThat(Caller.of(port, "service").get(api(code)).body()).contains("Now @" + sales);
        assertThat(remove("service", code, id)).isEqualTo(204);
        assertThat(pending(code)).isEmpty();
    }

    @Test
    void onlyItsAuthorChangesACommentAndOnlyForAWhileAndAWithdrawnOneLeavesATrace() throws Exception {
        String code = launch();
        long id = Caller.json(post("service", code, "gate:values", "The secret plan"))
                .path("id")
                .asLong();
        assertThat(change("sales", code, id, "Mine now")).isEqualTo(403);
        assertThat(change("manager", code, id, "Mine now")).isEqualTo(403);
        assertThat(remove("sales", code, id)).isEqualTo(403);
        assertThat(remove("hr", code, id)).isEqualTo(404);
        assertThat(change("service", code, id, "The open plan")).isEqualTo(200);
        jdbc.sql("update comment_said set said_at = :then where id = :id")
                .param("then", OffsetDateTime.now(clock).minusMinutes(16))
                .param("id", id)
                .update();
        assertThat(change("service", code, id, "Too late")).isEqualTo(409);

        // the manager may take it back; its words are gone from everywhere, the trace stays
        assertThat(remove("manager", code, id)).isEqualTo(204);
        assertThat(remove("manager", code, id)).isEqualTo(409);
        Browsing reader = Browsing.as(port, "sales");
        for (String where : List.of(
                page(code, "gate:values"),
                "/programs/" + code,
                "/programs/" + code + "/comments",
                "/programs/" + code + "/comments.csv",
                "/programs/" + code + "/gates/values/pack")) {
            assertThat(reader.get(where).body())
                    .as(where)
                    .contains(people.nameOf("manager"))
                    .doesNotContain("open plan", "secret plan");
        }
        assertThat(reader.get(page(code, "gate:values")).body()).contains("Withdrawn by ");
        assertThat(jdbc.sql("select words from comment_said where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEmpty();
        // a comment of one program cannot be reached by another's address
        String other = launch();
        assertThat(remove("manager", other, id)).isEqualTo(404);
    }

    @Test
    void hostileWordsAreShownAsTheyAreOrRefused() throws Exception {
        String code = launch();
        String script = "<script>alert(1)</script><img src=x onerror=alert(2)> ${7*7} [[${7*7}]] \u202Eright to left";
        assertThat(post("service", code, "program", script).statusCode()).isEqualTo(201);
        for (String where : List.of("/programs/" + code, "/programs/" + code + "/comments", page(code, "program"))) {
            assertThat(Browsing.as(port, "sales").get(where).body())
                    .as(where)
                    .contains("&lt;script&gt;alert(1)", "${7*7}")
                    .doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(post("service", code, "program", "x".repeat(10_000)).statusCode())
                .isEqualTo(400);
        assertThat(post("service", code, "program", "a".repeat(2000)).statusCode())
                .isEqualTo(201);
        assertThat(post("service", code, "program", "\uD83D\uDE00".repeat(1000)).statusCode())
                .isEqualTo(201);
        for (String empty : List.of("", "   \n", "\u200B\u200B", "\u0000")) {
            assertThat(post("service", code, "program", empty).statusCode()).isEqualTo(422);
        }
        String broken = "{\"about\":\"program\",\"words\":\"a\\u0000b\\ud800c\"}";
        assertThat(Caller.json(Caller.of(port, "service").post(api(code), broken))
                        .path("words")
                        .asText())
                .isEqualTo("abc");
        String arabic = "مرحبا @" + people.nameOf("sales") + " كيف";
        assertThat(Caller.json(post("service", code, "program", arabic)).path("mentions"))
                .hasSize(1);
        assertThat(Browsing.as(port, "sales").get(page(code, "program")).body()).contains("dir=\"auto\"", "مرحبا");

        for (String nothing : List.of(
                "",
                "stage:nowhere",
                "stage:values/x",
                "figure:values/VAL-99",
                "figure:values",
                "task:values/decideGate",
                "task:../../x",
                "measure:wealth",
                "ballot:values/service",
                "program' or '1'='1")) {
            assertThat(post("service", code, nothing, "Hello").statusCode())
                    .as(nothing)
                    .isIn(400, 404);
            assertThat(Caller.of(port, "service")
                            .get(api(code) + "?about=" + URLEncoder.encode(nothing, StandardCharsets.UTF_8))
                            .statusCode())
                    .as(nothing)
                    .isIn(400, 404);
        }
        // a file a spreadsheet opens runs nothing
        assertThat(post("service", code, "program", "=1+1").statusCode()).isEqualTo(201);
        assertThat(Browsing.as(port, "sales")
                        .get("/programs/" + code + "/comments.csv")
                        .body())
                .contains("\"'=1+1\"");
    }

    @Test
    void theThreadOfATaskIsEverybodysAndWarnsWhileAnswersAreUnseen() throws Exception {
        String code = launch();
        List<WorkItem> asked = items.open(code, "weighValues");
        WorkItem mine = asked.stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        Browsing sara = Browsing.as(port, "service");
        assertThat(sara.get("/tasks/" + mine.task() + "/comments").body())
                .contains("Comment on this", "answering unseen")
                .doesNotContain("<form");
        HttpResponse<String> said =
                sara.form("/account", "/tasks/" + mine.task() + "/comments", "words=What+is+a+value%3F");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).contains("What is a value?", "One comment");
        WorkItem another = asked.stream()
                .filter(item -> "sales".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        assertThat(Browsing.as(port, "sales")
                        .get("/tasks/" + another.task() + "/comments")
                        .body())
                .contains("What is a value?");
        assertThat(post("service", code, "task:values/weighValues", "Through the API")
                        .statusCode())
                .isEqualTo(201);
        // nothing of the task itself, of who answered or of the draft comes along
        String thread = Caller.of(port, "sales")
                .get(api(code) + "?about=task:values/weighValues")
                .body();
        assertThat(thread).doesNotContain(mine.task(), another.task(), "assignee", "weights");

        playTo(code, "values", "decideGate");
        WorkItem decide = open(code, "decideGate");
        assertThat(post("service", code, "gate:values", "Before you decide").statusCode())
                .isEqualTo(201);
        assertThat(Browsing.as(port, "sponsor")
                        .get("/tasks/" + decide.task() + "/comments")
                        .body())
                .contains("Before you decide", "answering unseen");
        assertThat(Browsing.as(port, "sponsor")
                        .get("/programs/" + code + "/gates/values/pack")
                        .body())
                .contains("Before you decide", "Add this comment");
        // papers leave the house without what people say to each other
        assertThat(post("service", code, "gate:values", "Not for paper").statusCode())
                .isEqualTo(201);
        assertThat(Caller.of(port, "sponsor")
                        .get("/api/programs/" + code + "/models/values")
                        .body())
                .doesNotContain("Not for paper");
        assertThat(sara.get(page(code, "stage:values")).body()).contains("answering unseen");
        play(story(code), item -> item.taskKey().equals("decideGate"));
        assertThat(sara.get(page(code, "stage:values")).body()).doesNotContain("answering unseen");
    }

    @Test
    void everyFigureOfAResultPageHasItsThread() throws Exception {
        Browsing sponsor = Browsing.as(port, "sponsor");
        String stage = sponsor.get("/programs/ATLAS/stages/values").body();
        assertThat(stage).contains("about=figure:values/VAL-").doesNotContain("??");
        String value = stage.substring(stage.indexOf("figure:values/"), stage.indexOf("figure:values/") + 20);
        assertThat(sponsor.get("/programs/ATLAS/comments?about=" + value).body())
                .contains("Nobody has said anything about this yet", "Add this comment");
        assertThat(sponsor.get("/programs/ATLAS/measures/alignment").body())
                .contains("name=\"about\" value=\"measure:alignment\"");
    }

    @Test
    void anImpatientFingerSaysItOnceAndManyAtOnceAllCount() throws Exception {
        String code = launch();
        assertThat(post("service", code, "program", "Once").statusCode()).isEqualTo(201);
        assertThat(post("service", code, "program", "Once").statusCode()).isEqualTo(201);
        assertThat(Caller.json(Caller.of(port, "service").get(api(code)))).hasSize(1);
        List<String> answers = atOnce(List.<Callable<String>>of(
                () -> "" + post("service", code, "program", "One").statusCode(),
                () -> "" + post("sales", code, "program", "Two").statusCode(),
                () -> "" + post("product", code, "program", "Three").statusCode()));
        assertThat(answers).containsOnly("201");
        assertThat(Caller.json(Caller.of(port, "service").get(api(code) + "?size=2")))
                .hasSize(2);
        assertThat(Caller.json(Caller.of(port, "service").get(api(code)))).hasSize(4);
        assertThat(Caller.of(port, "service").get(api(code) + "?size=0").statusCode())
                .isEqualTo(400);
        JsonNode paths = Caller.json(Caller.of(port, "service").get("/api/openapi.json"))
                .path("paths")
                .path("/api/programs/{code}/comments");
        assertThat(paths.path("post").path("summary").asText()).startsWith("Say something");
        assertThat(paths.path("get").path("description").asText()).contains("figure:{stage}/{element}");
    }

    private HttpResponse<String> post(String person, String code, String about, String words, String... picked)
            throws Exception {
        return Caller.of(port, person)
                .post(
                        api(code),
                        JSON.writeValueAsString(Map.of("about", about, "words", words, "mentions", List.of(picked))));
    }

    private int change(String person, String code, long id, String words, String... picked) throws Exception {
        return Caller.of(port, person)
                .send(
                        "PUT",
                        api(code) + "/" + id,
                        JSON.writeValueAsString(Map.of("words", words, "mentions", List.of(picked))))
                .statusCode();
    }

    private int remove(String person, String code, long id) throws Exception {
        return Caller.of(port, person).send("DELETE", api(code) + "/" + id, "").statusCode();
    }

    private List<String> told(String code) {
        return mentioned(code, "");
    }

    private List<String> pending(String code) {
        return mentioned(code, " and fate is null");
    }

    private List<String> mentioned(String code, String more) {
        return jdbc.sql("select person from notice where program = :code and kind = 'MENTIONED'" + more
                        + " order by person")
                .param("code", code)
                .query(String.class)
                .list();
    }

    private static List<String> texts(JsonNode all) {
        List<String> texts = new java.util.ArrayList<>();
        all.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static String api(String code) {
        return "/api/programs/" + code + "/comments";
    }

    private static String page(String code, String about) {
        return "/programs/" + code + "/comments?about=" + about;
    }
}
