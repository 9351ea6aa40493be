package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.waymark.ledger.Entry;
import org.waymark.process.Notes;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;

/** Nobody decides on their own work; an exception takes a second name, lets nobody else in and stands for ever. */
class SecondNameTests extends House {

    private static final String BECAUSE = "{\"person\":\"%s\",\"reason\":\"Nobody else may decide this month.\"}";

    @Autowired
    Notes notes;

    private HttpResponse<String> ask(String code, String by, String person) throws Exception {
        return Caller.of(port, by)
                .post("/api/programs/" + code + "/gates/values/exceptions", BECAUSE.formatted(person));
    }

    private int settle(String code, String by, long id, String how) throws Exception {
        return Caller.of(port, by)
                .post("/api/programs/" + code + "/gates/values/exceptions/" + id + "/" + how, "{}")
                .statusCode();
    }

    /** The sponsor has agreed the values herself, so nobody is left to decide. */
    private String whereTheSponsorIsBarred() {
        String code = launch();
        playTo(code, "values", "agreeValues");
        WorkItem agreeing = open(code, "agreeValues");
        notes.passOn(agreeing.task(), "manager", "sponsor", "");
        hands.handIn(open(code, "agreeValues"), story(code));
        jobs.settle(code);
        return code;
    }

    @Test
    void anExceptionTakesASecondNameAndIsFlaggedForEver() throws Exception {
        String code = whereTheSponsorIsBarred();
        WorkItem submission = open(code, "submitForDecision");
        assertThat(work.open(submission.task(), "manager").missing())
                .extracting("key")
                .contains("gate.nobody");

        assertThat(ask(code, "manager", "service").statusCode())
                .as("not barred")
                .isEqualTo(422);
        assertThat(ask(code, "hr", "sponsor").statusCode()).as("a stranger").isEqualTo(404);
        long id = Caller.json(ask(code, "manager", "sponsor")).path("id").asLong();
        assertThat(ask(code, "service", "sponsor").statusCode()).as("twice").isEqualTo(409);
        for (String refused : List.of("manager", "sponsor")) {
            assertThat(settle(code, refused, id, "confirm")).as(refused).isEqualTo(403);
        }
        assertThat(settle(code, "hr", id, "confirm")).isEqualTo(404);
        assertThatThrownBy(() -> hands.handIn(submission, story(code))).isInstanceOf(IllegalStateException.class);
        Visitor finance = new Visitor(port);
        finance.signIn("finance", "Waymark-demo-2026");
        jdbc.sql("delete from security_proof where person = 'finance'").update();
        String panel = "/programs/" + code + "/gates/values/panel";
        assertThat(finance.get(panel).body()).contains("type=\"password\"");
        assertThat(finance.ours("POST", panel + "/" + id + "/confirm", "application/x-www-form-urlencoded", "password=")
                        .statusCode())
                .isEqualTo(302);
        assertThat(ledger.of(code))
                .as("nothing is signed without a proof")
                .extracting(Entry::kind)
                .doesNotContain("EXCEPTION_CONFIRMED");
        finance.ours(
                "POST",
                panel + "/" + id + "/confirm",
                "application/x-www-form-urlencoded",
                "password=Waymark-demo-2026");
        assertThat(ledger.of(code)).extracting(Entry::kind).contains("EXCEPTION_CONFIRMED");
        assertThat(finance.get(panel).body()).doesNotContain("type=\"password\"");
        assertThat(settle(code, "service", id, "decline")).as("settled once").isEqualTo(409);

        hands.handIn(submission, story(code));
        jobs.settle(code);
        WorkItem deciding = open(code, "decideGate");
        assertThat(deciding.assignee()).isEqualTo("sponsor");
        hands.handIn(deciding, story(code));
        assertThat(state(code, "values")).isEqualTo("PASSED");

        Entry decided = ledger.of(code).stream()
                .filter(entry -> entry.kind().equals("DECIDED"))
                .findFirst()
                .orElseThrow();
        assertThat(decided.data()).contains("byException", "\"askedBy\":\"manager\"", "\"confirmedBy\":\"finance\"");
        assertThat(ledger.of(code)).extracting(Entry::kind).contains("EXCEPTION_ASKED", "EXCEPTION_CONFIRMED");
        Visitor auditor = new Visitor(port);
        auditor.signIn("auditor", "Waymark-demo-2026");
        assertThat(auditor.get("/programs/" + code + "/gates/values").body())
                .contains("decides here by exception", "(by exception)", "Nobody else may decide this month.");
        assertThat(auditor.get("/programs/" + code + "/gates/values/panel").body())
                .contains("agreed the stage", "in force", "Confirmed by");
        byte[] pdf = Caller.of(port, "auditor").bytes("/api/programs/" + code + "/blueprint.pdf");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("(by exception, asked for by");
        }
    }

    @Test
    void anExceptionIsForOnePersonAndOneGateOnly() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        String until = LocalDate.now(clock).plusDays(3).toString();
        String deputy = "{\"deputy\":\"%s\",\"stage\":\"%s\",\"until\":\"" + until + "\"}";
        Caller sponsor = Caller.of(port, "sponsor");
        String deputies = "/api/programs/" + code + "/deputies";
        assertThat(sponsor.post(deputies, deputy.formatted("manager", "values")).statusCode())
                .isEqualTo(422);
        long id = Caller.json(ask(code, "service", "manager")).path("id").asLong();
        assertThat(sponsor.post(deputies, deputy.formatted("manager", "values")).statusCode())
                .as("asked for is not confirmed")
                .isEqualTo(422);
        assertThat(settle(code, "sponsor", id, "confirm")).isEqualTo(204);
        assertThat(sponsor.post(deputies, deputy.formatted("manager", "roi")).statusCode())
                .as("another gate")
                .isEqualTo(422);
        assertThat(Caller.of(port, "manager")
                        .post(deputies, deputy.formatted("product", "values"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(sponsor.post(deputies, deputy.formatted("product", "values")).statusCode())
                .as("the deputy of somebody excepted stays barred")
                .isEqualTo(422);
        assertThat(sponsor.post(deputies, deputy.formatted("manager", "values")).statusCode())
                .isEqualTo(201);
        assertThat(Caller.of(port, "manager")
                        .post("/api/programs/" + code + "/gates/values/sittings/1/claim", "{}")
                        .statusCode())
                .isEqualTo(200);
        hands.handIn(open(code, "decideGate"), story(code));
        assertThat(state(code, "values")).isEqualTo("PASSED");
        playTo(code, "capabilities", "decideGate");
        assertThat(Caller.of(port, "manager")
                        .post("/api/programs/" + code + "/gates/capabilities/sittings/1/claim", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theDatabaseItselfTakesNoExceptionWithOneName() {
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into gate_exemption (program, stage, round, person, bar, reason, asked_by, asked_at,
                                    state, settled_by) values ('X', 'values', 1, 'manager', 'MANAGER', 'Because', 'service',
                                    current_timestamp, 'CONFIRMED', 'service')
                                """).update()).isInstanceOf(DataIntegrityViolationException.class);
    }
}
