package org.waymark.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestClock;
import org.waymark.TestDatabase;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.route.SettingChanges;
import org.waymark.security.VaultStand;
import org.waymark.web.AddressStand;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** What another system gets: signed, in order, once more when it was away, and nothing that is not for it. */
class CourierTests {

    private record Heard(String path, String event, String delivery, String signature, String before, String body) {}

    private final EmbeddedDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TestClock clock = new TestClock("2026-03-03T10:00:00Z");
    private final Programs programs = mock(Programs.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Map<String, List<Entry>> lines = new LinkedHashMap<>();
    private final Texts texts = texts();
    private final Deliveries deliveries = new Deliveries(jdbc, clock);
    private final HookSecrets secrets = new HookSecrets(jdbc, VaultStand.vault(), clock);
    private final Hooks hooks = new Hooks(jdbc, new Reach(true), programs, secrets, mock(SettingChanges.class), clock);
    private final Bodies bodies = new Bodies(new Sentences(texts), AddressStand.at("https://waymark.example/"));
    private final Courier courier = courier(new Reach(true));
    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> answers = new java.util.concurrent.ConcurrentHashMap<>();
    private HttpServer server;

    private static Texts texts() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames("messages/hook", "messages/stage", "messages/gate", "messages/security");
        source.setDefaultEncoding("UTF-8");
        Texts texts = mock(Texts.class);
        when(texts.of(any(String.class), any(Object[].class)))
                .thenAnswer(call -> source.getMessage(
                        call.getArgument(0),
                        java.util.Arrays.copyOfRange(call.getArguments(), 1, call.getArguments().length),
                        java.util.Locale.ENGLISH));
        when(texts.of(any(Refusal.class)))
                .thenAnswer(call ->
                        source.getMessage(call.<Refusal>getArgument(0).key(), new Object[0], java.util.Locale.ENGLISH));
        return texts;
    }

    private Courier courier(Reach reach) {
        Telling telling = new Telling(jdbc, hooks, ledger, programs, bodies, deliveries);
        return new Courier(telling, deliveries, hooks, secrets, reach, new Seal(clock), texts, Duration.ofSeconds(2));
    }

    @BeforeEach
    void aReceiver() throws IOException {
        for (String script :
                List.of("V20261121_2311__ledger_chain", "V20261122_3301__hook_tables", "V20261122_3804__hook_sealed")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        Program atlas = mock(Program.class);
        when(atlas.code()).thenReturn("ATLAS");
        when(atlas.name()).thenReturn("Answer <!channel> everyone");
        when(programs.get(any())).thenReturn(atlas);
        when(ledger.after(any(), anyLong(), anyInt()))
                .thenAnswer(call -> lines.get(call.<String>getArgument(0)).stream()
                        .filter(one -> one.sequence() > call.<Long>getArgument(1))
                        .limit(call.<Integer>getArgument(2))
                        .toList());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::hear);
        server.start();
    }

