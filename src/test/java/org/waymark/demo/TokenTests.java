package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.security.NewPerson;
import org.waymark.security.People;

/** Tokens people give to scripts: made on the account page, good for the API only, and only while they should be. */
class TokenTests extends House {

    private static final String PASSWORD = "Waymark-demo-2026";
    private static final Pattern TOKEN = Pattern.compile("wm_[A-Za-z0-9]{40}");

    @Autowired
    People people;

    private Browsing tom;

    @BeforeEach
    void tomSignsIn() throws Exception {
        if (people.find("tokens").isEmpty()) {
            people.add(new NewPerson("tokens", "Tom Tokens", null, "MANAGER", "en", "Europe/Berlin"), PASSWORD, false);
        }
        tom = Browsing.as(port, "tokens");
    }

    @Test
    void aTokenIsShownOnceKeptAsAHashAndOpensTheApiWithItsOwnersRights() throws Exception {
        String token = make(tom, "The nightly report");
        assertThat(tom.get("/account").body())
                .contains("The nightly report", "never")
                .doesNotContain(token);
        assertThat(inTable(token)).isZero();
        HttpResponse<String> answer = Caller.withToken(port, token).get("/api/programs");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(jdbc.sql("select count(*) from security_token where name = 'The nightly report' and last_used_at"
                                + " is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        // a manager may not add people, with a token or without; a call that changes something needs no CSRF token
        assertThat(Caller.withToken(port, token).post("/api/people", "{}").statusCode())
                .isEqualTo(403);
        assertThat(Caller.withToken(port, token).post("/api/programs", "{}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aTokenOpensNoPageAndNothingOfTheEngine() throws Exception {
        Caller script = Caller.withToken(port, make(tom, "Not a key to the house"));
        for (String closed : List.of("/", "/programs", "/account", "/ledger", "/tasks/none/work")) {
            assertThat(script.get(closed).statusCode()).as(closed).isIn(302, 401);
        }
        for (String closed : List.of(
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/app/cockpit/default/")) {
            assertThat(script.get(closed).statusCode()).as(closed).isIn(302, 401, 403);
            assertThat(script.get(closed).body()).as(closed).doesNotContain("tokens");
        }
    }

    @Test
    void anExpiredARevokedAndAMadeUpTokenOpenNothing() throws Exception {
        Caller expired = Caller.withToken(port, make(tom, "Over yesterday"));
        assertThat(expired.get("/api/programs").statusCode()).isEqualTo(200);
        jdbc.sql("update security_token set expires_at = :then where name = 'Over yesterday'")
                .param("then", java.time.OffsetDateTime.now(clock).minusSeconds(1))
                .update();
        assertThat(expired.get("/api/programs").statusCode()).isEqualTo(401);

        Caller revoked = Caller.withToken(port, make(tom, "Taken back"));
        assertThat(revoked.get("/api/programs").statusCode()).isEqualTo(200);
        long id = jdbc.sql("select id from security_token where name = 'Taken back'")
                .query(Long.class)
                .single();
        assertThat(tom.form("/account", "/account/tokens/" + id + "/revoke", "").statusCode())
                .isEqualTo(302);
        assertThat(revoked.get("/api/programs").statusCode()).isEqualTo(401);
        assertThat(tom.form("/account", "/account/tokens/" + id + "/revoke", "").statusCode())
                .isEqualTo(404);

        assertThat(Caller.withToken(port, "wm_" + "A".repeat(40))
                        .get("/api/programs")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Caller.withToken(port, "").get("/api/programs").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenDiesWithItsOwnersAccountAndDoesNotComeBack() throws Exception {
        people.add(new NewPerson("leaver", "Lea Leaver", null, "MEMBER", "en", "UTC"), PASSWORD, false);
        Browsing lea = Browsing.as(port, "leaver");
        Caller script = Caller.withToken(port, make(lea, "Leaving"));
        assertThat(script.get("/api/programs").statusCode()).isEqualTo(200);
        people.activate("leaver", false, "admin");
        assertThat(script.get("/api/programs").statusCode()).isEqualTo(401);
        people.activate("leaver", true, "admin");
        assertThat(script.get("/api/programs").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenWithoutANameOrWithoutAnEndIsRefusedInWords() throws Exception {
        String tomorrow = LocalDate.now(clock).plusDays(1).toString();
        assertThat(tom.form("/account", "/account/tokens", "name=&until=" + tomorrow)
                        .body())
                .contains("what the token is for");
        for (String until : List.of("", LocalDate.now(clock).plusDays(400).toString(), "2020-01-01")) {
            HttpResponse<String> answer = tom.form("/account", "/account/tokens", "name=x&until=" + until);
            assertThat(answer.statusCode()).as(until).isEqualTo(422);
            assertThat(answer.body()).contains("choose a day").doesNotContain("wm_A");
        }
    }

    private int inTable(String token) {
        return jdbc.sql("select count(*) from security_token where sha256 = :t or name = :t")
                .param("t", token)
                .query(Integer.class)
                .single();
    }

    private String make(Browsing browsing, String name) throws Exception {
        String answer = browsing.form(
                        "/account",
                        "/account/tokens",
                        "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&until="
                                + LocalDate.now(clock).plusDays(30))
                .body();
        Matcher found = TOKEN.matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return found.group();
    }
}
