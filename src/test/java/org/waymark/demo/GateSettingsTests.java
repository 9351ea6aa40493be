package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;

/** The administrator's page about gates: what is changed holds for reviews to come, past ones keep theirs. */
class GateSettingsTests extends House {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PASSWORD = "Waymark-demo-2026";

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, PASSWORD);
        return visitor;
    }

    private static String fields(String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private void post(Visitor visitor, String path, String... pairs) throws Exception {
        HttpResponse<String> answer = visitor.ours("POST", "/admin/gates" + path, FORM, fields(pairs));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /** What the next page says about a change that was refused. */
    private static String page(Visitor visitor) throws Exception {
        return visitor.get("/admin/gates?stage=values").body();
    }

    @Test
    void onlyAnAdministratorReadsOrChangesIt() throws Exception {
        for (String person : new String[] {"manager", "sponsor", "service"}) {
            Visitor other = visitor(person);
            assertThat(other.get("/admin/gates").statusCode()).isEqualTo(403);
            assertThat(other.ours("POST", "/admin/gates/reasons", FORM, fields("stage", "values", "words", "x"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(visitor("admin").get("/admin/gates").statusCode()).isEqualTo(200);
    }

    @Test
    void anOwnCriterionBindsTheNextReviewAndNoPastOne() throws Exception {
        String before = launch();
        playTo(before, "values", "decideGate");
        String fact = jdbc.sql("select fact from gate_criterion where stage = 'values' order by place limit 1")
                .query(String.class)
                .single();
        Visitor admin = visitor("admin");
        post(
                admin,
                "/criteria",
                criterion("stage", "values", "fact", fact, "words", "Nine thousand voices were heard"));
        String id = jdbc.sql("select id from gate_criterion where words = 'Nine thousand voices were heard'")
                .query(String.class)
                .single();
        try {
            String after = launch();
            playTo(after, "values", "decideGate");
            assertThat(findings(after, id)).isEqualTo(1);
            assertThat(findings(before, id)).isZero();
        } finally {
            jdbc.sql("update gate_criterion set active = false where id = ?")
                    .param(id)
                    .update();
        }
        String later = launch();
        playTo(later, "values", "decideGate");
        assertThat(findings(later, id)).as("switched off").isZero();
    }

    @Test
    void everyChangeIsLoggedWithNameAndBothSidesForAdministratorsAndAuditors() throws Exception {
        Visitor admin = visitor("admin");
        String id = "values-lenses";
        String old = "Revenue, cost and risk are each looked at";
        try {
            post(admin, "/criteria/" + id, criterion("stage", "values", "evidence", "REQUIRED"));
            post(admin, "/labels", "stage", "values", "decision", "KILL", "words", "End it here");
            post(admin, "/labels", "stage", "values", "decision", "KILL", "words", "");
            var rows = jdbc.sql("select person, field, was, said from gate_setting_change where subject = ?")
                    .param(id)
                    .query()
                    .listOfRows();
            assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).containsEntry("person", "admin"));
            assertThat(rows)
                    .anySatisfy(row -> assertThat(row)
                            .containsEntry("field", "threshold")
                            .containsEntry("was", "0")
                            .containsEntry("said", "9000"));
            assertThat(rows)
                    .anySatisfy(row ->
                            assertThat(row).containsEntry("field", "evidence").containsEntry("said", "REQUIRED"));
            assertThat(visitor("auditor").get("/gates/changes").body())
                    .contains(old, "9000", "Alex Admin", "End it here", "has to be brought");
            assertThat(visitor("admin").get("/gates/changes").statusCode()).isEqualTo(200);
            for (String other : List.of("manager", "sponsor")) {
                assertThat(visitor(other).get("/gates/changes").statusCode()).isEqualTo(403);
                assertThat(visitor(other).get("/api/gates/changes").statusCode())
                        .isEqualTo(403);
            }
        } finally {
            jdbc.sql(
                            "update gate_criterion set threshold = 0, comparison = 'EQUALS', evidence = 'OPTIONAL' where id = ?")
                    .param(id)
                    .update();
        }
    }

    private static String[] criterion(String... pairs) {
        String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 12);
        String[] rest = {
            "comparison",
            "AT_LEAST",
            "threshold",
            "9000",
            "weight",
            "1",
            "kind",
            "ADVISORY",
            "fromDepth",
            "LITE",
            "active",
            "true"
        };
        System.arraycopy(rest, 0, all, pairs.length, rest.length);
        return all;
    }

    private int findings(String code, String criterion) {
        return jdbc.sql("""
                        select count(*) from gate_finding f join gate_sitting s on s.id = f.sitting
                        where s.program = ? and f.criterion = ?
                        """).params(code, criterion).query(Integer.class).single();
    }

    @Test
    void whatIsTypedWronglyIsRefusedInWordsAndChangesNothing() throws Exception {
        Visitor admin = visitor("admin");
        int criteria = count("gate_criterion");
        int reasons = count("gate_reason");
        int scales = count("gate_scale");
        post(admin, "/criteria", criterion("stage", "values", "fact", "madeUp", "words", "x"));
        assertThat(page(admin)).contains("does not state a figure called madeUp");
        post(admin, "/scores", "stage", "values", "words", "How sure are you", "kind", "SCALE", "weight", "11");
        assertThat(page(admin)).contains("Give a weight from 1 to 10");
        post(admin, "/reasons", "stage", "values", "decision", "MAYBE", "words", "Who knows");
        assertThat(page(admin)).contains("MAYBE is not one of the choices");
        post(admin, "/reasons", "stage", "values", "decision", "HOLD", "words", "  ");
        assertThat(page(admin)).contains("Say it in words");
        String id = jdbc.sql("select id from gate_criterion where stage = 'values' order by place limit 1")
                .query(String.class)
                .single();
        String was = row(id);
        post(admin, "/criteria/" + id, "stage", "values", "comparison", "AT_LEAST", "threshold", "a lot");
        assertThat(page(admin)).contains("Give a number");
        assertThat(row(id)).isEqualTo(was);
        assertThat(new int[] {count("gate_criterion"), count("gate_reason"), count("gate_scale")})
                .containsExactly(criteria, reasons, scales);
    }

    private String row(String id) {
        return jdbc.sql("select * from gate_criterion where id = ?")
                .param(id)
                .query()
                .singleRow()
                .toString();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void ownWordsForADecisionAreShownAndGivenBackByAnEmptyField() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        WorkItem task = open(code, "decideGate");
        Visitor admin = visitor("admin");
        Visitor sponsor = visitor("sponsor");
        post(admin, "/labels", "stage", "values", "decision", "KILL", "words", "Let it rest in peace");
        assertThat(sponsor.get("/tasks/" + task.task() + "/work").body()).contains("Let it rest in peace");
        post(admin, "/labels", "stage", "values", "decision", "KILL", "words", "", "decision", "GO", "words", "");
        assertThat(sponsor.get("/tasks/" + task.task() + "/work").body()).doesNotContain("Let it rest in peace");
    }

    @Test
    void gatekeepersScoreWhatTheAdministratorAsksAndThePageShowsTheSum() throws Exception {
        Visitor admin = visitor("admin");
        post(admin, "/scores", "stage", "values", "words", "We will keep at it", "kind", "SCALE", "weight", "3");
        long id = jdbc.sql("select id from gate_scale where words = 'We will keep at it'")
                .query(Long.class)
                .single();
        String code = launch();
        playTo(code, "values", "decideGate");
        post(admin, "/scores/" + id + "/remove", "stage", "values");
        WorkItem task = open(code, "decideGate");
        Visitor sponsor = visitor("sponsor");
        assertThat(sponsor.get("/tasks/" + task.task() + "/work").body())
                .as("a review keeps the questions it was called with")
                .contains("We will keep at it");
        assertThat(sponsor.ours(
                                "PUT",
                                "/tasks/" + task.task() + "/work",
                                FORM,
                                "_version=0&decision=GO&scores%5Bs" + id + "%5D=6")
                        .statusCode())
                .as("six of five")
                .isEqualTo(400);
        assertThat(sponsor.ours(
                                "PUT",
                                "/tasks/" + task.task() + "/work",
                                FORM,
                                "_version=0&decision=GO&scores%5Bs" + id + "%5D=4")
                        .statusCode())
                .isEqualTo(200);
        work.complete(task.task(), "sponsor");
        assertThat(sponsor.get("/programs/" + code + "/gates/values").body())
                .contains("We will keep at it")
                .contains("75");
        String next = launch();
        playTo(next, "values", "decideGate");
        assertThat(sponsor.get("/tasks/" + open(next, "decideGate").task() + "/work")
                        .body())
                .doesNotContain("We will keep at it");
    }
}