    private void hear(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        heard.add(new Heard(
                path,
                call.getRequestHeaders().getFirst("Waymark-Event"),
                call.getRequestHeaders().getFirst("Waymark-Delivery"),
                call.getRequestHeaders().getFirst("Waymark-Signature"),
                call.getRequestHeaders().getFirst("Waymark-Signature-Before"),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (path.equals("/moved")) {
            call.getResponseHeaders().add("Location", "/elsewhere");
        }
        call.sendResponseHeaders(answers.getOrDefault(path, 204), -1);
        call.close();
    }

    @AfterEach
    void close() {
        courier.destroy();
        server.stop(0);
        database.shutdown();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Hooks.Made add(String address, Hook.Shape shape, Set<Happening> events, Set<String> heard) {
        return hooks.add("Chat", address, shape, "en", events, heard, "root");
    }

    private Hooks.Made add(String path) {
        return add(at(path), Hook.Shape.WAYMARK, EnumSet.allOf(Happening.class), Set.of());
    }

    private void decided(String program, String decision) {
        line(
                program,
                "DECIDED",
                "{\"sitting\":1,\"round\":1,\"decision\":\"" + decision
                        + "\",\"reason\":\"Between us\",\"deciders\":[\"sponsor\"]}");
    }

    private void line(String program, String kind, String data) {
        List<Entry> known = lines.computeIfAbsent(program, each -> {
            jdbc.sql("insert into ledger_head (program, sequence, hash) values (:program, 0, '')")
                    .param("program", each)
                    .update();
            return new ArrayList<>();
        });
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        known.add(new Entry(known.size() + 1, now, program, kind, "sponsor", null, "values", data, "", "", null));
        jdbc.sql("update ledger_head set sequence = :sequence where program = :program")
                .param("sequence", known.size())
                .param("program", program)
                .update();
    }

    private Delivery newest(long hook) {
        return deliveries.newest(hook, 1).get(0);
    }

    private static JsonNode json(String body) throws IOException {
        return JsonMapper.builder().build().readTree(body);
    }

    @Test
    void whatWasDecidedIsToldSignedAndWithoutWhatIsNobodysBusiness() throws Exception {
        decided("ATLAS", "HOLD");
        Hooks.Made made = add("/own");
        decided("ATLAS", "GO");
        line("ATLAS", "VOTED", "{\"sealed\":\"x\"}");
        courier.bringAll();
        courier.bringAll();
        assertThat(heard).hasSize(1);
        Heard one = heard.get(0);
        JsonNode body = json(one.body());
        assertThat(one.event()).isEqualTo("gate.decided");
        assertThat(body.path("type").asText()).isEqualTo("gate.decided");
        assertThat(body.path("id").asText()).isEqualTo("ATLAS-2");
        assertThat(body.path("data").toString())
                .isEqualTo("{\"stage\":\"values\",\"sitting\":1,\"round\":1,\"decision\":\"GO\"}");
        assertThat(body.path("link").asText()).isEqualTo("https://waymark.example/programs/ATLAS/gates/values");
        assertThat(body.path("at").asText()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(one.body()).doesNotContain("sponsor", "Between us");
        assertThat(one.signature()).isEqualTo(signed(made.secret(), one.body()));
        assertThat(one.before()).isNull();
        assertThat(newest(made.id()).state()).isEqualTo("SENT");
        assertThat(newest(made.id()).status()).isEqualTo(204);
    }

    @Test
    void nothingOvertakesInAProgramAndNoOtherProgramWaits() {
        Hooks.Made made = add("/sick");
        answers.put("/sick", 500);
        decided("ATLAS", "HOLD");
        decided("ATLAS", "GO");
        decided("BOREAL", "GO");
        courier.bringAll();
        assertThat(heard).extracting(Heard::delivery).containsExactly("1", "3");
        assertThat(deliveries.newest(made.id(), 10))
                .filteredOn(one -> one.id() == 1)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo("WAITING");
                    assertThat(one.problem()).isEqualTo("HTTP 500");
                });
        answers.put("/sick", 200);
        clock.pass(Duration.ofSeconds(11));
        courier.bringAll();
        assertThat(heard).extracting(Heard::delivery).containsExactly("1", "3", "1", "3", "2");
    }

    @Test
    void whatNeverArrivesIsGivenUpAfterItsLastTryAndMaySentAgainWithTheSameNumber() {
        Hooks.Made made = add("/sick");
        answers.put("/sick", 503);
        decided("ATLAS", "GO");
        for (int tries = 0; tries <= Deliveries.PAUSES.size(); tries++) {
            courier.bringAll();
            clock.pass(Duration.ofHours(13));
        }
        assertThat(newest(made.id()).state()).isEqualTo("FAILED");
        assertThat(newest(made.id()).tries()).isEqualTo(Deliveries.PAUSES.size() + 1);
        decided("ATLAS", "KILL");
        answers.put("/sick", 200);
        courier.bringAll();
        assertThat(newest(made.id()).state()).as("what comes after goes on").isEqualTo("SENT");
        deliveries.again(made.id(), 1);
        assertThatThrownBy(() -> deliveries.again(made.id(), 1)).isInstanceOf(Refusal.class);
        courier.bringAll();
        assertThat(heard.get(heard.size() - 1).delivery()).isEqualTo("1");
        assertThat(heard.get(heard.size() - 1).body()).isEqualTo(heard.get(0).body());
    }

    @Test
    void aReceiverThatIsDownSlowOrSendsElsewhereIsSaidAndNobodyElseWaits() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EnumSet<Happening> all = EnumSet.allOf(Happening.class);
            long down = add("http://127.0.0.1:" + nobody + "/secret", Hook.Shape.WAYMARK, all, Set.of())
                    .id();
            long slow = add("http://127.0.0.1:" + silent.getLocalPort() + "/", Hook.Shape.WAYMARK, all, Set.of())
                    .id();
            long moved = add("/moved").id();
            answers.put("/moved", 307);
            long well = add("/well").id();
            decided("ATLAS", "GO");
            courier.bringAll();
            assertThat(newest(down).problem()).isEqualTo("could not be reached");
            assertThat(newest(slow).problem()).startsWith("no answer within");
            assertThat(newest(moved).problem()).isEqualTo("HTTP 307");
            assertThat(heard).extracting(Heard::path).doesNotContain("/elsewhere");
            assertThat(newest(well).state()).isEqualTo("SENT");
        }
    }

