package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Waymark;
import org.waymark.process.Work;
import org.waymark.process.WorkItems;
import org.waymark.security.People;
import org.waymark.security.Proofs;
import org.waymark.security.TestProvider;
import org.waymark.security.Window;

/** The company's own sign-in, against a real provider on another port: in, out, signing, and whatever goes wrong. */
class OidcSignInIT {

    private static final String LOCAL_PASSWORD = "Waymark-demo-2026";
    private static final String START = "/sign-in/with/company";
    private static final List<String> STAFF = List.of("staff");

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext house;
    private static TestProvider provider;
    private static String waymark;
    private static String issuer;
    private static String whileAway;

    @BeforeAll
    static void start() throws Exception {
        int port = freePort();
        issuer = "http://127.0.0.1:" + freePort();
        waymark = "http://127.0.0.1:" + port;
        house = new SpringApplicationBuilder(Waymark.class)
                .profiles("demo")
                .properties(
                        "server.port=" + port,
                        "camunda.bpm.job-execution.enabled=false",
                        "camunda.bpm.generate-unique-process-engine-name=true",
                        "waymark.demo.history=false",
                        "server.forward-headers-strategy=native",
                        "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1",
                        "waymark.oidc.issuer=" + issuer,
                        "waymark.oidc.client-id=" + TestProvider.CLIENT,
                        "waymark.oidc.client-secret=" + TestProvider.SECRET,
                        "waymark.oidc.name=Harborne One",
                        "waymark.oidc.roles=waymark-auditors=auditor,staff=member")
                .run("--waymark.data=" + folder.resolve("demo"));
        // nothing answers at the provider's address yet
        Window early = new Window(waymark + "/sign-in");
        whileAway = early.open(START).body();
        early.form("/sign-in", "person=service&password=" + LOCAL_PASSWORD);
        assertThat(early.open("/account").body()).contains("service");
        provider = TestProvider.start(URI.create(issuer).getPort(), waymark);
        while (new Window(waymark + "/sign-in")
                .step(START)
                .headers()
                .firstValue("Location")
                .orElse("")
                .contains("provider=away")) {
            Thread.sleep(250); // asked again a few seconds after it did not answer
        }
    }

    @AfterAll
    static void stop() {
        provider.close();
        house.close();
    }

    @BeforeEach
    void usual() {
        TestProvider.asksAgain(true);
        for (String person : List.of("sponsor", "finance", "legal", "sales", "hr", "product")) {
            TestProvider.says(person, claims(person + "@harborne.example", STAFF));
        }
    }

    private static Map<String, Object> claims(String email, List<String> groups) {
        return Map.of("email", email, "email_verified", true, "groups", groups);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Presses the button and signs in at the provider. */
    private static Window signIn(String person) throws Exception {
        Window window = new Window(waymark + "/sign-in");
        window.open(START);
        atProvider(window, person);
        return window;
    }

    private static HttpResponse<String> atProvider(Window window, String person) throws Exception {
        assertThat(window.here().toString()).startsWith(issuer + "/login");
        return window.form("/login", "username=" + person + "&password=" + TestProvider.PASSWORD.replace(" ", "+"));
    }

    private static String text(Window window) throws Exception {
        return window.step(window.here().toString()).body();
    }

    private static <T> T bean(Class<T> type) {
        return house.getBean(type);
    }

    @Test
    void whileTheProviderIsAwayASentenceSaysSoAndPasswordsStillWork() {
        assertThat(whileAway).contains("Harborne One does not answer just now").contains("name=\"password\"");
    }

    @Test
    void somebodyKnownByTheirVerifiedAddressComesInAndIsKnownBySubjectFromThenOn() throws Exception {
        assertThat(new Window(waymark).open("/sign-in").body())
                .contains("Sign in with Harborne One")
                .contains("href=\"" + START + "\"");
        Window window = signIn("finance");
        assertThat(window.here().toString()).isEqualTo(waymark + "/");
        URI asked = window.by("/oauth2/authorize");
        assertThat(asked.getQuery())
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "scope=openid")
                .doesNotContain("prompt");
        assertThat(window.open("/account").body())
                .contains("finance")
                .contains("You sign in through Harborne One")
                .doesNotContain("/account/password");
        // the second time they are known by their subject, whatever their address is by then
        TestProvider.says("finance", claims("married@harborne.example", STAFF));
        assertThat(signIn("finance").open("/account").body()).contains("finance");
    }

