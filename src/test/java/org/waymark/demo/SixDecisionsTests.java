package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.security.Proofs;

/** Each of the six decisions, taken through Tasklist, on the page and by the API, with the same end every time. */
class SixDecisionsTests extends House {

    private static final String JSON = "application/json";
    private static final String PASSWORD = "Waymark-demo-2026";

    @Autowired
    Proofs proofs;

    enum Way {
        TASKLIST,
        PAGE,
        API
    }

    @AfterEach
    void everybodyHasProvedAgain() {
        proofs.note("sponsor");
    }

    static Stream<Arguments> decisionsAndWays() {
        return Stream.of("GO", "CONDITIONAL_GO", "HOLD", "RECYCLE", "KILL", "MORE_INFORMATION")
                .flatMap(decision -> Stream.of(Way.values()).map(way -> Arguments.of(decision, way)));
    }

    private ObjectNode complete(String kind) {
        return switch (kind) {
            case "CONDITIONAL_GO" -> conditional();
            case "HOLD" ->
                decision(kind)
                        .put("holdUntil", LocalDate.now(clock).plusDays(20).toString());
            case "RECYCLE" -> back("values");
            case "MORE_INFORMATION" -> {
                ObjectNode more = decision(kind);
                more.putArray("questions")
                        .add(Story.NODES.objectNode().put("to", "service").put("text", "Who counted the calls?"));
                yield more;
            }
            default -> decision(kind);
        };
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("decisionsAndWays")
    void everyDecisionEndsTheSameWhicheverWayItIsTaken(String kind, Way way) throws Exception {
        String code = atGate();
        WorkItem task = open(code, "decideGate");
        Visitor sponsor = sponsor();
        assertThat(save(sponsor, task, way, complete(kind)).statusCode()).isEqualTo(200);
        HttpResponse<String> done = handIn(sponsor, task, way);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(handIn(sponsor, task, way).statusCode())
                .as("the same person's second click is answered as the first")
                .isEqualTo(204);
        jobs.settle(code);
        ended(code, kind);
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("DECIDED"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.person()).isEqualTo("sponsor");
                    assertThat(entry.data()).contains("\"decision\":\"" + kind + "\"");
                });
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    private void ended(String code, String kind) {
        String state = switch (kind) {
            case "GO", "CONDITIONAL_GO" -> "PASSED";
            case "HOLD" -> "ON_HOLD";
            case "RECYCLE" -> "OPEN";
            case "KILL" -> "STOPPED";
            default -> "AT_GATE";
        };
        assertThat(state(code, "values")).isEqualTo(state);
        String[] open = switch (kind) {
            case "GO" -> new String[] {"rateCapabilities"};
            case "CONDITIONAL_GO" -> new String[] {"fulfilCondition", "rateCapabilities"};
            case "RECYCLE" -> new String[] {"weighValues"};
            case "MORE_INFORMATION" -> new String[] {"answerQuestions"};
            default -> new String[0];
        };
        assertThat(items.open(code).stream().map(WorkItem::taskKey).distinct()).containsExactlyInAnyOrder(open);
    }

    /** Step-up: a signature asks for the password when the last proof is too old, whatever the way in. */
    @ParameterizedTest
    @MethodSource("ways")
    void anOldProofSignsNothingUntilThePasswordIsGivenAgain(Way way) throws Exception {
        String code = atGate();
        WorkItem task = open(code, "decideGate");
        Visitor sponsor = sponsor();
        jdbc.sql("delete from security_proof where person = 'sponsor'").update();
        assertThat(save(sponsor, task, way, decision("GO")).statusCode())
                .as("a draft is kept without it")
                .isEqualTo(200);
        HttpResponse<String> refused = handIn(sponsor, task, way);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("password").doesNotContain("Exception");
        assertThat(state(code, "values")).isEqualTo("AT_GATE");
        assertThat(prove(sponsor, task, way, "not-it").statusCode()).isEqualTo(422);
        assertThat(handIn(sponsor, task, way).statusCode()).isEqualTo(422);
        // after a wrong one the next try has to wait some seconds
        engine.getIdentityService().unlockUser("sponsor");
        assertThat(prove(sponsor, task, way, PASSWORD).statusCode()).isBetween(200, 204);
        assertThat(handIn(sponsor, task, way).statusCode()).isEqualTo(204);
        assertThat(state(code, "values")).isEqualTo("PASSED");
        assertThat(jdbc.sql("select count(*) from work_draft where draft like '%" + PASSWORD + "%'")
                        .query(Integer.class)
                        .single())
                .as("a password is never part of a draft")
                .isZero();
    }

    static Stream<Way> ways() {
        return Stream.of(Way.values());
    }

    @Test
    void aProofOlderThanAWorkingDayCountsNoMore() {
        jdbc.sql("update security_proof set proved_at = ? where person = 'sponsor'")
                .param(java.time.OffsetDateTime.now(clock).minusHours(9))
                .update();
        assertThat(proofs.fresh("sponsor")).isTrue();
        jdbc.sql("update security_proof set proved_at = ? where person = 'sponsor'")
                .param(java.time.OffsetDateTime.now(clock).minusHours(11))
                .update();
        assertThat(proofs.fresh("sponsor")).isFalse();
    }

    private HttpResponse<String> prove(Visitor visitor, WorkItem task, Way way, String password) throws Exception {
        return way == Way.API
                ? visitor.ours("POST", "/api/proof", JSON, "{\"password\":\"" + password + "\"}")
                : visitor.ours(
                        "POST",
                        "/tasks/" + task.task() + "/prove",
                        "application/x-www-form-urlencoded",
                        "password=" + password);
    }

    private HttpResponse<String> save(Visitor visitor, WorkItem task, Way way, ObjectNode draft) throws Exception {
        long version = work.open(task.task(), "sponsor").version();
        if (way == Way.API) {
            ObjectNode body = Story.NODES.objectNode().put("version", version);
            body.set("work", draft);
            return visitor.ours("PUT", "/api/tasks/" + task.task() + "/work", JSON, body.toString());
        }
        StringBuilder form = new StringBuilder("_version=" + version);
        Typed.into(form, "", draft);
        return visitor.ours(
                "PUT", "/tasks/" + task.task() + "/work", "application/x-www-form-urlencoded", form.toString());
    }

    private HttpResponse<String> handIn(Visitor visitor, WorkItem task, Way way) throws Exception {
        return switch (way) {
            case TASKLIST -> visitor.engine("POST", "/task/" + task.task() + "/submit-form", "{\"variables\":{}}");
            case PAGE ->
                visitor.ours("POST", "/tasks/" + task.task() + "/complete", "application/x-www-form-urlencoded", "");
            case API -> visitor.ours("POST", "/api/tasks/" + task.task() + "/complete", JSON, "");
        };
    }

    private String atGate() {
        String code = launch();
        playTo(code, "values", "decideGate");
        return code;
    }

    private Visitor sponsor() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn("sponsor", PASSWORD);
        return visitor;
    }

    /** A draft as the form posts it: one input a field, named by its path. */
    private static final class Typed {

        static void into(StringBuilder form, String path, com.fasterxml.jackson.databind.JsonNode node) {
            if (node.isObject()) {
                node.fields()
                        .forEachRemaining(one ->
                                into(form, path.isEmpty() ? one.getKey() : path + "." + one.getKey(), one.getValue()));
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    into(form, path + "[" + i + "]", node.get(i));
                }
            } else {
                form.append('&')
                        .append(java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8))
                        .append('=')
                        .append(java.net.URLEncoder.encode(node.asText(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }
}
