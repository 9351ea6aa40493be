package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.engagement.Concerns;
import org.waymark.engagement.QuickWins;
import org.waymark.process.WorkItem;
import org.waymark.security.People;

/** What a sponsor is suggested from what is so now, and what is kept of what they did. */
class SponsorActTests extends House {

    @Autowired
    Concerns concerns;

    @Autowired
    QuickWins wins;

    @Autowired
    People people;

    @Test
    void suggestionsComeFromWhatIsSoNowAreDoneWithOneTapAndVanishWithTheirGround() throws Exception {
        String code = launch();
        Browsing sponsor = Browsing.as(port, "sponsor");
        String page = "/programs/" + code + "/sponsor";
        String tap = page + "/acts";
        assertThat(sponsor.get(page).body())
                .contains("Nothing others could see in 90 days", "Say in one meeting what this is for")
                .doesNotContain("Call " + people.nameOf("service"), "??");

        WorkItem waits = items.open(code).stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        jdbc.sql("update work_item set created = :then where task = :task")
                .param("then", waits.created().minusDays(16))
                .param("task", waits.task())
                .update();
        wins.show(code, "Replies within the hour", "customers", "the log", null, null, "product");
        assertThat(sponsor.get(page).body())
                .contains("Call " + people.nameOf("service"), "working days with them", "Customer service")
                .contains("Thank " + people.nameOf("product"), "Replies within the hour")
                .doesNotContain("??");

        String call = "rule=CALL&subject=service";
        List<String> taps = atOnce(List.<Callable<String>>of(
                () -> "" + sponsor.form(page, tap, call).statusCode(),
                () -> "" + sponsor.form(page, tap, call).statusCode()));
        assertThat(taps).containsOnly("302");
        assertThat(sponsor.get(page).body())
                .contains("One visible act in 90 days", "building the coalition 1", "What it was, and when")
                .doesNotContain("working days with them");
        assertThat(ledger.of(code))
                .filteredOn(one -> one.kind().equals("SPONSOR_ACT"))
                .singleElement()
                .satisfies(one -> assertThat(one.data() + one.subject()).doesNotContain("service"));

        // other programs read and say the same, with the same rights
        String api = "/api/programs/" + code + "/sponsor/acts";
        JsonNode told = Caller.json(Caller.of(port, "sponsor").get(api));
        assertThat(told.path("sponsor").asText()).isEqualTo("sponsor");
        assertThat(told.path("done").findValuesAsText("rule")).containsExactly("CALL");
        JsonNode thank = told.path("suggested").get(0);
        assertThat(thank.path("rule").asText()).isEqualTo("THANK");
        assertThat(thank.path("group").asText()).isEqualTo("COMMUNICATE");
        assertThat(thank.path("doneBySaying").asBoolean()).isTrue();
        assertThat(Caller.json(Caller.of(port, "manager").get(api))
                        .path("suggested")
                        .findValuesAsText("rule"))
                .contains("THANK");
        assertThat(Caller.of(port, "service").get(api).statusCode()).isEqualTo(403);
        assertThat(Caller.of(port, "hr").get(api).statusCode()).isEqualTo(404);
        String said =
                "{\"rule\":\"THANK\",\"subject\":\"" + thank.path("subject").asText() + "\"}";
        assertThat(Caller.of(port, "manager").post(api, said).statusCode()).isEqualTo(403);
        assertThat(Caller.of(port, "sponsor").post(api, "{}").statusCode()).isEqualTo(409);
        assertThat(Caller.of(port, "sponsor").get("/api/openapi.json").body())
                .contains("/api/programs/{code}/sponsor/acts", "doneBySaying");

        // what has no ground is not an act, whatever is sent
        for (String nothing : List.of(
                "rule=CALL&subject=sales",
                "rule=TELL&subject=values/1",
                "rule=NOTHING&subject=x",
                "rule=DECIDE&subject=" + waits.task())) {
            assertThat(sponsor.form(page, tap, nothing).statusCode())
                    .as(nothing)
                    .isEqualTo(409);
        }
        // nobody else says what the sponsor did
        assertThat(Browsing.as(port, "manager")
                        .form(page.replace("/sponsor", ""), tap, "rule=SAY&subject=program")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browsing.as(port, "hr")
                        .form("/account", tap, "rule=SAY&subject=program")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browsing.as(port, "manager").get(page).body())
                .contains("Thank " + people.nameOf("product"), "One visible act in 90 days")
                .doesNotContain("/sponsor/acts");

        // a concern that waits is asked after until it is answered
        long id = concerns.raise(code, null, "Who answers at night?", "sales");
        jdbc.sql("update engagement_concern set raised_at = :then where id = :id")
                .param("then", waits.created().minusDays(9))
                .param("id", id)
                .update();
        String asked = "Ask " + people.nameOf("manager") + " to answer " + people.nameOf("sales");
        assertThat(sponsor.get(page).body()).contains(asked, "Who answers at night?");
        concerns.answer(code, id, "The night shift.", "manager");
        assertThat(sponsor.get(page).body()).doesNotContain(asked);

        assertThat(sponsor.form(page, tap, "rule=SAY&subject=program").statusCode())
                .as("whoever thanked or told lately has spoken; here nobody has")
                .isEqualTo(302);
        assertThat(sponsor.get(page).body()).doesNotContain("value=\"SAY\"").contains("communicating 1");
        assertThat(Caller.of(port, "sponsor").post(api, said).statusCode()).isEqualTo(204);
        assertThat(Caller.of(port, "sponsor").post(api, said).statusCode()).isEqualTo(204);
        assertThat(Caller.json(Caller.of(port, "sponsor").get(api)).path("done").findValuesAsText("rule"))
                .containsOnlyOnce("THANK");
    }
}
