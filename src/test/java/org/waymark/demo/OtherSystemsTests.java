package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.hook.Courier;
import org.waymark.ledger.Entry;
import org.waymark.notification.Superiors;

/** Administrators say which systems hear what; managers, who hears of what stays undone; nobody else does. */
class OtherSystemsTests extends House {

    private static final String FIELDS =
            "name=Chat&address=https%3A%2F%2F93.184.216.34%2Fin%2Ftoken&shape=WAYMARK&events=PROGRAM_LAUNCHED";

    @Autowired
    Courier courier;

    @Autowired
    Superiors superiors;

    /** No address of a test is ever written to. */
    @AfterEach
    void nobodyHears() {
        jdbc.sql("delete from hook_delivery").update();
        jdbc.sql("delete from hook_cursor").update();
        jdbc.sql("delete from hook").update();
    }

    @Test
    void anAddressIsAddedItsSecretShownOnceAndWhatTheRecordSaysIsWrittenDownForIt() throws Exception {
        Browsing admin = Browsing.as(port, "admin");
        HttpResponse<String> added = admin.form("/admin/hooks", "/admin/hooks", FIELDS);
        String page = added.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
        assertThat(page).matches("/admin/hooks/\\d+");
        String first = admin.get(page).body();
        assertThat(first).contains("wms_", "93.184.216.34").doesNotContain("in/token");
        assertThat(admin.get(page).body()).doesNotContain("wms_");
        String code = launch();
        courier.collect();
        courier.collect();
        assertThat(bodies(code)).singleElement().satisfies(body -> {
            assertThat(body.path("type").asText()).isEqualTo("program.launched");
            assertThat(body.path("program").path("name").asText()).isEqualTo("Program " + code);
            assertThat(body.path("data").path("depth").asText()).isNotEmpty();
            assertThat(body.toString()).doesNotContain("manager", "sponsor");
        });
        assertThat(admin.get(page).body()).contains("program.launched", "waiting");
        admin.form(page, page + "/pause", "paused=true");
        assertThat(admin.get("/admin/hooks").body()).contains("paused");
        String seen = admin.get(page).body().replaceAll("(?s).*name=\"seen\" value=\"(\\w+)\".*", "$1");
        admin.form(page, page + "/secret", "seen=" + seen);
        // pressed twice: the page then shows what the first press made
        assertThat(admin.form("/admin/hooks", page + "/secret", "seen=" + seen).statusCode())
                .isEqualTo(302);
        assertThat(admin.get(page).body()).contains("wms_", "For 24 hours", "Waymark-Signature-Before");
        assertThat(admin.get(page).body()).doesNotContain("wms_");
        admin.form(page, page + "/remove", "");
        // the log of what was set says who did what, and neither the secret nor where exactly it leads
        assertThat(admin.get("/gates/changes").body())
                .contains("Other system: ", "93.184.216.34", "renewed", "paused", "removed")
                .doesNotContain("in/token", "wms_", "??");
        assertThat(admin.get(page).statusCode()).isEqualTo(404);
    }

    private List<JsonNode> bodies(String code) {
        return jdbc
                .sql("select body from hook_delivery where program = :code")
                .param("code", code)
                .query(String.class)
                .list()
                .stream()
                .map(OtherSystemsTests::json)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void onlyAdministratorsComeHereAndAnInnerAddressIsRefused() throws Exception {
        assertThat(Browsing.as(port, "manager").get("/admin/hooks").statusCode())
                .isEqualTo(403);
        HttpResponse<String> refused = Browsing.as(port, "admin")
                .form("/admin/hooks", "/admin/hooks", FIELDS.replace("93.184.216.34", "169.254.169.254"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("not on the open internet");
    }

    @Test
    void theDescriptionOfTheApiListsWhatOthersHear() throws Exception {
        JsonNode api =
                json(Browsing.as(port, "manager").get("/api/openapi.json").body());
        assertThat(api.path("webhooks").fieldNames())
                .toIterable()
                .contains("program.launched", "gate.decided", "condition.kept", "program.completed");
        JsonNode sent = api.at("/webhooks/gate.decided/post");
        assertThat(sent.path("parameters").findValuesAsText("name"))
                .contains("Waymark-Signature", "Waymark-Delivery", "Waymark-Event");
        assertThat(sent.at("/requestBody/content/application~1json/schema/properties/data/properties/decision/type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void theManagerNamesWhoHearsOfWhatStaysUndoneAndNobodyElseDoes() throws Exception {
        String code = launch();
        String page = "/programs/" + code + "/notices";
        assertThat(superiors.of(code)).isEmpty();
        assertThat(Browsing.as(port, "service").get(page).body()).doesNotContain("/notices/superior");
        Browsing manager = Browsing.as(port, "manager");
        manager.form(page, page + "/superior", "person=hr");
        assertThat(superiors.of(code)).contains("hr");
        manager.form(page, page + "/superior", "person=");
        assertThat(superiors.of(code)).isEmpty();
        assertThat(ledger.of(code)).extracting(Entry::kind).contains("SUPERIOR_NAMED", "SUPERIOR_ENDED");
        assertThat(Browsing.as(port, "service")
                        .form("/account/mail", page + "/superior", "person=service")
                        .statusCode())
                .isEqualTo(403);
        assertThat(superiors.of(code)).isEmpty();
    }
}
