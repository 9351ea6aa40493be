package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.ledger.Entry;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;

/** The ways through a gate that are not straight on: wait, ask, take back, waive; every timer and every early close. */
class GateJourneyTests extends House {

    private static final String JSON = "application/json";
    private static final String HELD_UNTIL = "holdUntil";

    @Test
    void aHoldEndsOnItsDateAndTheGateIsMeasuredAgain() throws Exception {
        String code = held();
        fire(code, HELD_UNTIL);
        passes(code);
    }

    @Test
    void aHoldIsEndedEarlyByManagerOrSponsorAndByNobodyElse() throws Exception {
        String code = held();
        assertThat(post("service", code, "/sittings/1/resume")).isEqualTo(403);
        assertThat(state(code, "values")).isEqualTo("ON_HOLD");
        assertThat(post("manager", code, "/sittings/1/resume")).isEqualTo(204);
        assertThat(post("manager", code, "/sittings/1/resume")).isEqualTo(409);
        assertThat(kinds(code)).contains("RESUMED");
        passes(code);
        assertThatThrownBy(() -> fire(code, HELD_UNTIL)).hasMessageContaining("No timer");
    }

    private String held() {
        String code = atGate();
        ObjectNode hold = decision("HOLD")
                .put(HELD_UNTIL, LocalDate.now(clock).plusDays(30).toString());
        decide(code, hold);
        assertThat(state(code, "values")).isEqualTo("ON_HOLD");
        assertThat(items.open(code)).isEmpty();
        return code;
    }

    @Test
    void whatIsAskedIsAnsweredByThePeopleAskedAndThenDecided() throws Exception {
        String code = atGate();
        ObjectNode more = decision("MORE_INFORMATION");
        more.putArray("questions")
                .add(Story.NODES.objectNode().put("to", "service").put("text", "Who counted the calls?"))
                .add(Story.NODES.objectNode().put("to", "product").put("text", "Is the promise in the plan?"));
        decide(code, more);
        assertThat(items.open(code, "answerQuestions"))
                .extracting(WorkItem::assignee)
                .containsExactlyInAnyOrder("service", "product");
        play(story(code), item -> !item.taskKey().equals("decideGate"));
        assertThat(items.open(code)).extracting(WorkItem::taskKey).containsExactly("decideGate");
        assertThat(jdbc.sql("""
                                select q.answer from gate_question q join gate_sitting s on s.id = q.sitting
                                where s.program = :code
                                """).param("code", code).query(String.class).list())
                .hasSize(2)
                .allMatch(answer -> answer.startsWith("Agreed in the working session"));
        passes(code);
    }

    @Test
    void aSubmissionIsTakenBackBeforeTheFirstVoteByItsSubmitterOnly() throws Exception {
        String code = atGate();
        assertThat(post("service", code, "/sittings/1/retract")).isEqualTo(403);
        assertThat(post("manager", code, "/sittings/1/retract")).isEqualTo(204);
        assertThat(items.open(code)).extracting(WorkItem::taskKey).containsExactly("submitForDecision");
        assertThat(kinds(code)).contains("RETRACTED");
        passes(code);
        assertThat(post("manager", code, "/sittings/1/retract")).isEqualTo(409);
    }

    @Test
    void aGoThatNamesTheWaiverPassesAndOneThatDoesNotIsRefused() {
        String code = launch();
        hands.handIn(open(code, "weighValues"), story(code));
        contributions.close(code, "values", "Two are on leave until the gate.", "manager");
        playTo(code, "values", "submitForDecision");
        WorkItem submission = open(code, "submitForDecision");
        hands.type(submission, story(code));
        List<String> asked = new ArrayList<>();
        for (JsonNode waiver : work.open(submission.task(), "manager").work().path("waivers")) {
            asked.add(waiver.path("criterion").asText());
        }
        assertThat(asked).as("a round closed early leaves something to waive").isNotEmpty();
        work.complete(submission.task(), "manager");
        WorkItem decision = open(code, "decideGate");
        assertThatThrownBy(() -> hands.type(decision, story(code))).hasMessageContaining("waivers");
        ObjectNode go = decision("GO");
        asked.forEach(go.putArray("waivers")::add);
        hands.handIn(decision, story(code).decides("values", go));
        jobs.settle(code);
        assertThat(state(code, "values")).isEqualTo("PASSED");
    }