    @Test
    void eachHearsOnlyWhatItWantsAndAPausedOneLater() {
        long some = add(at("/some"), Hook.Shape.WAYMARK, Set.of(Happening.PROGRAM_COMPLETED), Set.of())
                .id();
        long other = add(at("/other"), Hook.Shape.WAYMARK, EnumSet.allOf(Happening.class), Set.of("BOREAL"))
                .id();
        long paused = add("/paused").id();
        hooks.pause(paused, true, "root");
        decided("ATLAS", "GO");
        courier.bringAll();
        assertThat(heard).isEmpty();
        assertThat(deliveries.newest(some, 1)).isEmpty();
        assertThat(deliveries.newest(other, 1)).isEmpty();
        hooks.pause(paused, false, "root");
        courier.bringAll();
        assertThat(heard).extracting(Heard::path).containsExactly("/paused");
        hooks.remove(paused, "root");
        decided("ATLAS", "GO");
        courier.bringAll();
        assertThat(heard).hasSize(1);
    }

    @Test
    void aNodeThatDiedWhileSendingLeavesItToBeSentAgain() {
        Hooks.Made made = add("/own");
        decided("ATLAS", "GO");
        courier.collect();
        Delivery delivery = deliveries.due().get(0);
        assertThat(deliveries.claim(delivery)).isTrue();
        assertThat(deliveries.claim(delivery)).isFalse();
        courier.bringAll();
        assertThat(heard).isEmpty();
        clock.pass(Duration.ofMinutes(3));
        courier.bringAll();
        assertThat(heard).hasSize(1);
        assertThat(newest(made.id()).state()).isEqualTo("SENT");
    }

    @Test
    void chatsGetTheirOwnShapesAndNothingInThemActs() throws Exception {
        add(at("/teams"), Hook.Shape.TEAMS, EnumSet.allOf(Happening.class), Set.of());
        add(at("/slack"), Hook.Shape.SLACK, EnumSet.allOf(Happening.class), Set.of());
        decided("ATLAS", "GO");
        courier.bringAll();
        JsonNode card = json(heard.get(0).body()).at("/attachments/0/content");
        assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/body/0/text").asText()).contains("ATLAS", "Values", "decided: Go");
        assertThat(card.at("/actions/0/url").asText()).endsWith("/programs/ATLAS/gates/values");
        JsonNode slack = json(heard.get(1).body());
        assertThat(slack.path("text").asText()).contains("&lt;!channel&gt;").doesNotContain("<!channel>");
        assertThat(slack.at("/blocks/0/text/type").asText()).isEqualTo("plain_text");
        assertThat(slack.at("/blocks/1/elements/0/url").asText()).endsWith("/programs/ATLAS/gates/values");
    }

