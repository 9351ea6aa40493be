package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** A panel of the organisation's own by API and page, and what others read of its votes before the close. */
class OwnPanelTests extends House {

    private static final String API = "/api/gates/routes";
    private static final String WHY = "Votes are open where trust is young.";

    @Autowired
    Team team;

    @AfterEach
    void asShipped() {
        jdbc.sql("delete from gate_route where reason = ?").param(WHY).update();
    }

    private static String panel(boolean open, String... seats) {
        StringBuilder json = new StringBuilder("{\"stage\":\"values\",\"investmentBand\":\"OVER_10M\",\"quorum\":2,")
                .append("\"votesOpen\":" + open + ",\"reason\":\"" + WHY + "\",\"panel\":[");
        for (int i = 0; i < seats.length; i++) {
            json.append(i == 0 ? "" : ",").append("{\"source\":\"" + seats[i] + "\"}");
        }
        return json.append("]}").toString();
    }

    private String atTheGate() {
        String code = launch(
                List.of(
                        new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                        new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD")),
                "OVER_10M");
        playTo(code, "values", "decideGate");
        return code;
    }

    private void financeSaysGo(String code) {
        WorkItem ofFinance = items.open(code, "decideGate").stream()
                .filter(item -> "finance".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        hands.handIn(ofFinance, story(code).decides("values", decision("GO").put("reason", "The figures hold.")));
    }

    private String page(String person, String path) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor.get(path).body();
    }

    private JsonNode votes(String code, String reader) throws Exception {
        return Caller.json(Caller.of(port, reader).get("/api/programs/" + code + "/gates/values/sittings/1"))
                .get("votes");
    }

    private String taskOf(String code, String person) {
        return items.open(code, "decideGate").stream()
                .filter(item -> person.equals(item.assignee()))
                .findFirst()
                .orElseThrow()
                .task();
    }

    @Test
    void votesAreReadAsTheyAreCastWhereTheRouteSaysSo() throws Exception {
        assertThat(Caller.of(port, "admin")
                        .post(API, panel(true, "SPONSOR", "FINANCE"))
                        .statusCode())
                .isEqualTo(201);
        String code = atTheGate();
        financeSaysGo(code);
        String gate = "/programs/" + code + "/gates/values";
        assertThat(page("sponsor", gate + "/pack")).contains("Votes so far", "The figures hold.");
        assertThat(page("manager", gate)).contains("Votes so far", "The figures hold.");
        assertThat(page("sponsor", gate + "/panel")).contains("Votes are open here");
        assertThat(page("sponsor", "/tasks/" + taskOf(code, "sponsor") + "/work"))
                .contains("The figures hold.", "reads yours as soon as you cast it")
                .doesNotContain("nobody else sees your vote");
        assertThat(votes(code, "sponsor")).hasSize(1);
    }

    @Test
    void votesStayBlindWhereTheRouteSaysSo() throws Exception {
        assertThat(Caller.of(port, "admin")
                        .post(API, panel(false, "SPONSOR", "FINANCE"))
                        .statusCode())
                .isEqualTo(201);
        String code = atTheGate();
        financeSaysGo(code);
        String gate = "/programs/" + code + "/gates/values";
        for (String path : List.of(gate, gate + "/pack", "/tasks/" + taskOf(code, "sponsor") + "/work")) {
            assertThat(page("sponsor", path)).doesNotContain("The figures hold.", "Votes so far");
        }
        assertThat(page("sponsor", gate + "/panel")).contains("Votes are blind here");
        assertThat(votes(code, "sponsor")).isEmpty();
        assertThat(votes(code, "finance")).as("one's own is one's own").hasSize(1);
    }

    @Test
    void theLastGatekeeperWhoLeavesWithoutASuccessorLeavesNothingOwnerless() throws Exception {
        String alone = panel(false, "FINANCE").replace("\"quorum\":2", "\"quorum\":1");
        assertThat(Caller.of(port, "admin").post(API, alone).statusCode()).isEqualTo(201);
        String code = atTheGate();
        assertThat(open(code, "decideGate").assignee()).isEqualTo("finance");
        team.leave(code, "finance", Part.FINANCE, "manager");
        assertThat(items.open(code))
                .isNotEmpty()
                .extracting(WorkItem::assignee)
                .doesNotContainNull()
                .doesNotContain("finance");
        assertThat(open(code, "decideGate").assignee()).isEqualTo("sponsor");
        hands.handIn(open(code, "decideGate"), story(code));
        jobs.settle(code);
        assertThat(state(code, "values")).as("who holds it may decide it, too").isEqualTo("PASSED");
    }

    @Test
    void theApiSetsReadsAndTakesOutAPanelForAdministratorsOnly() throws Exception {
        Caller admin = Caller.of(port, "admin");
        String[] everybody = {
            "SPONSOR", "@finance", "@architect", "@legal", "@service", "@product", "@agent1", "@research", "@press"
        };
        String body = panel(false, everybody);
        for (String other : List.of("manager", "sponsor", "auditor")) {
            assertThat(Caller.of(port, other).post(API, body).statusCode()).isEqualTo(403);
        }
        assertThat(Caller.of(port, "manager").get(API).statusCode()).isEqualTo(403);
        var made = admin.post(API, body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        long id = Caller.json(made).get("id").asLong();
        assertThat(Caller.of(port, "auditor").get(API).body()).contains("@research,@press", WHY);
        assertThat(admin.post(API, panel(false, "MANAGER")).statusCode()).isEqualTo(422);
        assertThat(admin.post(API, panel(false)).statusCode()).isEqualTo(422);
        assertThat(admin.get("/api/openapi.json").body()).contains("\"" + API + "\"", "\"" + API + "/{id}\"");
        assertThat(Caller.of(port, "manager").delete(API + "/" + id).statusCode())
                .isEqualTo(403);
        assertThat(admin.delete(API + "/" + id).statusCode()).isEqualTo(204);
        assertThat(admin.delete(API + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aPanelThatCannotBeSetComesBackAsItWasTyped() throws Exception {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", "Waymark-demo-2026");
        String form = "shown=values&stage=roi&quorum=3&inSequence=true&votesOpen=true&reason="
                + URLEncoder.encode(WHY, StandardCharsets.UTF_8)
                + "&source=SPONSOR&how=VETO&source=%40nobody&how=VOTE&source=%40legal&how=TWO";
        assertThat(admin.ours("POST", "/admin/gates/routes", "application/x-www-form-urlencoded", form)
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.get("/admin/gates?stage=values").body())
                .contains("@nobody cannot be given a seat", "value=\"" + WHY + "\"", "By name (2)")
                .containsPattern("name=\"quorum\"[^>]*value=\"3\"")
                .containsPattern("value=\"@legal\">(?s:.{0,600})value=\"TWO\" selected");
    }
}
