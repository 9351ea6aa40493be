package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Entry;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Proofs;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** A panel the administrator has set, in the whole product: all its people at the same moment, and people who go. */
class FourGatekeepersTests extends House {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    People people;

    @Autowired
    Proofs proofs;

    @Autowired
    Texts texts;

    @AfterEach
    void asShipped() {
        jdbc.sql("delete from gate_route where reason = 'Four have to know.'").update();
    }

    /** Sets a panel for the first gate of the largest programs by the administrator's page. */
    private void panel(int quorum, String... seats) throws Exception {
        StringBuilder form = new StringBuilder("shown=values&stage=values&depth=&investmentBand=OVER_10M&quorum="
                + quorum + "&inSequence=false&reason=Four+have+to+know.");
        for (String seat : seats) {
            String[] both = seat.split(":");
            form.append("&source=").append(URLEncoder.encode(both[0], StandardCharsets.UTF_8));
            form.append("&how=").append(both.length > 1 ? both[1] : "VOTE");
        }
        Visitor admin = new Visitor(port);
        admin.signIn("admin", "Waymark-demo-2026");
        assertThat(admin.ours("POST", "/admin/gates/routes", FORM, form.toString())
                        .statusCode())
                .isEqualTo(302);
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

    private WorkItem of(String code, String person) {
        return items.open(code, "decideGate").stream()
                .filter(item -> person.equals(item.assignee()))
                .findFirst()
                .orElseThrow();
    }

    private String complete(WorkItem item) {
        try {
            work.complete(item.task(), String.valueOf(item.assignee()));
            return "voted";
        } catch (Refusal refusal) {
            return refusal.status() + " " + texts.of(refusal);
        }
    }

    private long decisions(String code) {
        return ledger.of(code).stream()
                .map(Entry::kind)
                .filter("DECIDED"::equals)
                .count();
    }

    private int votes(String code) {
        return jdbc.sql("""
                        select count(*) from gate_vote v join gate_sitting s on s.id = v.sitting where s.program = ?
                        """).param(code).query(Integer.class).single();
    }

    /** Three of four have to agree; the fourth would stop it, or says go as well. */
    @ParameterizedTest
    @ValueSource(strings = {"KILL", "GO", "RECYCLE"})
    void fourAtOnceMakeOneDecisionAndEveryVoteIsKeptOrToldWhoDecided(String fourth) throws Exception {
        panel(3, "SPONSOR", "FINANCE", "ARCHITECT", "@legal");
        String code = atTheGate();
        List<WorkItem> asked = items.open(code, "decideGate");
        assertThat(asked)
                .extracting(WorkItem::assignee)
                .containsExactlyInAnyOrder("sponsor", "finance", "architect", "legal");
        hands.type(
                of(code, "legal"),
                story(code).decides("values", fourth.equals("RECYCLE") ? back("values") : decision(fourth)));
        for (String other : List.of("sponsor", "finance", "architect")) {
            hands.type(of(code, other), story(code));
        }
        List<Callable<String>> calls = new ArrayList<>();
        asked.forEach(item -> calls.add(() -> complete(item)));
        List<String> answers = atOnce(calls);
        jobs.settle(code);

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer).matches("voted|409 This review was decided by .+ at \\d+ .+ UTC\\."));
        long refused = answers.stream().filter(one -> one.startsWith("409")).count();
        assertThat(votes(code)).as("nothing is lost").isEqualTo((int) (4 - refused));
        assertThat(refused).isLessThanOrEqualTo(1);
        assertThat(decisions(code)).isEqualTo(1);
        assertThat(state(code, "values")).isEqualTo("PASSED");
        assertThat(items.open(code, "decideGate")).isEmpty();
        assertThat(ledger.verify(code).whole()).isTrue();
        for (WorkItem late : asked) {
            Visitor visitor = new Visitor(port);
            visitor.signIn(String.valueOf(late.assignee()), "Waymark-demo-2026");
            var page = visitor.get("/my-work/" + late.task());
            assertThat(page.statusCode())
                    .as("no late click ends on an error page")
                    .isEqualTo(200);
        }
    }

    @Test
    void fourAtOnceWhoDisagreeCallTheChairOnce() throws Exception {
        panel(3, "SPONSOR", "FINANCE", "ARCHITECT", "@legal");
        String code = atTheGate();
        List<WorkItem> asked = items.open(code, "decideGate");
        for (WorkItem item : asked) {
            boolean go = List.of("sponsor", "finance").contains(item.assignee());
            hands.type(item, story(code).decides("values", go ? decision("GO") : back("values")));
        }
        List<Callable<String>> calls = new ArrayList<>();
        asked.forEach(item -> calls.add(() -> complete(item)));
        assertThat(atOnce(calls)).containsOnly("voted");
        jobs.settle(code);
        assertThat(votes(code)).isEqualTo(4);
        assertThat(decisions(code)).isZero();
        assertThat(items.open(code, "decideGate"))
                .extracting(WorkItem::assignee)
                .as("two against two: the sponsor decides, with a reason")
                .containsExactly("sponsor");
        hands.handIn(open(code, "decideGate"), story(code).decides("values", decision("GO")));
        jobs.settle(code);
        assertThat(decisions(code)).isEqualTo(1);
        assertThat(state(code, "values")).isEqualTo("PASSED");
    }

    @Test
    void whoCanNoLongerSignInLeavesThePanelAndAnEmptyOneFallsToTheSponsorAndDecidesNothing() throws Exception {
        for (String id : List.of("gatekeeper1", "gatekeeper2")) {
            if (people.find(id).isEmpty()) {
                people.add(new NewPerson(id, "Gate " + id, null, "MEMBER", "en", "UTC"), "Waymark-demo-2026", false);
            }
            people.activate(id, true, "admin");
            proofs.note(id);
        }
        panel(2, "@gatekeeper1", "@gatekeeper2");
        String code = atTheGate();
        try {
            people.activate("gatekeeper1", false, "admin");
            fire(code, "decisionReminder");
            assertThat(items.open(code, "decideGate"))
                    .extracting(WorkItem::assignee)
                    .as("the seat goes with its person, the other stays")
                    .containsExactly("gatekeeper2");
            people.activate("gatekeeper2", false, "admin");
            fire(code, "decisionReminder");
            jobs.settle(code);
            assertThat(state(code, "values"))
                    .as("an empty panel decides nothing")
                    .isEqualTo("AT_GATE");
            assertThat(decisions(code)).isZero();
            assertThat(open(code, "decideGate").assignee()).isEqualTo("sponsor");
            assertThat(ledger.of(code))
                    .filteredOn(entry -> entry.kind().equals("PANEL_CHANGED"))
                    .hasSize(2);
            hands.handIn(open(code, "decideGate"), story(code));
            jobs.settle(code);
            assertThat(state(code, "values")).isEqualTo("PASSED");
        } finally {
            for (String id : List.of("gatekeeper1", "gatekeeper2")) {
                if (people.find(id).filter(Person::active).isPresent()) {
                    people.activate(id, false, "admin");
                }
            }
        }
    }

    @Test
    void aPanelOfOnesOwnIsLoggedAndShownAndRefusedInWordsWhenItCannotSit() throws Exception {
        panel(2, "SPONSOR", "#LEADERSHIP:ONE", "FINANCE:VETO");
        panel(2, "SPONSOR", "MANAGER");
        panel(0, "SPONSOR");
        panel(1);
        assertThat(jdbc.sql("select panel from gate_route where reason = 'Four have to know.'")
                        .query(String.class)
                        .list())
                .containsExactly("SPONSOR,#LEADERSHIP/1,FINANCE!");
        assertThat(jdbc.sql("select said from gate_setting_change where kind = 'ROUTE' and field = 'panel'")
                        .query(String.class)
                        .list())
                .contains("SPONSOR,#LEADERSHIP/1,FINANCE!");
        Visitor auditor = new Visitor(port);
        auditor.signIn("auditor", "Waymark-demo-2026");
        assertThat(auditor.get("/ledger").body()).contains("/gates/changes");
        assertThat(auditor.get("/gates/changes").body())
                .contains("Leadership (at least 1 say go)", "Finance partner (has to agree)", "Four have to know.");
        String code = atTheGate();
        assertThat(items.open(code, "decideGate"))
                .extracting(WorkItem::assignee)
                .containsExactlyInAnyOrder("sponsor", "product", "finance");
        assertThat(auditor.get("/programs/" + code + "/gates/values").body()).contains("Four have to know.");
        long id = jdbc.sql("select id from gate_route where reason = 'Four have to know.'")
                .query(Long.class)
                .single();
        Visitor manager = new Visitor(port);
        manager.signIn("manager", "Waymark-demo-2026");
        assertThat(manager.ours("POST", "/admin/gates/routes/" + id + "/remove", FORM, "shown=values")
                        .statusCode())
                .isEqualTo(403);
        Visitor admin = new Visitor(port);
        admin.signIn("admin", "Waymark-demo-2026");
        assertThat(admin.get("/admin/gates").body()).contains("Leadership (at least 1 say go)");
        admin.ours("POST", "/admin/gates/routes/" + id + "/remove", FORM, "shown=values");
        assertThat(jdbc.sql("select count(*) from gate_route where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select was from gate_setting_change where kind = 'ROUTE' and field = 'panel' and said is null")
                        .query(String.class)
                        .list())
                .contains("SPONSOR,#LEADERSHIP/1,FINANCE!");
    }
}