    @Test
    void groupsGiveTheRoleAtEverySignIn() throws Exception {
        TestProvider.says("legal", claims("legal@harborne.example", List.of("other", "waymark-auditors")));
        assertThat(signIn("legal").open("/rights").statusCode()).isEqualTo(200);
        TestProvider.says("legal", claims("legal@harborne.example", List.of()));
        Window later = signIn("legal");
        assertThat(later.open("/rights").statusCode()).isEqualTo(403);
        assertThat(bean(People.class).get("legal").role().name()).isEqualTo("MEMBER");
    }

    @Test
    void aTokenWithoutTheGroupsOpensNothing() throws Exception {
        TestProvider.says("sales", Map.of("email", "sales@harborne.example", "email_verified", true));
        Window window = signIn("sales");
        assertThat(window.here().toString()).endsWith("/sign-in?provider=groups");
        assertThat(text(window)).contains("did not say which groups you are in");
        assertThat(window.open("/account").body()).doesNotContain("You are signed in as");
    }

    @Test
    void strangersUnverifiedAddressesAndClosedPeopleAreRefusedInPlainWords() throws Exception {
        TestProvider.says("stranger", claims("stranger@elsewhere.example", STAFF));
        assertThat(text(signIn("stranger"))).contains("Waymark does not yet");
        TestProvider.says(
                "impostor", Map.of("email", "product@harborne.example", "email_verified", false, "groups", STAFF));
        assertThat(text(signIn("impostor"))).contains("Waymark does not yet");
        signIn("hr");
        TestProvider.says("second", claims("hr@harborne.example", STAFF));
        assertThat(text(signIn("second"))).contains("somebody else already belongs to the person");
        Window open = signIn("hr");
        bean(People.class).activate("hr", false, "admin");
        try {
            assertThat(open.open("/account").uri().getPath()).isEqualTo("/sign-in");
            open.open(START);
            assertThat(open.here().toString()).endsWith("/sign-in?provider=closed");
            assertThat(text(open)).contains("Your sign-in to Waymark is closed");
        } finally {
            bean(People.class).activate("hr", true, "admin");
        }
    }

