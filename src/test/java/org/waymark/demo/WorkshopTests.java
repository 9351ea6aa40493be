package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.engagement.Commitment;
import org.waymark.engagement.Commitments;
import org.waymark.process.Visitor;
import org.waymark.program.EarlyOpenings;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.workshop.Workshops;

/** A working session from preparing to the minutes, led by a guest who sees this program alone. */
class WorkshopTests extends House {

    @Autowired
    Workshops workshops;

    @Autowired
    Commitments commitments;

    @Autowired
    EarlyOpenings early;

    @Autowired
    Team team;

    @Test
    void aGuestLeadsTheRoomAndParkedPointsBecomeSomebodys() throws Exception {
        String code = launch();
        LocalDate today = LocalDate.now(clock);
        team.join(new Member(code, "partner2", Part.FACILITATOR, null, null), "manager");
        assertThatThrownBy(() -> workshops.prepare(code, "HALF", today, null, "partner2", "service"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> workshops.prepare(code, "WEEK", today, null, "partner2", "manager"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> workshops.prepare(code, "HALF", today.minusDays(1), null, "partner2", "manager"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> workshops.prepare(code, "HALF", today, null, "hr", "manager"))
                .isInstanceOf(Refusal.class);
        // what the click will open is said before it, to whoever may click
        String sessions = "/programs/" + code + "/workshops";
        Visitor manager = new Visitor(port);
        manager.signIn("manager", "Waymark-demo-2026");
        String before = manager.get(sessions).body();
        assertThat(before).contains("asks ahead of time, at once, for").doesNotContain("??");
        assertThat(before.substring(before.indexOf("at once, for")))
                .contains("Capabilities", "Maturity", "Use cases", "Operating model", " people")
                .doesNotContain("<b>ROI</b>", "<b>Values</b>");
        long id = workshops.prepare(code, "HALF", today, null, "partner2", "manager");

        // prepared in one go: the agenda, all that can be asked ahead of time, a page for whoever comes
        assertThat(early.of(code))
                .extracting(EarlyOpenings.Opening::stage)
                .containsExactly("capabilities", "maturity", "use-cases", "operating-model");
        assertThat(manager.get(sessions).body()).doesNotContain("asks ahead of time, at once, for", "??");
        workshops.prepare(code, "ONE", today.plusDays(1), null, "partner2", "manager");
        assertThat(ledger.of(code))
                .as("opened once")
                .filteredOn(entry -> entry.kind().equals("OPENED_EARLY"))
                .hasSize(4);
        Visitor invited = new Visitor(port);
        invited.signIn("service", "Waymark-demo-2026");
        assertThat(invited.get("/workshops/" + id + "/invitation").body())
                .contains("5 things to do before you come", "/programs/" + code + "/early/maturity", "240 minutes")
                .doesNotContain("??");
        // a guest who leads the room is asked for no vote of their own
        assertThat(team.stakeholders(code)).contains("service").doesNotContain("partner2");
        assertThatThrownBy(() -> workshops.note(id, true, "Too early", null, null, "partner2"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> workshops.go(id, 1, "service")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> workshops.go(id, 1, "hr")).isInstanceOf(Refusal.class);
        workshops.go(id, 1, "partner2");

        items.open(code).stream()
                .filter(item -> "sales".equals(item.assignee()))
                .forEach(item -> hands.handIn(item, story(code)));
        Visitor guest = new Visitor(port);
        guest.signIn("partner2", "Waymark-demo-2026");
        int asked = contributions.open(code, "values").asked();
        // counts only: nothing of what anybody said
        assertThat(guest.get("/workshops/" + id).body())
                .contains("role=\"timer\"", "data-until=", ">1 of " + asked + "<", "Operating model")
                .doesNotContain("Close and reveal", "Samir Sales handed in", "??");
        assertThat(guest.get("/workshops/" + id + "/votes").body()).contains(">1 of " + asked + "<");
        assertThat(guest.get("/programs/ATLAS").statusCode()).isEqualTo(404);

        workshops.note(id, true, "One inbox for every market", null, null, "partner2");
        assertThatThrownBy(() -> workshops.note(id, false, "Who pays?", "hr", today.plusDays(3), "partner2"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> workshops.note(id, false, "Who pays?", "product", null, "partner2"))
                .isInstanceOf(Refusal.class);
        workshops.note(id, false, "Who pays for the night shift?", "product", today.plusDays(3), "partner2");
        assertThat(commitments.of("product", code)).noneMatch(one -> one.kind() == Commitment.Kind.CONCERN);
        workshops.close(id, "partner2");

        assertThat(commitments.of("product", code))
                .filteredOn(one -> one.kind() == Commitment.Kind.CONCERN)
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains("Who pays for the night shift?"))
                .satisfies(one -> assertThat(one.due()).isEqualTo(today.plusDays(3)))
                .satisfies(one -> assertThat(one.stage()).isEqualTo("values"));
        assertThat(guest.get("/workshops/" + id + "/minutes").body())
                .contains("One decision, one point parked", "One inbox for every market", "Petra Product")
                .doesNotContain("??");
        assertThatThrownBy(() -> workshops.go(id, 2, "partner2")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> workshops.close(id, "manager")).isInstanceOf(Refusal.class);
        assertThat(ledger.of(code))
                .extracting(entry -> entry.kind())
                .contains("WORKSHOP_PREPARED", "WORKSHOP_DECIDED", "WORKSHOP_CLOSED");
        assertThat(guest.get("/programs/" + code + "/workshops").body())
                .contains("Half a day")
                .doesNotContain("??");
    }
}