    @ParameterizedTest
    @CsvSource({
        "values, weighValues",
        "capabilities, rateCapabilities",
        "maturity, voteMaturity",
        "use-cases, agreeUseCases",
        "operating-model, answerChecklist"
    })
    void everyRoundOfSeveralCanBeClosedEarly(String stage, String contribution) {
        String code = launch();
        playTo(code, stage, contribution);
        closesEarly(code, stage, contribution);
    }

    @ParameterizedTest
    @CsvSource({
        "roi, chooseBenefits, lines, owner, estimateBenefits",
        "architecture, decideComponents, decisions, businessOwner, reviewArchitecture"
    })
    void aRoundOfNamedOwnersCanBeClosedEarly(
            String stage, String naming, String list, String owner, String contribution) {
        String code = launch();
        playTo(code, stage, naming);
        WorkItem item = open(code, naming);
        hands.type(item, story(code));
        String person = String.valueOf(item.assignee());
        var sheet = work.open(item.task(), person);
        ObjectNode draft = sheet.work().deepCopy();
        for (JsonNode line : draft.path(list)) {
            if (line.hasNonNull(owner)) {
                ((ObjectNode) line).put(owner, "product");
                break;
            }
        }
        work.save(item.task(), person, draft, sheet.version());
        work.complete(item.task(), person);
        jobs.settle(code);
        closesEarly(code, stage, contribution);
    }

    private void closesEarly(String code, String stage, String contribution) {
        hands.handIn(open(code, contribution), story(code));
        assertThat(items.open(code, contribution)).isNotEmpty();
        contributions.close(code, stage, "The others are on leave.", "manager");
        jobs.settle(code);
        assertThat(items.open(code, contribution)).isEmpty();
        assertThat(items.open(code)).as("the agreeing goes on").isNotEmpty();
        assertThat(kinds(code)).contains("CLOSED");
    }

    @Test
    void everyTimerOfTheJourneyFiresAndMovesNobody() throws Exception {
        String code = launch();
        Set<String> fired = new TreeSet<>();
        for (int step = 0; step < 300; step++) {
            jobs.settle(code);
            List<WorkItem> open = items.open(code);
            if (open.isEmpty()) {
                break;
            }
            fireAll(code, fired);
            assertThat(items.open(code)).as("after the timers of step " + step).isEqualTo(open);
            hands.handIn(open.get(0), story(code));
        }
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        assertThat(fired).containsAll(drawnTimers());
    }

    private void fireAll(String code, Set<String> fired) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .list()) {
            if (instance.getProcessDefinitionId().startsWith("benefit:")) {
                continue; // beside the journey, quarters later: BenefitWatchTests
            }
            for (Job timer : management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .list()) {
                String at = management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(timer.getJobDefinitionId())
                        .singleResult()
                        .getActivityId();
                if (fired.add(at)) {
                    management.executeJob(timer.getId());
                }
            }
        }
    }

    /** Every boundary timer in the stages' and the gate's diagrams. */
    private static Set<String> drawnTimers() throws Exception {
        Set<String> ids = new TreeSet<>();
        Pattern boundary = Pattern.compile(
                "<bpmn:boundaryEvent id=\"([^\"]+)\"(?:(?!</bpmn:boundaryEvent>).)*<bpmn:timerEventDefinition",
                Pattern.DOTALL);
        try (Stream<Path> stages = Files.list(Path.of("processes/stages"))) {
            for (Path file : Stream.concat(stages, Stream.of(Path.of("processes/gate.bpmn")))
                    .toList()) {
                Matcher found = boundary.matcher(Files.readString(file));
                while (found.find()) {
                    ids.add(found.group(1));
                }
            }
        }
        assertThat(ids).hasSizeGreaterThan(10);
        return ids;
    }

    private String atGate() {
        String code = launch();
        playTo(code, "values", "decideGate");
        return code;
    }

    private void decide(String code, ObjectNode decision) {
        hands.handIn(open(code, "decideGate"), story(code).decides("values", decision));
        jobs.settle(code);
    }

    /** The same gate, one review later, says go. */
    private void passes(String code) {
        playTo(code, "values", "decideGate");
        decide(code, decision("GO"));
        assertThat(state(code, "values")).isEqualTo("PASSED");
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    private List<String> kinds(String code) {
        return ledger.of(code).stream().map(Entry::kind).toList();
    }

    private int post(String person, String code, String way) throws Exception {
        return visitor(person)
                .ours("POST", "/api/programs/" + code + "/gates/values" + way, JSON, "")
                .statusCode();
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }
}
