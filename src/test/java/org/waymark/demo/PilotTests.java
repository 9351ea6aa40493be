package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.program.EarlyOpenings;
import org.waymark.program.Pilots;
import org.waymark.program.Sketches;
import org.waymark.security.Proofs;
import org.waymark.stage.EarlyQuestions;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;
import org.waymark.workshop.PilotRuns;

/** A half-day pilot: seven models sketched in a room, seven gates signed in their order, and nothing decided by it. */
class PilotTests extends House {

    @Autowired
    PilotRuns runs;

    @Autowired
    Pilots pilots;

    @Autowired
    Sketches sketches;

    @Autowired
    EarlyOpenings early;

    @Autowired
    Stages stages;

    @Autowired
    Proofs proofs;

    @Test
    void aPilotGoesFromOneSessionThroughSevenGatesInTheirOrder() throws Exception {
        String code = launch();
        String page = "/programs/" + code + "/pilot";
        Visitor manager = signedIn("manager");
        assertThat(manager.get(page).body())
                .contains("Start a half-day pilot", "asks ahead of time, at once, for", "Operating model")
                .doesNotContain("??");
        manager.form(
                page,
                "day=" + LocalDate.now(clock) + "&facilitator=product&_csrf="
                        + manager.token("/programs/" + code + "/workshops"));
        runs.start(code, LocalDate.now(clock), "product", "manager");
        assertThat(ledger.of(code))
                .as("started twice is started")
                .filteredOn(entry -> entry.kind().equals("PILOT_STARTED"))
                .hasSize(1);
        assertThat(early.of(code))
                .extracting(EarlyOpenings.Opening::stage)
                .containsExactly("capabilities", "maturity", "use-cases", "operating-model");
        assertNobodyElseWrites(code);
        assertThatThrownBy(() -> pilots.prefill(code, false, "product")).isInstanceOf(Refusal.class);
        manager.form(page + "/sheets", "prefills=false&_csrf=" + manager.token(page));
        assertThat(pilots.of(code).orElseThrow().prefills()).isFalse();
        assertThat(manager.get(page).body()).contains("so that it sways nobody").doesNotContain("??");
        pilots.prefill(code, true, "manager");
        for (String stage : stages.ids().subList(1, 7)) {
            sketches.keep(code, stage, everything(code, stage), 0, "product");
        }
        assertThat(manager.get(page).body())
                .contains("No gate passed yet, of seven", "sketched", "Waits for Sara Service")
                .contains("it may sway them", "Let these sheets begin blank")
                .doesNotContain("??");
        String sheet = manager.get(page + "/use-cases").body();
        assertThat(sheet).contains("checked", "Write it down").doesNotContain("??");

        List<String> signed = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        oneAnswers(code);
        playAndSign(code, signed, begun);
        assertThat(signed).isEqualTo(stages.ids());
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        assertThat(begun)
                .contains(
                        "agreeCapabilities",
                        "agreeMaturity",
                        "chooseBenefits",
                        "chooseUseCases",
                        "answerChecklist",
                        "decideComponents");
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("DECIDED"))
                .hasSize(7)
                .allMatch(entry -> entry.data().contains("\"pilot\":true"))
                .allMatch(entry -> entry.person().equals("sponsor"));
        assertThat(jdbc.sql("select count(*) from gate_condition c join gate_sitting s on s.id = c.sitting"
                                + " where s.program = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .as("who had not answered became a condition")
                .isPositive();
        assertThat(ledger.verify(code).whole()).isTrue();
        assertThat(pilots.of(code)).isEmpty();
        assertThat(manager.get(page).body()).contains("No pilot runs").doesNotContain("??");
    }

    private void assertNobodyElseWrites(String code) {
        Map<String, Integer> answers = everything(code, "roi");
        for (String other : List.of("service", "sponsor", "auditor", "admin")) {
            assertThatThrownBy(() -> runs.start(code, LocalDate.now(clock), "service", other))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> sketches.keep(code, "roi", answers, 0, other))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> pilots.stop(code, other)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> sketches.keep(code, "values", Map.of(), 0, "manager"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> sketches.keep(code, "roi", Map.of("BEN-01", 7), 0, "manager"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> sketches.keep(code, "roi", Map.of("CAP-01", 1), 0, "manager"))
                .isInstanceOf(Refusal.class);
        assertThat(sketches.sketch(code, "roi").answers()).isEmpty();
    }

    /** Of three asked for weights one answers; the manager closes with a reason, and the gate misses the others. */
    private void oneAnswers(String code) {
        hands.handIn(open(code, "weighValues"), story(code));
        jobs.settle(code);
        contributions.close(code, "values", "The room is here for half a day.", "manager");
    }

    private void playAndSign(String code, List<String> signed, Set<String> begun) throws Exception {
        Visitor sponsor = signedIn("sponsor");
        for (int step = 0; step < 300 && programs.get(code).isRunning(); step++) {
            jobs.settle(code);
            WorkItem item = items.open(code).stream()
                    .filter(one -> !one.taskKey().contains("Condition"))
                    .findFirst()
                    .orElse(null);
            if (item == null) {
                continue;
            }
            if (item.taskKey().equals("decideGate")) {
                assertThat(sponsor.get("/gate-day").body())
                        .contains(item.task(), "All seven gates of the pilot")
                        .doesNotContain("??");
                proofs.note("sponsor");
                sponsor.ours("POST", "/gate-day", "application/x-www-form-urlencoded", "password=&task=" + item.task());
                assertThat(items.find(item.task()).orElseThrow().isOpen())
                        .as(item.stage() + ": " + sponsor.get("/gate-day").body())
                        .isFalse();
                signed.add(item.stage());
            } else if (item.taskKey().equals("submitForDecision")) {
                work.complete(item.task(), "manager");
            } else {
                assertBegun(item, begun);
                hands.handIn(item, story(code));
            }
        }
    }

    private void assertBegun(WorkItem item, Set<String> begun) {
        JsonNode sheet = work.open(item.task(), String.valueOf(item.assignee())).work();
        switch (item.taskKey()) {
            case "agreeCapabilities" ->
                assertThat(all(sheet.path("capabilities"), "have")).containsOnly("3");
            case "agreeMaturity" -> {
                assertThat(all(sheet.path("levels"), "level")).containsOnly("1");
                assertThat(sheet.path("ambition").path("10").asInt()).isEqualTo(3);
            }
            case "chooseBenefits" ->
                assertThat(all(sheet.path("lines"), "template")).contains("BEN-01");
            case "chooseUseCases" ->
                assertThat(all(sheet.path("useCases"), "decision")).containsOnly("NOW");
            case "answerChecklist" ->
                assertThat(all(sheet.path("answers"), "state")).isNotEmpty().doesNotContain("", "null");
            case "decideComponents" ->
                assertThat(all(sheet.path("decisions"), "decision")).containsOnly("KEEP");
            default -> {
                return;
            }
        }
        begun.add(item.taskKey());
    }

    private static List<String> all(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }

    /** A yes to every benefit, the highest of every capability, everything now, and a wish beyond the chasm. */
    private Map<String, Integer> everything(String code, String stage) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        sketches.sections(code, stage).stream()
                .flatMap(section -> section.questions().stream())
                .forEach(question -> answers.put(question.id(), level(stage, question)));
        return answers;
    }

    private static int level(String stage, EarlyQuestions.Question question) {
        int last = question.choices().size() - 1;
        boolean wish = question.id().matches("\\d+");
        return question.choices()
                .get(stage.equals("capabilities") ? last : wish ? 2 : 0)
                .level();
    }

    @Test
    void leftHalfWayAndStoppedItLeavesTheProgramAsItIs() throws Exception {
        String code = launch();
        runs.start(code, LocalDate.now(clock), "product", "manager");
        Visitor manager = signedIn("manager");
        String page = "/programs/" + code + "/pilot/maturity";
        String token = manager.token(page);
        assertThat(manager.form(page, form(Map.of("answers[DIM-1]", "4", "answers[DIM-2]", "", "_csrf", token)))
                        .statusCode())
                .as("half of it is fine")
                .isEqualTo(302);
        assertThat(sketches.sketch(code, "maturity").answers()).isEqualTo(Map.of("DIM-1", 4));
        assertThat(manager.form(page, form(Map.of("answers[DIM-1]", "2", "_csrf", token)))
                        .statusCode())
                .as("somebody was faster")
                .isEqualTo(409);
        Visitor service = signedIn("service");
        assertThat(service.get(page).body()).doesNotContain("Write it down").contains("disabled");
        assertThat(service.form(page, form(Map.of("version", "1", "_csrf", service.token("/my-work"))))
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedIn("hr").get(page).statusCode()).isEqualTo(404);
        Map<String, Integer> nothingThere = new LinkedHashMap<>();
        everything(code, "capabilities").keySet().forEach(id -> nothingThere.put(id, 0));
        sketches.keep(code, "capabilities", nothingThere, 0, "manager");
        pilots.stop(code, "manager");
        assertThat(manager.get(page).statusCode()).isEqualTo(409);
        playTo(code, "capabilities", "agreeCapabilities");
        JsonNode sheet =
                work.open(open(code, "agreeCapabilities").task(), "manager").work();
        assertThat(all(sheet.path("capabilities"), "have")).isNotEmpty().doesNotContain("0");
        assertThat(ledger.of(code)).noneMatch(entry -> entry.data().contains("\"pilot\""));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Visitor signedIn(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }
}
