package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.security.Proofs;

/** A sponsor with several gates waiting signs some of them in one go; each gets a record of its own. */
class GateDayTests extends House {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PASSWORD = "Waymark-demo-2026";

    @Autowired
    Proofs proofs;

    @AfterEach
    void proveAgain() {
        proofs.note("sponsor");
    }

    private WorkItem waiting() {
        String code = launch();
        playTo(code, "values", "decideGate");
        return open(code, "decideGate");
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, PASSWORD);
        return visitor;
    }

    private void sign(Visitor visitor, String password, WorkItem... ticked) throws Exception {
        StringBuilder form = new StringBuilder("password=" + password);
        for (WorkItem one : ticked) {
            form.append("&task=").append(one.task());
        }
        assertThat(visitor.ours("POST", "/gate-day", FORM, form.toString()).statusCode())
                .isEqualTo(302);
        for (WorkItem one : ticked) {
            jobs.settle(one.program());
        }
    }

    private long decided(WorkItem task) {
        return ledger.of(task.program()).stream()
                .filter(entry -> entry.kind().equals("DECIDED"))
                .count();
    }

    @Test
    void whatIsTickedIsSignedEachWithItsRecordAndTheRestWaits() throws Exception {
        WorkItem one = waiting();
        WorkItem two = waiting();
        WorkItem three = waiting();
        WorkItem drafted = waiting();
        work.save(
                drafted.task(),
                "sponsor",
                back("values"),
                work.open(drafted.task(), "sponsor").version());
        Visitor sponsor = visitor("sponsor");
        assertThat(sponsor.get("/gate-day").body()).contains(one.task(), two.task(), three.task(), drafted.task());
        sign(sponsor, "", one, two, drafted);
        assertThat(List.of(decided(one), decided(two), decided(three), decided(drafted)))
                .containsExactly(1L, 1L, 0L, 1L);
        assertThat(state(one.program(), "values")).isEqualTo("PASSED");
        assertThat(state(three.program(), "values")).isEqualTo("AT_GATE");
        assertThat(state(drafted.program(), "values"))
                .as("a draft is signed as it says")
                .isEqualTo("OPEN");
        assertThat(sponsor.get("/gate-day").body()).contains(three.task()).doesNotContain("value=\"" + one.task());
        assertThat(ledger.verify(one.program()).whole()).isTrue();
    }

    @Test
    void oneThatIsRefusedKeepsNoOtherBack() throws Exception {
        WorkItem ready = waiting();
        WorkItem half = waiting();
        work.save(
                half.task(),
                "sponsor",
                Story.NODES.objectNode().put("decision", "KILL"),
                work.open(half.task(), "sponsor").version());
        Visitor sponsor = visitor("sponsor");
        sign(sponsor, "", half, ready);
        assertThat(sponsor.get("/gate-day").body()).contains(half.program());
        assertThat(state(half.program(), "values")).isEqualTo("AT_GATE");
        assertThat(state(ready.program(), "values")).isEqualTo("PASSED");
    }

    @Test
    void nothingIsSignedWithoutAProofNorByAnybodyElse() throws Exception {
        WorkItem task = waiting();
        Visitor manager = visitor("manager");
        assertThat(manager.get("/gate-day").body()).doesNotContain(task.task());
        sign(manager, PASSWORD, task);
        assertThat(decided(task)).isZero();
        Visitor sponsor = visitor("sponsor");
        jdbc.sql("delete from security_proof where person = 'sponsor'").update();
        sign(sponsor, "wrong", task);
        assertThat(decided(task)).isZero();
        assertThat(sponsor.get("/gate-day").body()).contains("type=\"password\"");
        // after a wrong one the next try has to wait some seconds
        engine.getIdentityService().unlockUser("sponsor");
        sign(sponsor, PASSWORD, task);
        assertThat(decided(task)).isEqualTo(1);
    }
}
