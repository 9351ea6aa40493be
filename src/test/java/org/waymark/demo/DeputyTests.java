package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Entry;
import org.waymark.portfolio.Needs;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Deputies with dates, and panels that people leave: nobody barred decides, nothing is left ownerless. */
class DeputyTests extends House {

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    Team team;

    private HttpResponse<String> call(String method, String path, String person, String body) throws Exception {
        String basic =
                Base64.getEncoder().encodeToString((person + ":Waymark-demo-2026").getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/programs/" + path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int name(String code, String person, String deputy, String stage) throws Exception {
        String until = LocalDate.now(clock).plusDays(5).toString();
        return call(
                        "POST",
                        code + "/deputies",
                        person,
                        "{\"deputy\":\"%s\",\"stage\":\"%s\",\"until\":\"%s\"}".formatted(deputy, stage, until))
                .statusCode();
    }

    private HttpResponse<String> claim(String code, String stage, String person) throws Exception {
        return call("POST", code + "/gates/" + stage + "/sittings/1/claim", person, "{}");
    }

    private String atValuesGate() {
        String code = launch();
        playTo(code, "values", "decideGate");
        return code;
    }

    /** Ten million and more: sponsor and finance partner decide the business case together. */
    private String atTheBigGate() {
        String code = launch(
                List.of(
                        new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                        new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD")),
                "OVER_10M");
        play(story(code), item -> !(item.stage().equals("roi") && item.taskKey().equals("decideGate")));
        assertThat(items.open(code, "decideGate"))
                .extracting(WorkItem::assignee)
                .containsExactlyInAnyOrder("sponsor", "finance");
        return code;
    }

    @Test
    void aDeputyTakesTheSeatDecidesAndBothNamesStandInTheRecord() throws Exception {
        String code = atValuesGate();
        assertThat(claim(code, "values", "sales").statusCode()).isEqualTo(403);
        assertThat(name(code, "sponsor", "sales", "values")).isEqualTo(201);
        HttpResponse<String> claimed = claim(code, "values", "sales");
        assertThat(claimed.statusCode()).isEqualTo(200);
        WorkItem task = open(code, "decideGate");
        assertThat(task.assignee()).isEqualTo("sales");
        assertThatThrownBy(() -> work.complete(task.task(), "sponsor")).isInstanceOf(Refusal.class);
        hands.handIn(task, story(code));
        assertThat(state(code, "values")).isEqualTo("PASSED");
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("DECIDED")
                        || entry.kind().equals("SUBMITTED") && entry.subject().equals("decideGate"))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.person()).isEqualTo("sales");
                    assertThat(entry.onBehalfOf()).isEqualTo("sponsor");
                });
        JsonNode vote = new ObjectMapper()
                .readTree(call("GET", code + "/gates/values/sittings/1", "manager", "")
                        .body())
                .path("votes")
                .path(0);
        assertThat(vote.path("person").asText()).isEqualTo("sales");
        assertThat(vote.path("onBehalfOf").asText()).isEqualTo("sponsor");
    }

    @Test
    void nobodyBarredBecomesADeputyAndADeputyPassesNothingOn() throws Exception {
        String code = atValuesGate();
        assertThat(name(code, "sponsor", "manager", "values")).isEqualTo(422);
        assertThat(name(code, "sponsor", "manager", "")).isEqualTo(422);
        assertThat(name(code, "sponsor", "sponsor", "")).isEqualTo(422);
        assertThat(name(code, "sponsor", "nobody", "")).isEqualTo(422);
        assertThat(name(code, "manager", "product", "values")).isEqualTo(201);
        assertThat(name(code, "sponsor", "product", "")).isEqualTo(201);
        assertThat(claim(code, "values", "product").statusCode())
                .as("a deputy of somebody barred is barred")
                .isEqualTo(403);
        assertThat(name(code, "sponsor", "sales", "values")).isEqualTo(201);
        assertThat(name(code, "sales", "service", "values")).isEqualTo(201);
        assertThat(claim(code, "values", "sales").statusCode()).isEqualTo(200);
        assertThat(claim(code, "values", "service").statusCode())
                .as("no chains")
                .isEqualTo(403);
        assertThat(name(code, "sponsor", "sales", "roi")).isEqualTo(201);
    }

    @Test
    void afterTheLastDayTheSeatGoesBack() throws Exception {
        String code = atValuesGate();
        name(code, "sponsor", "sales", "values");
        claim(code, "values", "sales");
        WorkItem task = open(code, "decideGate");
        hands.type(task, story(code));
        jdbc.sql("update stakeholder_deputy set from_date = ?, until_date = ? where program = ?")
                .params(LocalDate.now(clock).minusDays(9), LocalDate.now(clock).minusDays(1), code)
                .update();
        assertThatThrownBy(() -> work.complete(task.task(), "sales")).isInstanceOf(Refusal.class);
        fire(code, "decisionReminder");
        assertThat(open(code, "decideGate").assignee()).isEqualTo("sponsor");
        hands.handIn(open(code, "decideGate"), story(code));
        assertThat(state(code, "values")).isEqualTo("PASSED");
    }

    @Test
    void anArrangementEndedEarlyGivesTheSeatBackAtOnce() throws Exception {
        String code = atValuesGate();
        name(code, "sponsor", "sales", "values");
        claim(code, "values", "sales");
        long id = new ObjectMapper()
                .readTree(call("GET", code + "/deputies", "sponsor", "").body())
                .path(0)
                .path("id")
                .asLong();
        assertThat(call("DELETE", code + "/deputies/" + id, "sales", "").statusCode())
                .isEqualTo(403);
        assertThat(call("DELETE", code + "/deputies/" + id, "sponsor", "").statusCode())
                .isEqualTo(204);
        assertThat(open(code, "decideGate").assignee()).isEqualTo("sponsor");
        assertThat(ledger.of(code))
                .extracting(Entry::kind)
                .contains("DEPUTY_NAMED", "SEAT_CLAIMED", "SEAT_RETURNED", "DEPUTY_ENDED");
    }

    /** Seen in Tasklist's own list and told, whether named before the review or in the middle of it. */
    @Test
    void aDeputySeesTheTaskInTasklistAndIsToldAndTakesTheSeatThere() throws Exception {
        String code = launch();
        playTo(code, "values", "submitForDecision");
        name(code, "sponsor", "sales", "values");
        hands.handIn(open(code, "submitForDecision"), story(code));
        jobs.settle(code);
        WorkItem task = open(code, "decideGate");
        assertThat(standInList("sales")).contains(task.task());
        assertThat(notices(code, "DEPUTY")).isEqualTo(1);
        name(code, "sponsor", "product", "values");
        assertThat(standInList("product")).contains(task.task());
        assertThat(standInList("service")).doesNotContain(task.task());
        assertThat(notices(code, "DEPUTY")).isEqualTo(2);
        assertThat(notices(code, "DEPUTY_NAMED")).isEqualTo(2);

        Visitor sales = visitor("sales");
        assertThat(sales.engine("POST", "/task/" + task.task() + "/claim", "{\"userId\":\"sales\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(sales.engine("POST", "/task/" + task.task() + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .as("a candidate decides nothing before the seat is taken")
                .isIn(403, 409);
        assertThat(sales.get("/tasks/" + task.task() + "/work").body()).contains("in the place of Simone Sponsor");
        assertThat(asked("sales", code))
                .extracting(Needs.Need::title)
                .anyMatch(title -> title.contains("a gate waits for Simone Sponsor"));
        assertThat(sales.ours("POST", "/tasks/" + task.task() + "/stand-in", "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sales.get("/tasks/" + task.task() + "/work").body()).contains("gate-decide");
        assertThat(standInList("product")).doesNotContain(task.task());
        assertThat(visitor("product")
                        .ours("POST", "/tasks/" + task.task() + "/stand-in", "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(403);
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }

    /** What Tasklist shows this person in the list of tasks they stand in for. */
    private String standInList(String person) throws Exception {
        Visitor visitor = visitor(person);
        JsonNode filters =
                new ObjectMapper().readTree(visitor.engine("GET", "/filter", "").body());
        for (JsonNode filter : filters) {
            if (filter.path("name").asText().equals("I stand in for")) {
                return visitor.engine("POST", "/filter/" + filter.path("id").asText() + "/list", "{}")
                        .body();
            }
        }
        throw new AssertionError("Tasklist has no such list: " + filters);
    }

    @Test
    void whoTakesThePartOverTakesTheSeat() {
        String code = atTheBigGate();
        team.join(new Member(code, "legal", Part.FINANCE, null, null), "manager");
        assertThat(items.open(code, "decideGate"))
                .extracting(WorkItem::assignee)
                .containsExactlyInAnyOrder("sponsor", "legal");
        play(story(code), item -> item.taskKey().equals("decideGate"));
        assertThat(state(code, "roi")).isEqualTo("PASSED");
    }

    @Test
    void aGatekeeperWhoLeavesTakesTheSeatAlongAndTheManagerGetsNoVote() {
        String code = atTheBigGate();
        team.leave(code, "finance", Part.FINANCE, "manager");
        assertThat(items.open(code, "decideGate"))
                .extracting(WorkItem::assignee)
                .containsExactly("sponsor");
        assertThat(ledger.of(code)).extracting(Entry::kind).contains("PANEL_CHANGED");
        hands.handIn(open(code, "decideGate"), story(code));
        assertThat(state(code, "roi")).isEqualTo("PASSED");
    }

    @Test
    void whenTheLastVoteMissingLeavesTheOthersDecide() {
        String code = atTheBigGate();
        WorkItem sponsors = items.open(code, "decideGate").stream()
                .filter(item -> "sponsor".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        hands.handIn(sponsors, story(code));
        assertThat(state(code, "roi")).isEqualTo("AT_GATE");
        team.leave(code, "finance", Part.FINANCE, "manager");
        jobs.settle(code);
        assertThat(state(code, "roi")).isEqualTo("PASSED");
        assertThat(items.open(code, "decideGate")).isEmpty();
    }

    @Test
    void aPanelIsNeverLeftToSomebodyWhoMayNotDecide() {
        String code = atValuesGate();
        String agreed = ledger.of(code).stream()
                .filter(entry ->
                        entry.kind().equals("SUBMITTED") && entry.subject().equals("agreeValues"))
                .map(Entry::person)
                .findFirst()
                .orElseThrow();
        assertThat(agreed).isEqualTo("manager");
        team.join(new Member(code, "legal", Part.MANAGER, null, null), "manager");
        assertThatThrownBy(() -> team.join(new Member(code, "manager", Part.SPONSOR, null, null), "legal"))
                .isInstanceOf(Refusal.class);
        assertThat(open(code, "decideGate").assignee()).isEqualTo("sponsor");
    }
}