    @Test
    void aRenewedSecretSignsBesideTheOneBeforeForADayAndNoneOfThemLiesOpen() throws Exception {
        Hooks.Made made = add("/own");
        String renewed = hooks.renew(made.id(), hooks.mark(made.id()), "root");
        assertThat(renewed).startsWith("wms_").isNotEqualTo(made.secret());
        decided("ATLAS", "GO");
        courier.bringAll();
        Heard both = heard.get(0);
        assertThat(both.signature()).isEqualTo(signed(renewed, both.body()));
        assertThat(both.before()).isEqualTo(signed(made.secret(), both.body()));
        clock.pass(HookSecrets.BOTH);
        decided("ATLAS", "HOLD");
        courier.bringAll();
        Heard later = heard.get(1);
        assertThat(later.signature()).isEqualTo(signed(renewed, later.body()));
        assertThat(later.before()).isNull();
        assertThat(jdbc.sql("select secret, old_secret from hook").query().listOfRows())
                .allSatisfy(row -> assertThat(row.toString()).doesNotContain("wms_"));
    }

    @Test
    void whatAnEarlierReleaseKeptOpenIsSealedAtTheStartAndSignsAsBefore() throws Exception {
        long hook = add("/own").id();
        jdbc.sql("update hook set secret = 'wms_old'").update();
        secrets.sealOld();
        assertThat(jdbc.sql("select secret from hook").query(String.class).single())
                .startsWith("v1.");
        decided("ATLAS", "GO");
        courier.bringAll();
        assertThat(heard.get(0).signature())
                .isEqualTo(signed("wms_old", heard.get(0).body()));
        // under another key nothing is sent unsigned, and it is said why
        jdbc.sql("update hook set secret = :other")
                .param("other", VaultStand.vault((byte) 9).seal("wms_old", "hook " + hook))
                .update();
        decided("ATLAS", "HOLD");
        courier.bringAll();
        assertThat(heard).hasSize(1);
        assertThat(newest(hook).problem()).contains("sealed under another key");
    }

    private String signed(String secret, String body) throws Exception {
        String seconds = Long.toString(clock.instant().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "t=" + seconds + ",v1="
                + HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aTestIsTriedOnce() {
        long hook = add("/sick").id();
        answers.put("/sick", 500);
        deliveries.put(hook, "", 0, Delivery.TEST, bodies.test(hooks.get(hook)));
        courier.bringAll();
        assertThat(heard).extracting(Heard::event).containsExactly("test");
        assertThat(newest(hook).state()).isEqualTo("FAILED");
    }

    @Test
    void anAddressThatBeginsToLeadInsideIsNotWrittenToAnyMore() {
        long hook = add("/own").id();
        decided("ATLAS", "GO");
        Courier strict = courier(new Reach(false));
        strict.bringAll();
        strict.destroy();
        assertThat(heard).isEmpty();
        assertThat(newest(hook).problem()).isEqualTo("The address must begin with https.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/", "https://localhost/", "https://10.1.2.3/", "https://192.168.0.1/",
                "https://172.16.0.1/", "https://169.254.169.254/latest/", "https://100.64.0.1/", "https://0.0.0.0/",
                "https://[::1]/", "https://[fd00::1]/", "https://[fe80::1]/", "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/", "https://[2002:a00:1::]/", "https://224.0.0.1/", "https://198.18.0.1/",
                "http://93.184.216.34/", "https://ada:secret@93.184.216.34/", "ftp://93.184.216.34/", "https:///x",
                "not an address", "", "https://2130706433/"
            })
    void whatLeadsInsideOrIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> new Reach(false).checked(address)).isInstanceOf(Refusal.class);
    }

    @Test
    void theOpenInternetIsAllowed() {
        assertThat(new Reach(false).checked(" https://93.184.216.34/in?x=1 ")).hasHost("93.184.216.34");
        assertThat(new Reach(false).checked("https://[2606:2800:220:1::1]/")).hasScheme("https");
    }
}
