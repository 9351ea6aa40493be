package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one PostgreSQL, as the operations chapter says they are installed: under two roles, started at once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

    private static final Logger log = LoggerFactory.getLogger(NodesIT.class);
    private static final List<String> ASKED = List.of("service", "product", "sales", "marketing", "hr");
    private static final String WEIGHTS = "{\"weights\":{\"VAL-01\":50,\"VAL-02\":30,\"VAL-03\":20}}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Cluster cluster;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void bothStartAtOnceOnAnEmptyDatabase() throws Exception {
        cluster = new Cluster();
        Path folder = Path.of("target/nodes");
        one = Node.start("one", folder, cluster.environment());
        other = Node.start("other", folder, cluster.environment());
        one.ready();
        other.ready();
    }

    @AfterAll
    static void end() throws Exception {
        one.kill();
        other.kill();
        cluster.close();
    }

    @Test
    @Order(1)
    void oneMadeEverythingAndTheOtherWaited() throws IOException {
        assertThat(one.said() + other.said())
                .contains("this one waits for its turn")
                .containsOnlyOnce("The engine's tables were made in schema waymark")
                .containsOnlyOnce("Demo program MERIDIAN is ready")
                .contains("can add to the decision record and not change it");
        assertThat(count(cluster.worker(), "select count(*) from act_re_deployment"))
                .isEqualTo(1);
        assertThat(count(cluster.worker(), "select count(*) from program where code = 'ATLAS'"))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void theRoleItWorksUnderCannotRewriteTheRecordNorMakeTables() {
        JdbcClient worker = cluster.worker();
        assertThat(count(worker, "select count(*) from ledger_entry")).isPositive();
        for (String sql : List.of(
                "update ledger_entry set data = '{}'",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "delete from ledger_head",
                "update ledger_anchor set hash = ''",
                "delete from ledger_anchor",
                "update ledger_anchor_head set hash = ''",
                "delete from ledger_anchor_head",
                "truncate ledger_anchor, ledger_anchor_head",
                "update flyway_schema_history set checksum = 0",
                "update security_installation set made_for = 'COMPANY'",
                "create table mine (id integer)",
                "alter table ledger_entry add column more integer",
                "alter table ledger_entry disable trigger all",
                "create index mine on notice (person)",
                "drop table notice",
                "drop schema waymark cascade")) {
            assertThatThrownBy(() -> worker.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    @Order(3)
    void whoSignsInAtOneNodeWorksAtTheOtherAndIsSignedOutAtBoth() throws Exception {
        Browsing service = Browsing.as(one.port, "service");
        Browsing there = service.at(other.port);
        assertThat(there.get("/my-work").statusCode()).isEqualTo(200);
        assertThat(there.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(there.form("/account", "/account/sessions/end", "").statusCode())
                .isEqualTo(302);
        assertThat(there.get("/account").statusCode())
                .as("stays where they are")
                .isEqualTo(200);

        Browsing second = Browsing.as(one.port, "service");
        Browsing admin = Browsing.as(one.port, "admin");
        assertThat(second.at(other.port).get("/account").statusCode()).isEqualTo(200);
        assertThat(admin.form("/people/service", "/people/service/sessions/end", "")
                        .statusCode())
                .isEqualTo(302);
        for (Browsing out : List.of(there, service, second, second.at(other.port))) {
            assertThat(out.get("/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    @Order(4)
    void whoIsClosedOutAtOneNodeIsOutAtTheOtherAtOnce() throws Exception {
        Browsing legal = Browsing.as(other.port, "legal");
        Caller script = Caller.of(other.port, "legal");
        assertThat(legal.get("/account").statusCode()).isEqualTo(200);
        assertThat(script.get("/api/tasks").statusCode()).isEqualTo(200);
        Browsing admin = Browsing.as(one.port, "admin");
        assertThat(admin.form("/people", "/people/legal/active", "active=false").statusCode())
                .isEqualTo(302);
        assertThat(legal.get("/account").statusCode()).isEqualTo(302);
        assertThat(script.get("/api/tasks").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(5)
    void whatIsHandedInAtOneIsSeenAtTheOtherAndTheProgramGoesOn() throws Exception {
        launch("TWO");
        for (int person = 0; person < ASKED.size(); person++) {
            String who = ASKED.get(person);
            Node here = person % 2 == 0 ? one : other;
            Node there = person % 2 == 0 ? other : one;
            String task = task(here, who, "TWO");
            assertThat(handIn(here, who, task)).isEqualTo(204);
            assertThat(Caller.json(Caller.of(there.port, who).get("/api/tasks?program=TWO&mine=true")))
                    .isEmpty();
        }
        assertThat(Caller.json(Caller.of(other.port, "manager").get("/api/tasks?program=TWO&mine=true"))
                        .findValuesAsText("key"))
                .containsExactly("agreeValues");
    }

    @Test
    @Order(6)
    void aTimerGoesOffOnceWhicheverNodeTakesIt() throws Exception {
        launch("TIMED");
        task(one, "service", "TIMED");
        int moved = cluster.owner().sql("""
                        update act_ru_job set duedate_ = now() - interval '1' minute where id_ in (
                          select j.id_ from act_ru_job j
                          join act_ru_jobdef d on d.id_ = j.job_def_id_
                          join work_item w on w.instance = j.process_instance_id_
                          where d.act_id_ = 'weighValuesReminder' and w.program = 'TIMED')
                        """).update();
        assertThat(moved).isEqualTo(1);
        String gone = "select count(*) from act_hi_actinst a join work_item w on w.instance = a.proc_inst_id_"
                + " where a.act_id_ = 'weighValuesReminder' and w.program = 'TIMED' and w.assignee = 'service'";
        for (int pause = 0; pause < 100 && count(cluster.worker(), gone) == 0; pause++) {
            Thread.sleep(200);
        }
        Thread.sleep(2000);
        assertThat(count(cluster.worker(), gone)).isEqualTo(1);
    }

    @Test
    @Order(7)
    void whatWasAcknowledgedOutlivesANodeThatIsKilledAndTheOtherServesOn() throws Exception {
        List<String> programs = List.of("LOAD1", "LOAD2", "LOAD3", "LOAD4");
        for (String program : programs) {
            launch(program);
        }
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch underWay = new CountDownLatch(6);
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<Long>> running = new ArrayList<>();
        for (int at = 0; at < programs.size(); at++) {
            String program = programs.get(at);
            Node first = at % 2 == 0 ? one : other;
            running.add(people.submit(() -> everybodyWeighs(program, first, acknowledged, underWay)));
        }
        assertThat(underWay.await(2, TimeUnit.MINUTES)).isTrue();
        one.kill();
        long longest = 0;
        for (Future<Long> each : running) {
            longest = Math.max(longest, each.get(3, TimeUnit.MINUTES));
        }
        people.shutdown();
        log.info("R7: {} acknowledged, the longest wait for an answer {} ms", acknowledged.size(), longest);
        assertThat(acknowledged).hasSize(programs.size() * ASKED.size()).doesNotHaveDuplicates();
        for (String task : acknowledged) {
            assertThat(count(
                            cluster.worker(),
                            "select count(*) from act_hi_taskinst where end_time_ is not null and id_ = '" + task
                                    + "'"))
                    .as("acknowledged and lost")
                    .isEqualTo(1);
        }
        Caller auditor = Caller.of(other.port, "auditor");
        JsonNode proof = Caller.json(auditor.get("/api/ledger/verification"));
        assertThat(proof.findValues("whole")).isNotEmpty().allMatch(JsonNode::asBoolean);
        for (String program : programs) {
            assertThat(Caller.json(Caller.of(other.port, "manager").get("/api/tasks?mine=true&program=" + program))
                            .findValuesAsText("key"))
                    .as("one task follows")
                    .containsExactly("agreeValues");
        }
    }

    @Test
    @Order(8)
    void whileTheDatabaseIsAwayEverybodyHearsSoAtOnceAndWhenToComeAgain() throws Exception {
        Browsing manager = Browsing.as(other.port, "manager");
        assertThat(manager.get("/my-work").statusCode()).isEqualTo(200);
        cluster.close();
        for (String path : List.of("/my-work", "/sign-in", "/camunda/app/tasklist/default/")) {
            long asked = System.nanoTime();
            HttpResponse<String> page = manager.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("5");
            assertThat(page.body()).contains("cannot reach its database");
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - asked))
                    .isLessThan(15);
        }
        HttpResponse<String> call = Caller.of(other.port, "manager").get("/api/tasks");
        assertThat(call.statusCode()).isEqualTo(503);
        assertThat(Caller.json(call).path("detail").asText())
                .contains("cannot reach its database", "before you repeat it");
        assertThat(probed("readiness")).isEqualTo(503);
        assertThat(probed("liveness")).isEqualTo(200);
    }

    /** As a balancer asks: without any cookie. */
    private static int probed(String what) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + other.port + "/actuator/health/" + what))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    @Order(9)
    void everyLineOfTheLogIsAnObjectAndNoneHoldsAPassword() throws IOException {
        // before the log is set up a library says something in its own form
        List<String> lines =
                other.said().lines().dropWhile(line -> !line.startsWith("{")).toList();
        assertThat(lines)
                .hasSizeGreaterThan(10)
                .allSatisfy(line ->
                        assertThat(JSON.readTree(line).path("message").asText()).isNotEmpty());
        assertThat(other.said()).doesNotContain("Waymark-demo-2026", "-secret");
    }

    /** Everybody of one program, one after the other, each at whichever node answers; the longest they waited. */
    private static long everybodyWeighs(String program, Node first, Queue<String> acknowledged, CountDownLatch underWay)
            throws Exception {
        long longest = 0;
        for (String who : ASKED) {
            String task = null;
            Node at = first;
            long asked = System.nanoTime();
            for (int tries = 0; ; tries++) {
                try {
                    task = task == null ? task(at, who, program) : task;
                    int status = handIn(at, who, task);
                    assertThat(status).isEqualTo(204);
                    break;
                } catch (IOException killed) {
                    assertThat(tries).isLessThan(20);
                    at = other;
                }
            }
            longest = Math.max(longest, (System.nanoTime() - asked) / 1_000_000);
            acknowledged.add(task);
            underWay.countDown();
        }
        return longest;
    }

    private static int handIn(Node node, String person, String task) throws Exception {
        Caller caller = Caller.of(node.port, person);
        HttpResponse<String> sheet = caller.get("/api/tasks/" + task);
        if (sheet.statusCode() == 200) {
            String save = "{\"version\":" + Caller.json(sheet).path("version").asLong() + ",\"work\":" + WEIGHTS + "}";
            caller.send("PUT", "/api/tasks/" + task + "/work", save);
        }
        // said again after a lost answer, it hears the first one
        return caller.post("/api/tasks/" + task + "/complete", "").statusCode();
    }

    private static String task(Node node, String person, String program) throws Exception {
        String path = "/api/tasks?mine=true&program=" + program;
        for (int pause = 0; pause < 150; pause++) {
            JsonNode found = Caller.json(Caller.of(node.port, person).get(path));
            if (!found.isEmpty()) {
                return found.get(0).path("id").asText();
            }
            Thread.sleep(100); // the executor of one of the nodes opens the stage
        }
        throw new AssertionError(person + " was never asked in " + program);
    }

    private static void launch(String code) throws Exception {
        String seats = String.join(
                ",",
                ASKED.stream()
                        .map(who -> "{\"person\":\"" + who + "\",\"function\":\"FN-SVC\",\"part\":\"FUNCTION_LEAD\"}")
                        .toList());
        HttpResponse<String> answer = Caller.of(one.port, "manager")
                .post(
                        "/api/programs",
                        "{\"code\":\"%s\",\"name\":\"Program %s\",\"purpose\":\"Answer everyone.\",\"sponsor\":\"sponsor\",\"manager\":\"manager\",\"team\":[%s]}"
                                .formatted(code, code, seats));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static int count(JdbcClient database, String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}