    @Test
    void aWrongStateAUsedCodeAndSomebodyElsesCodeOpenNothing() throws Exception {
        Window window = signIn("product");
        URI answer = window.by("/sign-in/from/company");
        assertThat(answer.getQuery()).contains("code=", "state=");
        assertThat(window.step(answer.toString())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("provider=stale");

        Window other = new Window(waymark + "/sign-in");
        String begun = other.step(START).headers().firstValue("Location").orElseThrow();
        String state = URI.create(begun).getRawQuery().replaceAll(".*state=([^&]*).*", "$1");
        String code = answer.getRawQuery().replaceAll(".*code=([^&]*).*", "$1");
        assertThat(other.open(waymark + "/sign-in/from/company?code=" + code + "&state=" + state)
                        .uri()
                        .toString())
                .endsWith("provider=failed");
        other.step(START);
        assertThat(other.open(waymark + "/sign-in/from/company?code=" + code + "&state=made-up")
                        .uri()
                        .toString())
                .endsWith("provider=stale");
        assertThat(other.open(waymark + "/sign-in/from/company?error=access_denied&state=made-up")
                        .uri()
                        .toString())
                .endsWith("provider=stale");
        assertThat(other.open(waymark + "/account").uri().toString()).contains("/sign-in");
    }

    @Test
    void signingOutEndsTheSessionHereAndThere() throws Exception {
        Window window = signIn("product");
        HttpResponse<String> out = window.call("POST", "/sign-out", "");
        assertThat(out.headers().firstValue("Location").orElse("")).endsWith("/sign-in?out");
        HttpResponse<String> page = window.step(waymark + "/sign-in?out");
        String onwards = page.headers().firstValue("Refresh").orElse("");
        assertThat(onwards).startsWith("0; url=" + issuer + "/connect/logout?").contains("id_token_hint=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self';");
        window.open(onwards.substring("0; url=".length()));
        assertThat(window.here().toString()).isEqualTo(waymark + "/sign-in?out");
        assertThat(window.step(waymark + "/sign-in?out").headers().firstValue("Refresh"))
                .isEmpty();
        assertThat(window.open(waymark + "/account").uri().getPath()).isEqualTo("/sign-in");
        window.open(START);
        assertThat(window.here().toString()).as("the provider asks again").startsWith(issuer + "/login");
    }

    @Test
    void whatTheProviderEndsIsOverHereWithTheNextClick() throws Exception {
        Window one = signIn("product");
        String there = TestProvider.session("product");
        Window other = signIn("product");
        assertThat(TestProvider.session("product")).isNotEqualTo(there);
        Window local = new Window(waymark + "/sign-in");
        local.form("/sign-in", "person=product&password=" + LOCAL_PASSWORD);

        Instant old = Instant.now().minusSeconds(3600);
        Instant over = Instant.now().minusSeconds(120);
        for (Map<String, Object> unfit : List.<Map<String, Object>>of(
                Map.of("sub", "product", "aud", List.of("somebody-else")),
                Map.of("sub", "product", "iss", "https://elsewhere.example"),
                Map.of("sub", "product", "nonce", "n"),
                Map.of("sub", "product", "events", Map.of("other", Map.of())),
                Map.of("sub", "product", "iat", old),
                Map.of("sub", "product", "iat", over.minusSeconds(60), "exp", over),
                Map.of())) {
            assertThat(ended(provider.ending(unfit))).as(unfit.toString()).isEqualTo(400);
        }
        String whole = provider.ending(Map.of("sid", there));
        assertThat(ended(whole.substring(0, whole.lastIndexOf('.') + 1) + "x".repeat(342)))
                .isEqualTo(400);
        assertThat(ended("nothing")).isEqualTo(400);
        assertThat(ended("")).isEqualTo(400);
        assertThat(one.open("/account").uri().getPath()).isEqualTo("/account");

        // one of its sessions, then all somebody has there; who came by password stays
        assertThat(ended(whole)).isEqualTo(200);
        assertThat(one.open("/account").uri().getPath()).isEqualTo("/sign-in");
        assertThat(other.open("/account").uri().getPath()).isEqualTo("/account");
        assertThat(ended(provider.ending(Map.of("sub", "nobody-here")))).isEqualTo(200);
        assertThat(ended(provider.ending(Map.of("sub", "product")))).isEqualTo(200);
        assertThat(other.open("/account").uri().getPath()).isEqualTo("/sign-in");
        assertThat(local.open("/account").uri().getPath()).isEqualTo("/account");
    }

    private static int ended(String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(waymark + "/sign-out/from/company"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void aDecisionIsSignedAfterSigningInThereOnceMoreAndTheHalfMadeOneIsStillThere() throws Exception {
        String task = bean(WorkItems.class).open("ATLAS", "decideGate").get(0).task();
        Window window = signIn("sponsor");
        String version = Long.toString(bean(Work.class).open(task, "sponsor").version());
        assertThat(window.call(
                                "PUT",
                                "/tasks/" + task + "/work",
                                "_version=" + version + "&decision=HOLD&reason=Half+a+thought")
                        .statusCode())
                .isEqualTo(200);
        proofIsOld();
        assertThat(bean(Proofs.class).fresh("sponsor")).isFalse();
        String page = window.step("/tasks/" + task + "/work").body();
        assertThat(page)
                .contains(START + "?proof=" + task, "Sign in at Harborne One once more")
                .doesNotContain("name=\"_password\"");
        HttpResponse<String> typed = window.call("POST", "/tasks/" + task + "/prove", "password=" + LOCAL_PASSWORD);
        assertThat(typed.statusCode()).isEqualTo(422);
        assertThat(typed.body()).contains("You signed in through Harborne One");

        // somebody else comes back
        window.step(waymark + "/my-work/" + task);
        window.open(START + "?proof=" + task);
        assertThat(window.by("/oauth2/authorize").getQuery()).contains("prompt=login", "max_age=0");
        atProvider(window, "finance");
        assertThat(window.here().toString()).contains("/account/proof?trouble=other");
        assertThat(text(window)).contains("Somebody else came back", "/my-work/" + task);
        assertThat(bean(Proofs.class).fresh("sponsor")).isFalse();
        assertThat(window.step("/account").body()).contains("sponsor");

        // the same person, and the draft waits where it was
        window.step(waymark + "/my-work/" + task);
        window.open(START + "?proof=" + task);
        atProvider(window, "sponsor");
        assertThat(window.here().toString()).isEqualTo(waymark + "/my-work/" + task);
        assertThat(bean(Proofs.class).fresh("sponsor")).isTrue();
        assertThat(window.step("/tasks/" + task + "/work").body()).contains("Half a thought");

        // a provider that does not ask proves nothing, once its last sign-in is longer ago
        proofIsOld();
        TestProvider.asksAgain(false);
        TestProvider.says(
                "sponsor",
                Map.of(
                        "email",
                        "sponsor@harborne.example",
                        "email_verified",
                        true,
                        "groups",
                        STAFF,
                        "auth_time",
                        1_000_000L));
        window.step(waymark + "/camunda/app/tasklist/default/");
        window.open(START + "?proof=" + task);
        assertThat(window.here().getQuery())
                .contains("trouble=old", "back=/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(bean(Proofs.class).fresh("sponsor")).isFalse();
    }

    @Test
    void peopleWithAPasswordStillTypeItToSign() throws Exception {
        String task = bean(WorkItems.class).open("ATLAS", "decideGate").get(0).task();
        Window window = new Window(waymark + "/sign-in");
        window.form("/sign-in", "person=sponsor&password=" + LOCAL_PASSWORD);
        proofIsOld();
        assertThat(window.step("/tasks/" + task + "/work").body())
                .contains("name=\"_password\"")
                .doesNotContain(START);
        assertThat(window.call("POST", "/tasks/" + task + "/prove", "password=" + LOCAL_PASSWORD)
                        .statusCode())
                .isEqualTo(200);
        assertThat(bean(Proofs.class).fresh("sponsor")).isTrue();
    }

    @Test
    void anAdministratorSeesTheLinkAndUndoesIt() throws Exception {
        signIn("product");
        Window admin = new Window(waymark + "/sign-in");
        admin.form("/sign-in", "person=admin&password=" + LOCAL_PASSWORD);
        assertThat(admin.step("/people/product").body()).contains("Signs in through " + issuer);
        assertThat(admin.call("POST", "/people/product/unlink", "").statusCode())
                .isEqualTo(302);
        assertThat(admin.step("/people/product").body()).doesNotContain("Signs in through");
        signIn("product");
        assertThat(admin.step("/people/product").body()).contains("Signs in through");
    }

    /** The same product with a proxy it knows: at 127.0.0.1, and nowhere else. */
    @Test
    void onlyTheProxyThatIsTrustedMakesItHttps() throws Exception {
        String trusted = asked("127.0.0.1", "X-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.7\r\n");
        assertThat(trusted).contains("Strict-Transport-Security: max-age=31536000", "; Secure; HttpOnly; SameSite=Lax");
        assertThat(asked("127.0.0.2", "X-Forwarded-Proto: https\r\n"))
                .contains("HTTP/1.1 200")
                .doesNotContain("Strict-Transport-Security", "; Secure");
        assertThat(asked("127.0.0.1", "")).doesNotContain("Strict-Transport-Security", "; Secure");
    }

    private static String asked(String from, String headers) throws Exception {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(
                    new InetSocketAddress("127.0.0.1", URI.create(waymark).getPort()));
            socket.getOutputStream()
                    .write(("GET /sign-in HTTP/1.1\r\nHost: waymark.example\r\n" + headers
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void proofIsOld() {
        bean(JdbcClient.class)
                .sql("update security_proof set proved_at = timestamp with time zone '2020-01-01 00:00:00+00'"
                        + " where person = 'sponsor'")
                .update();
    }
}
