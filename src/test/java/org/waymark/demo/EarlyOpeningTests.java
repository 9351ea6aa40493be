package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.program.EarlyOpenings;
import org.waymark.stage.EarlyQuestions;
import org.waymark.web.Refusal;

/** A manager asks for a later stage's contribution ahead of time; the answers stay sealed and begin the task. */
class EarlyOpeningTests extends House {

    @Autowired
    EarlyOpenings early;

    @Test
    void aLaterBallotIsAnsweredAheadOfTimeStaysSealedAndBeginsTheTask() throws Exception {
        String code = launch();
        String page = "/programs/" + code + "/early/maturity";
        for (String other : List.of("service", "sponsor", "auditor")) {
            assertThatThrownBy(() -> early.open(code, "maturity", other)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> early.open(code, "values", "manager")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> early.open(code, "roi", "manager")).isInstanceOf(Refusal.class);
        assertThat(early.offered(code)).containsExactly("capabilities", "maturity", "use-cases", "operating-model");
        assertThat(early.neverOffered(code)).containsExactly("roi", "architecture");
        Visitor service = signedIn("service");
        assertThat(service.get(page).statusCode()).isEqualTo(409);

        Visitor manager = signedIn("manager");
        String sessions = "/programs/" + code + "/workshops";
        assertThat(manager.get(sessions).body())
                .contains(
                        "Ask for Maturity now",
                        "ROI cannot be asked ahead",
                        "reference architecture cannot be asked ahead")
                .doesNotContain("??");
        manager.form("/programs/" + code + "/early", "stage=maturity&_csrf=" + manager.token(sessions));
        early.open(code, "maturity", "manager");
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("OPENED_EARLY"))
                .hasSize(1);
        int asked = early.standing(code).get(0).asked();
        for (String shown : List.of(sessions, "/programs/" + code)) {
            assertThat(manager.get(shown).body())
                    .contains("asked for by Mona Manager", "0 of " + asked + " have answered")
                    .doesNotContain("??");
        }

        assertThat(asked("service", code))
                .anySatisfy(need -> assertThat(need.reason()).contains("Mona Manager asks for your view on Maturity"))
                .anySatisfy(need -> assertThat(need.href()).isEqualTo(page));
        assertThat(service.get("/my-work").body()).contains(page).doesNotContain("??");
        assertThat(service.get(page).body())
                .contains("name=\"answers[DIM-1]\"", "name=\"answers[10]\"")
                .doesNotContain("checked", "??");
        String token = service.token(page);
        HttpResponse<String> half = service.form(page, form("answers[DIM-1]=4", "_csrf=" + token));
        assertThat(half.body()).contains("or say that you cannot judge it", "checked");
        assertThat(service.form(page, all(token, "5")).statusCode()).isEqualTo(400);
        assertThat(service.form(page, all(token, "-")).statusCode()).isEqualTo(302);
        assertThat(service.get(page).body()).contains("checked");
        assertThat(signedIn("sponsor").get(page).statusCode()).isEqualTo(403);
        assertThat(signedIn("hr").get(page).statusCode()).isEqualTo(404);
        assertThat(asked("service", code)).noneMatch(need -> need.href().equals(page));
        assertThat(early.standing(code).get(0).answered()).isEqualTo(1);
        assertSealed(code);

        playTo(code, "maturity", "voteMaturity");
        assertThat(early.of(code)).isEmpty();
        assertThat(service.get(page).statusCode()).isEqualTo(409);
        WorkItem ballot = items.open(code, "voteMaturity").stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        assertThat(work.open(ballot.task(), "service").missing()).isEmpty();
        // all but what other programs have agreed about the company since: that is not asked again
        String form = service.get("/tasks/" + ballot.task() + "/work").body();
        List<String> still = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> "DIM-" + i)
                .filter(id -> form.split("ballot-held")[0].contains("name=\"votes[" + id + "]\""))
                .toList();
        JsonNode sheet = work.open(ballot.task(), "service").work();
        assertThat(sheet.path("wish").toString()).contains("\"2\":2", "\"5\":3", "\"10\":4");
        assertThat(sheet.path("votes").size()).isEqualTo(still.size());
        still.forEach(
                id -> assertThat(sheet.path("votes").path(id).toString()).isEqualTo(id.equals("DIM-8") ? "null" : "3"));
        assertThat(form).contains("You answered this ahead of time");
        assertThat(contributions.open(code, "maturity").answered()).isEmpty();
        work.complete(ballot.task(), "service");
        assertThat(jdbc.sql("select ballot from maturity_ballot where program = ? and person = 'service'")
                        .param(code)
                        .query(String.class)
                        .single())
                .contains("wish 10=4,2=2,5=3");
        assertSealed(code);
    }

    @Test
    void ratingsOfEveryCapabilityBeginTheSheetOfThoseThatAreAsked() throws Exception {
        String code = launch();
        early.open(code, "capabilities", "manager");
        List<EarlyQuestions.Question> questions = early.questions(code, "capabilities", "service");
        assertThat(questions).hasSizeGreaterThan(20);
        assertThatThrownBy(() -> early.questions(code, "capabilities", "sponsor"))
                .isInstanceOf(Refusal.class);
        Visitor service = signedIn("service");
        String page = "/programs/" + code + "/early/capabilities";
        assertThat(service.get(page).body()).contains("answers[CAP-01]").doesNotContain("ballot-chasm", "??");
        Map<String, Integer> levels = new LinkedHashMap<>();
        questions.forEach(question -> levels.put(question.id(), 3));
        early.keep(code, "capabilities", "service", levels);
        assertThat(early.standing(code).get(0).answered()).isEqualTo(1);
        assertThat(early.answers(code, "capabilities", "product")).isEmpty();
        assertNothingOfCapabilities(code);

        playTo(code, "capabilities", "rateCapabilities");
        assertThat(early.of(code)).isEmpty();
        for (WorkItem sheet : items.open(code, "rateCapabilities")) {
            String person = String.valueOf(sheet.assignee());
            JsonNode begun = work.open(sheet.task(), person).work();
            assertThat(begun.path("recall").size())
                    .as("memory is asked of everybody")
                    .isZero();
            if (person.equals("service")) {
                assertThat(begun.path("have").size()).isBetween(1, questions.size() - 1);
                begun.path("have").forEach(level -> assertThat(level.asInt()).isEqualTo(3));
            } else {
                assertThat(begun.path("have").size()).as(person).isZero();
            }
        }
        assertNothingOfCapabilities(code);
    }

    @Test
    void teamsAnswerAheadWhatTheyWouldGoAlongWithAndHowTheyWork() throws Exception {
        String code = launch();
        early.open(code, "use-cases", "manager");
        early.open(code, "operating-model", "manager");
        Visitor service = signedIn("service");
        String teams = "/programs/" + code + "/early/use-cases";
        assertThat(service.get(teams).body())
                .contains("answers[UC-01]", "yes, when")
                .doesNotContain(">0 ", "??");
        assertThat(service.get("/programs/" + code + "/early/operating-model").body())
                .contains("Some teams", "Does not apply")
                .doesNotContain("??");
        assertThatThrownBy(() -> early.questions(code, "use-cases", "sponsor")).isInstanceOf(Refusal.class);
        Map<String, Integer> wished = new LinkedHashMap<>();
        early.questions(code, "use-cases", "service").forEach(one -> wished.put(one.id(), 1));
        early.keep(code, "use-cases", "service", wished);
        Map<String, Integer> stated = new LinkedHashMap<>();
        early.questions(code, "operating-model", "service")
                .forEach(one -> stated.put(one.id(), stated.size() % 2 == 0 ? 2 : null));
        early.keep(code, "operating-model", "service", stated);
        assertThat(early.answers(code, "use-cases", "product")).isEmpty();
        assertThat(early.standing(code))
                .extracting(EarlyOpenings.Standing::answered)
                .containsExactly(1, 1);
        for (String other : List.of("admin", "manager", "sponsor", "auditor", "product")) {
            Caller caller = Caller.of(port, other);
            for (String way : List.of("/models/use-cases", "/models/operating-model", "")) {
                assertThat(caller.get("/api/programs/" + code + way).body())
                        .as(other + " at " + way)
                        .doesNotContain("UC-01=1", "\"state\":\"STANDARD\"");
            }
        }
        assertThat(ledger.of(code)).noneMatch(entry -> entry.data().contains("UC-01"));

        playTo(code, "use-cases", "agreeUseCases");
        WorkItem signing = of("service", "agreeUseCases", code);
        assertThat(work.open(signing.task(), "service").work().path("agreements"))
                .filteredOn(one -> wished.containsKey(one.path("id").asText()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("answer").asText()).isEqualTo("YES_WHEN"));
        playTo(code, "operating-model", "answerChecklist");
        WorkItem sheet = of("service", "answerChecklist", code);
        JsonNode begun = work.open(sheet.task(), "service").work().path("answers");
        // what other programs settled since is not asked again, the rest begins as it was said
        assertThat(stated.keySet().stream()
                        .map(id -> begun.path(id).path("state").asText())
                        .toList())
                .contains("STANDARD", "CANNOT_JUDGE");
        // nobody else's sheet begins with it
        for (WorkItem other : items.open(code, "answerChecklist")) {
            String person = String.valueOf(other.assignee());
            if (!person.equals("service")) {
                assertThat(work.open(other.task(), person).work().toString())
                        .as(person)
                        .doesNotContain("CANNOT_JUDGE");
            }
        }
    }

    private WorkItem of(String person, String task, String code) {
        return items.open(code, task).stream()
                .filter(item -> person.equals(item.assignee()))
                .findFirst()
                .orElseThrow();
    }

    private void assertNothingOfCapabilities(String code) throws Exception {
        for (String other : List.of("admin", "manager", "sponsor", "auditor", "product")) {
            Caller caller = Caller.of(port, other);
            for (String way : List.of("/models/capabilities", "/gates/capabilities", "")) {
                assertThat(caller.get("/api/programs/" + code + way).body())
                        .as(other + " at " + way)
                        .doesNotContain("CAP-01=3", "\"CAP-01\":3");
            }
        }
        assertThat(ledger.of(code)).noneMatch(entry -> entry.data().contains("CAP-01"));
    }

    private void assertSealed(String code) throws Exception {
        for (String other : List.of("admin", "manager", "sponsor", "auditor", "product")) {
            Caller caller = Caller.of(port, other);
            for (String way : List.of("/models/maturity", "/gates/maturity", "")) {
                assertThat(caller.get("/api/programs/" + code + way).body())
                        .as(other + " at " + way)
                        .doesNotContain("DIM-1=3", "\"DIM-1\":3");
            }
        }
        assertThat(ledger.of(code)).noneMatch(entry -> entry.data().contains("DIM-"));
    }

    private Visitor signedIn(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }

    private static String all(String token, String last) {
        return form(Stream.concat(
                        IntStream.rangeClosed(1, 8).mapToObj(i -> "answers[DIM-" + i + "]=" + (i == 8 ? last : "3")),
                        Stream.of("answers[2]=2", "answers[5]=3", "answers[10]=4", "_csrf=" + token))
                .toArray(String[]::new));
    }

    private static String form(String... fields) {
        return Stream.of(fields)
                .map(field -> field.split("=", 2))
                .map(field -> URLEncoder.encode(field[0], StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
