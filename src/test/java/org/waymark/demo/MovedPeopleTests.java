package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.engagement.QuickWins;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.program.Program;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.security.Person;

/** Who the people of a file are where it is taken in: wherever they are named, and whoever else is called so. */
class MovedPeopleTests extends House {

    @Autowired
    People people;

    @Autowired
    QuickWins wins;

    private Moving moving() {
        return new Moving(Caller.of(port, "manager"));
    }

    private static NewPerson called(String id, String name) {
        return new NewPerson(id, name, id + "@harborne.example", "MEMBER", "en", "Europe/Berlin");
    }

    /** A program of somebody whose id is somebody else's by the time its file is taken in. */
    private byte[] fileNaming(String id) throws Exception {
        people.add(called(id, "Dora Drift"), "Waymark-demo-2026", false);
        String code = launch(List.of(
                new Launch.Seat(id, "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD"),
                new Launch.Seat("sales", "FN-SAL", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD")));
        WorkItem hers = items.open(code).stream()
                .filter(item -> id.equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        hands.handIn(hers, story(code));
        programs.stop(code, "The market is gone.", "manager");
        byte[] file = moving().file(code);
        people.change(called(id, "Dirk Driver"));
        return file;
    }

    @Test
    void aNameIsKeptBesideSomebodyElseWhoIsCalledSoHere() throws Exception {
        byte[] file = fileNaming("drift");
        JsonNode looked = moving().brought(file, 201);
        JsonNode match = Moving.match(looked, "drift");
        assertThat(match.path("name").asText()).isEqualTo("Dora Drift");
        assertThat(match.path("needed").asBoolean()).isFalse();
        assertThat(match.path("suggested").isNull()).as("nobody is guessed").isTrue();
        String code = looked.path("code").asText();
        assertThat(moving().taken(looked, code + "X", Map.of(), 422)
                        .path("detail")
                        .asText())
                .contains("Please say who Dora Drift is");

        assertThat(moving().taken(looked, code + "X", Map.of("drift", "+"), 201)
                        .path("code")
                        .asText())
                .isEqualTo(code + "X");
        Person kept = people.get("drift-2");
        assertThat(kept.name()).isEqualTo("Dora Drift");
        assertThat(kept.active()).as("a name cannot sign in").isFalse();
        assertThat(people.get("drift").name()).isEqualTo("Dirk Driver");
        assertThat(people.get("drift").active()).isTrue();
        assertThat(team(code + "X")).contains("drift-2").doesNotContain("drift");
        assertThat(Caller.of(port, "drift").get("/api/programs/" + code + "X").statusCode())
                .as("whoever is called so here has nothing to do with it")
                .isEqualTo(404);

        moving().taken(moving().brought(file, 201), code + "Y", Map.of("drift", "+"), 201);
        assertThat(people.get("drift-3").name()).isEqualTo("Dora Drift");
        moving().taken(moving().brought(file, 201), code + "Z", Map.of("drift", "drift-2"), 201);
        assertThat(team(code + "Z")).contains("drift-2");
        assertThat(people.find("drift-4")).isEmpty();
    }

    @Test
    void aNameWithTheLongestIdThereIsIsKeptUnderOneAsLong() throws Exception {
        String longest = "d" + "o".repeat(63);
        byte[] file = fileNaming(longest);
        JsonNode looked = moving().brought(file, 201);
        moving().taken(looked, looked.path("code").asText() + "X", Map.of(longest, "+"), 201);
        assertThat(people.get(longest.substring(0, 62) + "-2").name()).isEqualTo("Dora Drift");
    }

    @Test
    void aProgramKeepsItsNameUnderAnotherCode() throws Exception {
        String code = launch();
        JsonNode looked = moving().brought(moving().file(code), 201);
        assertThat(looked.path("codeTaken").asBoolean()).isTrue();
        moving().taken(looked, code.toLowerCase(Locale.ROOT), Map.of(), 409);
        moving().taken(looked, code, Map.of(), 409);
        moving().taken(looked, code + "X", Map.of(), 201);
        Program copy = programs.get(code + "X");
        assertThat(copy.name()).isEqualTo(programs.get(code).name());
        assertThat(items.open(copy.code())).allMatch(item -> item.name().endsWith(" · " + copy.code()));
        assertThat(items.open(code)).allMatch(item -> item.name().endsWith(" · " + code));
    }

    @Test
    void whoeverIsNamedOnlyInADraftIsMatchedToo() throws Exception {
        String code = launch();
        playTo(code, "roi", "chooseBenefits");
        WorkItem task = open(code, "chooseBenefits");
        Work.Sheet sheet = work.open(task.task(), "manager");
        ObjectNode draft = sheet.work().deepCopy();
        draft.putArray("lines").addObject().put("template", "BEN-01").put("owner", "press");
        work.save(task.task(), "manager", draft, sheet.version());

        JsonNode looked = moving().brought(moving().file(code), 201);
        assertThat(Moving.match(looked, "press").path("suggested").asText()).isEqualTo("press");
        assertThat(Moving.match(looked, "press").path("needed").asBoolean()).isFalse();
        moving().taken(looked, code + "X", Map.of("press", "legal"), 201);
        assertThat(work.open(open(code + "X", "chooseBenefits").task(), "manager")
                        .work()
                        .at("/lines/0/owner")
                        .asText())
                .isEqualTo("legal");
    }

    @Test
    void whateverAProgramAgreedNamesWhoeverAnswersForItHere() throws Exception {
        String code = launch();
        play(story(code), item -> true);
        assertThat(named(code, "select details from company_claim where program = ?"))
                .anyMatch(text -> text.contains("businessOwner") && text.contains("service"));
        assertThat(named(code, "select details from trace_agreed where program = ? and details is not null"))
                .anyMatch(text -> text.contains("owner=service"));
        String copy = moving().moved(code, Map.of("service", "agent4"));
        for (String sql : List.of(
                "select details from company_claim where program = ?",
                "select details from trace_agreed where program = ? and details is not null")) {
            assertThat(named(copy, sql))
                    .anyMatch(text -> text.contains("agent4"))
                    .noneMatch(text ->
                            text.contains("service\"") || text.contains("service\\") || text.contains("=service"));
            assertThat(named(copy, sql)).hasSameSizeAs(named(code, sql));
        }
    }

    @Test
    void whomTheSponsorHasCalledAndThankedIsNotPutToThemAgain() throws Exception {
        String code = launch();
        jdbc.sql("update work_item set created = :then where program = :code and assignee = 'service'")
                .param("then", items.open(code).get(0).created().minusDays(16))
                .param("code", code)
                .update();
        wins.show(code, "Replies within the hour", "customers", "the log", null, null, "product");
        String acts = "/api/programs/" + code + "/sponsor/acts";
        Caller sponsor = Caller.of(port, "sponsor");
        for (JsonNode act : Caller.json(sponsor.get(acts)).path("suggested")) {
            String said = "{\"rule\":\"%s\",\"subject\":\"%s\"}"
                    .formatted(act.path("rule").asText(), act.path("subject").asText());
            if (List.of("CALL", "THANK").contains(act.path("rule").asText())) {
                assertThat(sponsor.post(acts, said).statusCode()).isEqualTo(204);
            }
        }
        assertThat(Caller.json(sponsor.get(acts)).path("done")).hasSize(2);
        String copy = moving().moved(code, Map.of("service", "agent4"));
        JsonNode there = Caller.json(sponsor.get("/api/programs/" + copy + "/sponsor/acts"));
        assertThat(there.path("done").findValuesAsText("subject"))
                .contains("agent4")
                .doesNotContain("service");
        assertThat(there.path("suggested").findValuesAsText("rule")).doesNotContain("CALL", "THANK");
    }

    @Test
    void theRecordNamesWhoeverWroteItAndNobodyWhoIsCalledSoHere() throws Exception {
        byte[] file = fileNaming("dorado");
        JsonNode looked = moving().brought(file, 201);
        String first = looked.path("code").asText() + "X";
        moving().taken(looked, first, Map.of("dorado", "+"), 201);
        assertThat(ledger.of(first)).as("as it was written").anyMatch(line -> "dorado".equals(line.person()));
        assertThat(ledger.verify(first).whole()).isTrue();
        assertThat(record(first)).contains("Dora Drift").doesNotContain("Dirk Driver");

        byte[] again = moving().file(first);
        people.change(called("dorado-2", "Doreen Dale"));
        JsonNode second = moving().brought(again, 201);
        assertThat(second.path("people").findValuesAsText("name"))
                .as("whoever is only called like somebody of the record is not asked about")
                .contains("Dora Drift")
                .doesNotContain("Dirk Driver", "Doreen Dale");
        moving().taken(second, first + "Y", Map.of("dorado-2", "+"), 201);
        assertThat(record(first + "Y")).contains("Dora Drift").doesNotContain("Dirk Driver", "Doreen Dale");
        assertThat(people.get("dorado-2-2").name()).isEqualTo("Dora Drift");
        assertThat(page("/programs/" + first + "Y")).doesNotContain("Dirk Driver", "Doreen Dale");
    }

    private String record(String code) throws Exception {
        return page("/ledger?program=" + code);
    }

    private String page(String address) throws Exception {
        return Browsing.as(port, "manager").get(address).body();
    }

    private List<String> team(String code) {
        return named(code, "select person from team_member where program = ?");
    }

    private List<String> named(String code, String sql) {
        return jdbc.sql(sql).param(code).query(String.class).list();
    }
}
