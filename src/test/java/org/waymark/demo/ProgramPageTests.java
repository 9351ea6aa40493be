package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.engagement.Concern;
import org.waymark.engagement.Concerns;
import org.waymark.engagement.QuickWins;
import org.waymark.engagement.Stalls;
import org.waymark.engagement.Visits;
import org.waymark.engagement.Waits;
import org.waymark.process.Visitor;
import org.waymark.web.Refusal;

/** A program's page: why it waits, what holds most, what is new, concerns and quick wins. */
class ProgramPageTests extends House {

    @Autowired
    Waits waits;

    @Autowired
    Stalls stalls;

    @Autowired
    Concerns concerns;

    @Autowired
    QuickWins wins;

    @Autowired
    Visits visits;

    private String code;

    @BeforeEach
    void program() {
        code = launch();
    }

    @Test
    void whateverWaitsSaysWhy() {
        List<Waits.Drawn> drawn = waits.of(programs.get(code), ZoneId.of("Europe/Berlin"));
        assertThat(drawn).extracting(Waits.Drawn::diagram).containsExactly("journey", "stage-values");
        assertThat(drawn.get(0).waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait.element()).isEqualTo("valuesStage"))
                .satisfies(wait -> assertThat(wait.why()).startsWith("Open since"));
        assertThat(drawn.get(1).waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait.element()).isEqualTo("weighValues"))
                .satisfies(wait -> assertThat(wait.why()).startsWith("0 of ").contains("Missing: ", "due "));

        playTo(code, "values", "decideGate");
        drawn = waits.of(programs.get(code), ZoneId.of("Europe/Berlin"));
        assertThat(drawn).extracting(Waits.Drawn::diagram).containsExactly("journey", "gate");
        assertThat(drawn.get(0).waits().get(0).why()).startsWith("Planned for ");
        assertThat(drawn.get(1).waits().get(0).why()).contains("0 of 1 votes are in. Simone Sponsor still decides");

        hands.handIn(
                open(code, "decideGate"),
                story(code)
                        .decides(
                                "values",
                                decision("HOLD")
                                        .put(
                                                "holdUntil",
                                                LocalDate.now(clock)
                                                        .plusDays(40)
                                                        .toString())));
        jobs.settle(code);
        drawn = waits.of(programs.get(code), ZoneId.of("Europe/Berlin"));
        assertThat(drawn.get(0).waits().get(0).why()).startsWith("On hold until ");
        assertThat(drawn.get(1).waits())
                .isNotEmpty()
                .allSatisfy(wait -> assertThat(wait.why()).startsWith("On hold until "));
    }

    @Test
    void thePageNamesWhatHoldsMostAndShowsTheListWithoutScripts() throws Exception {
        assertThat(stalls.of(code)).hasValueSatisfying(stall -> {
            assertThat(stall.taskKey()).isEqualTo("weighValues");
            assertThat(stall.gates()).isEqualTo(7);
        });
        String page = visitor("service").get("/programs/" + code).body();
        assertThat(page)
                .contains("holds 7 gates", "data-wait=\"stage-values/weighValues\"", "Nobody has raised a concern")
                .doesNotContain("??");
        assertThat(visitor("manager").get("/programs/MERIDIAN").body())
                .contains("Architecture: Go", "a year before confidence", "Finance has confirmed")
                .doesNotContain("What holds most");
    }

    @Test
    void whatOthersDidSinceTheLastVisitIsNewAndOnesOwnIsNot() throws Exception {
        assertThat(visits.come(code, "service")).isNull();
        assertThat(visits.come(code, "service")).isNull();
        OffsetDateTime yesterday =
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).minusDays(1);
        jdbc.sql("update engagement_visit set seen_at = ? where program = ? and person = 'service'")
                .params(yesterday, code)
                .update();
        items.open(code).stream()
                .filter(item -> "sales".equals(item.assignee()) || "service".equals(item.assignee()))
                .forEach(item -> hands.handIn(item, story(code)));
        jdbc.sql("update engagement_visit set seen_at = ? where program = ? and person = 'service'")
                .params(
                        OffsetDateTime.now(clock)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .minusMinutes(31),
                        code)
                .update();
        String page = visitor("service").get("/programs/" + code).body();
        String since = page.substring(page.indexOf("since you were here on"));
        since = since.substring(0, since.indexOf("</ol>"));
        assertThat(since).contains("Samir Sales handed in").doesNotContain("Sara Service handed in");
    }

    @Test
    void aConcernIsSettledByWhoeverRaisedIt() throws Exception {
        long id = concerns.raise(code, "values", "Who answers at night?", "service");
        assertThat(concerns.waitingFor("manager")).extracting(Concern::id).contains(id);
        concerns.assign(code, id, "sales", LocalDate.now(clock).plusDays(3), "manager");
        assertThatThrownBy(() -> concerns.answer(code, id, "Nobody", "manager")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> concerns.answer(code, id, " ", "sales")).isInstanceOf(Refusal.class);
        concerns.answer(code, id, "The night shift in Lisbon.", "sales");
        assertThatThrownBy(() -> concerns.answer(code, id, "Again", "sales")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> concerns.judge(code, id, true, null, "sales")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> concerns.judge(code, id, false, "", "service")).isInstanceOf(Refusal.class);
        concerns.judge(code, id, false, "Not at weekends", "service");
        assertThat(concerns.of(code)).singleElement().matches(Concern::isOpen);
        concerns.answer(code, id, "At weekends too.", "sales");
        concerns.judge(code, id, true, null, "service");
        assertThat(concerns.of(code)).singleElement().matches(Concern::isSettled);
        assertThat(concerns.waitingFor("service")).extracting(Concern::id).doesNotContain(id);
        assertThat(visitor("product").get("/programs/" + code + "/concerns").body())
                .contains("Every concern is settled", "At weekends too.")
                .doesNotContain("??");
        assertThat(ledger.of(code))
                .extracting(entry -> entry.kind())
                .contains(
                        "CONCERN_RAISED",
                        "CONCERN_ASSIGNED",
                        "CONCERN_ANSWERED",
                        "CONCERN_OPEN_AGAIN",
                        "CONCERN_SETTLED");
    }

    @Test
    void aConcernThatIsRefusedComesBackAsItWasTyped() throws Exception {
        Visitor service = visitor("service");
        String concerns = "/programs/" + code + "/concerns";
        String typed = "Night after night. ".repeat(110);
        HttpResponse<String> answer = service.ours(
                "POST",
                concerns,
                "application/x-www-form-urlencoded",
                "stage=roi&words=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(service.get(concerns).body())
                .contains(typed.strip(), "role=\"alert\"")
                .containsPattern("value=\"roi\" selected");
        assertThat(service.get(concerns).body()).as("once").doesNotContain(typed.strip());
    }

    @Test
    void onlyTheTeamRaisesAndOnlyWithEvidenceIsItAWin() throws Exception {
        assertThatThrownBy(() -> concerns.raise(code, null, "No", "hr")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> concerns.raise(code, "nowhere", "No", "service"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> wins.show(code, "Better", "All", "", null, null, "service"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> wins.show(
                        code,
                        "Better",
                        "All",
                        "Seen",
                        null,
                        LocalDate.now(clock).plusDays(1),
                        "service"))
                .isInstanceOf(Refusal.class);
        assertThat(wins.of(code)).isEmpty();
        assertThat(visitor("hr").get("/programs/" + code + "/concerns").statusCode())
                .isEqualTo(404);

        wins.show(
                code,
                "Replies within the hour",
                "night customers",
                "Median 48 minutes in week 47",
                null,
                LocalDate.now(clock).minusDays(2),
                "service");
        assertThat(wins.daysSince(programs.get(code), wins.of(code))).isEqualTo(2);
        assertThat(visitor("service").get("/programs/" + code + "/quick-wins").body())
                .contains("Replies within the hour", "Median 48 minutes", "the last 2 days ago")
                .doesNotContain("??");
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }
}
