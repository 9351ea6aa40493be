package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Entry;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Two things at a gate at the same moment: one of them wins, nothing is half done, nothing is lost. */
class GateRaceTests extends House {

    @Autowired
    Team team;

    private String atTheBigGate() {
        String code = launch(
                List.of(
                        new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                        new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD")),
                "OVER_10M");
        play(story(code), item -> !(item.stage().equals("roi") && item.taskKey().equals("decideGate")));
        items.open(code, "decideGate").forEach(item -> hands.type(item, story(code)));
        return code;
    }

    private String atTheValuesGate() {
        String code = launch();
        playTo(code, "values", "decideGate");
        hands.type(open(code, "decideGate"), story(code));
        return code;
    }

    @Test
    void twoGatekeepersAtOnceMakeOneDecision() throws Exception {
        String code = atTheBigGate();
        List<Callable<String>> votes = items.open(code, "decideGate").stream()
                .map(item -> (Callable<String>) () -> complete(item))
                .toList();
        assertThat(atOnce(votes)).containsOnly("done");
        jobs.settle(code);
        assertThat(decided(code, "roi")).isEqualTo(1);
        assertThat(state(code, "roi")).isEqualTo("PASSED");
    }

    @Test
    void theLastVoteAgainstTheOtherGatekeeperLeavingEndsInOneDecision() throws Exception {
        String code = atTheBigGate();
        WorkItem sponsors = items.open(code, "decideGate").stream()
                .filter(item -> "sponsor".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        List<String> ends = atOnce(List.of(
                () -> complete(sponsors), () -> trying(() -> team.leave(code, "finance", Part.FINANCE, "manager"))));
        assertThat(ends).contains("done");
        if (!items.open(code, "decideGate").isEmpty()) {
            // one of the two lost against the other and is simply done again
            if (team.holding(code, Part.FINANCE).isEmpty()) {
                complete(items.open(code, "decideGate").get(0));
            } else {
                team.leave(code, "finance", Part.FINANCE, "manager");
            }
        }
        jobs.settle(code);
        assertThat(decided(code, "roi")).isEqualTo(1);
        assertThat(items.open(code, "decideGate")).isEmpty();
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    @Test
    void aDecisionAgainstARetractionIsOneOrTheOther() throws Exception {
        String code = atTheValuesGate();
        WorkItem decision = open(code, "decideGate");
        atOnce(List.of(() -> complete(decision), () -> retract(code)));
        jobs.settle(code);
        boolean passed = state(code, "values").equals("PASSED");
        assertThat(decided(code, "values")).isEqualTo(passed ? 1 : 0);
        assertThat(items.open(code))
                .extracting(WorkItem::taskKey)
                .contains(passed ? "rateCapabilities" : "submitForDecision");
    }

    @RepeatedTest(5)
    void aDecisionAgainstTheDailyTimerLosesNothing() throws Exception {
        String code = atTheValuesGate();
        WorkItem decision = open(code, "decideGate");
        atOnce(List.of(() -> complete(decision), () -> trying(() -> fire(code, "decisionReminder"))));
        if (!state(code, "values").equals("PASSED")) {
            complete(decision);
        }
        jobs.settle(code);
        assertThat(state(code, "values")).isEqualTo("PASSED");
        assertThat(decided(code, "values")).isEqualTo(1);
    }

    @Test
    void twoProgramsOnHoldWakeEachByItself() throws Exception {
        List<String> codes = List.of(launch(), launch());
        for (String code : codes) {
            playTo(code, "values", "decideGate");
            play(
                    story(code)
                            .decides(
                                    "values",
                                    decision("HOLD")
                                            .put(
                                                    "holdUntil",
                                                    LocalDate.now(clock)
                                                            .plusDays(399)
                                                            .toString())),
                    item -> item.taskKey().equals("decideGate"));
            assertThat(state(code, "values")).isEqualTo("ON_HOLD");
        }
        assertThat(call(codes.get(0) + "/gates/values/sittings/1/resume", "manager"))
                .isEqualTo("204");
        assertThat(items.open(codes.get(0))).extracting(WorkItem::taskKey).containsExactly("submitForDecision");
        assertThat(items.open(codes.get(1))).isEmpty();
        assertThat(call(codes.get(0) + "/gates/values/sittings/1/resume", "manager"))
                .isEqualTo("409");
        fire(codes.get(1), "holdUntil");
        assertThat(items.open(codes.get(1))).extracting(WorkItem::taskKey).containsExactly("submitForDecision");
    }

    @Test
    void aStopAgainstAnOpenPromiseLeavesNothingOpen() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        play(
                story(code).decides("values", conditional()),
                item -> item.taskKey().equals("decideGate"));
        jobs.settle(code);
        WorkItem promise = open(code, "fulfilCondition");
        work.save(promise.task(), "service", Story.NODES.objectNode().put("proof", "Done."), 0);
        atOnce(List.of(
                () -> complete(promise), () -> trying(() -> programs.stop(code, "The strategy moved.", "manager"))));
        if (programs.get(code).isRunning()) {
            programs.stop(code, "The strategy moved.", "manager");
        }
        assertThat(items.open(code)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(code)
                        .count())
                .isZero();
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    private long decided(String code, String stage) {
        return ledger.of(code).stream()
                .filter(entry ->
                        entry.kind().equals("DECIDED") && entry.subject().equals(stage))
                .map(Entry::kind)
                .count();
    }

    private String complete(WorkItem item) {
        try {
            work.complete(item.task(), String.valueOf(item.assignee()));
            return "done";
        } catch (Refusal refusal) {
            return String.valueOf(refusal.status());
        }
    }

    private static String trying(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (RuntimeException | AssertionError lost) {
            return "lost";
        }
    }

    private String retract(String code) throws Exception {
        return call(code + "/gates/values/sittings/1/retract", "manager");
    }

    private String call(String path, String person) throws Exception {
        String basic =
                Base64.getEncoder().encodeToString((person + ":Waymark-demo-2026").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/programs/" + path))
                                .header("Authorization", "Basic " + basic)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return String.valueOf(answer.statusCode());
    }
}
