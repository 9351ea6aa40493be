package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.waymark.TestClock;
import org.waymark.TestDatabase;

/** What the company's provider ends: the sessions that came from it, and nobody else's. */
class EndedThereTests {

    private static final String ISSUER = "https://login.example";

    private final EmbeddedDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TestClock clock = new TestClock("2026-03-03T10:00:00Z");
    private final Accounts accounts = new Accounts(jdbc, clock);
    private final Sessions sessions = new Sessions(jdbc, accounts, clock, Duration.ofHours(8));

    @BeforeEach
    void twoPeople() {
        for (String script : List.of(
                "V20261121_2313__security_person",
                "V20261122_3401__security_session",
                "V20261122_4001__security_provider_session")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        accounts.insert(person("mia"), false);
        accounts.insert(person("tom"), false);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static Person person(String id) {
        return new Person(id, id, null, Role.MEMBER, "en", "UTC", true);
    }

    private MockHttpSession in(String id, boolean byProvider, String there) {
        Account account = accounts.now(id).orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(byProvider ? SignIn.ofProvider(account) : SignIn.of(account));
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpSession session = new MockHttpSession();
        request.setSession(session);
        Sessions.comesFrom(session, there);
        sessions.begin(new SignedIn(id, account.accessVersion()), request);
        return session;
    }

    private boolean isIn(String id, MockHttpSession session) {
        return sessions.admits(new SignedIn(id, 1), session).isPresent();
    }

    @Test
    void oneSessionOrAllOfSomebodyEndAndWhoCameByPasswordStays() {
        MockHttpSession first = in("mia", true, "s-1");
        MockHttpSession second = in("mia", true, "s-2");
        MockHttpSession unnamed = in("mia", true, null);
        // signed in with a password in a browser that had come from the provider before
        MockHttpSession password = in("mia", false, "s-1");
        MockHttpSession other = in("tom", true, "s-3");
        assertThat(sessions.endedThere("tom", "s-1")).isZero();
        assertThat(sessions.endedThere(null, null)).isZero();
        assertThat(sessions.endedThere(null, "s-1")).isEqualTo(1);
        assertThat(isIn("mia", first)).isFalse();
        assertThat(isIn("mia", second)).isTrue();
        assertThat(sessions.endedThere("mia", null)).isEqualTo(2);
        assertThat(isIn("mia", second)).isFalse();
        assertThat(isIn("mia", unnamed)).isFalse();
        assertThat(isIn("mia", password)).isTrue();
        assertThat(isIn("tom", other)).isTrue();
        assertThat(sessions.endedThere("mia", null)).as("said twice").isZero();
        assertThat(jdbc.sql("select provider_session from security_session where person = 'tom'")
                        .query(String.class)
                        .single())
                .doesNotContain("s-3")
                .hasSize(64);
    }

    @Test
    void onlyATokenThatSaysSoIsBelieved() {
        Map<String, Object> good = Map.of("sub", "4711");
        assertThat(believed("logout+jwt", good)).isTrue();
        assertThat(believed("JWT", Map.of("sid", "s-1"))).isTrue();
        assertThat(believed("at+jwt", good)).isFalse();
        assertThat(believed("JWT", Map.of())).isFalse();
        assertThat(believed("JWT", Map.of("sub", "4711", "nonce", "n"))).isFalse();
        assertThat(believed("JWT", Map.of("sub", "4711", "aud", List.of("other"))))
                .isFalse();
        assertThat(believed("JWT", Map.of("sub", "4711", "iss", "https://other.example")))
                .isFalse();
        assertThat(believed("JWT", Map.of("sub", "4711", "events", Map.of(EndedRule.EVENT, "yes"))))
                .isFalse();
        clock.pass(EndedRule.YOUNG.plusSeconds(1));
        assertThat(believed("JWT", good)).isFalse();
    }

    private boolean believed(String kind, Map<String, Object> claims) {
        Jwt.Builder token = Jwt.withTokenValue("t")
                .header("typ", kind)
                .issuer(ISSUER)
                .audience(List.of("waymark"))
                .issuedAt(Instant.parse("2026-03-03T10:00:00Z"))
                .claim("events", Map.of(EndedRule.EVENT, Map.of()));
        claims.forEach(token::claim);
        return !new EndedRule(ISSUER, "waymark", clock).validate(token.build()).hasErrors();
    }
}
