package org.waymark.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.waymark.TestDatabase;
import org.waymark.ledger.Ledger;
import org.waymark.portfolio.Needs;
import org.waymark.process.Jobs;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Contributions;
import org.waymark.program.Launch;
import org.waymark.program.Programs;

/** The whole product with its demo company, started once for every test that needs it; no job runs by itself. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "waymark.mail.first=PT24H",
            "waymark.hooks.first=PT24H",
            "waymark.demo.history=false"
        })
@ActiveProfiles("demo")
@Import(Counting.class)
abstract class House {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String DATABASE = TestDatabase.url();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.datasource.username", TestDatabase::user);
        properties.add("spring.datasource.password", TestDatabase::password);
        properties.add("waymark.data", () -> TestDatabase.isPostgres() ? "target/house-on-postgres" : "target/house");
    }

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Programs programs;

    @Autowired
    Contributions contributions;

    @Autowired
    Work work;

    @Autowired
    WorkItems items;

    @Autowired
    Jobs jobs;

    @Autowired
    Hands hands;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Needs needs;

    @LocalServerPort
    int port;

    /** What one program asks of a person today; their page shows the most pressing of all programs. */
    List<Needs.Need> asked(String person, String code) {
        return needs.of(person).stream()
                .filter(need -> need.program().equals(code))
                .toList();
    }

    /** Launches a program of three stakeholders under a code nobody used before. */
    String launch() {
        return launch(Launches.THREE);
    }

    String launch(List<Launch.Seat> team) {
        return launch(team, "UNDER_1M");
    }

    String launch(List<Launch.Seat> team, String investmentBand) {
        String code = "T" + COUNT.incrementAndGet();
        programs.launch(Launches.of(code, LocalDate.now(clock), team, investmentBand), "manager");
        jobs.settle(code);
        return code;
    }

    Story story(String code) {
        return new Story(code, LocalDate.now(clock), "service");
    }

    static ObjectNode decision(String kind) {
        return Story.NODES.objectNode().put("decision", kind).put("reason", "Because the review showed it.");
    }

    static ObjectNode back(String stage) {
        return decision("RECYCLE").put("recycleTo", stage);
    }

    ObjectNode conditional() {
        ObjectNode decision = decision("CONDITIONAL_GO");
        decision.putArray("conditions")
                .addObject()
                .put("text", "Name an owner for the reply promise")
                .put("owner", "service")
                .put("due", LocalDate.now(clock).plusDays(14).toString())
                .put("proof", "The name");
        return decision;
    }

    /** Everybody does what is theirs until only tasks are left that the story does not go on with. */
    void play(Story story, Predicate<WorkItem> goesOn) {
        for (int step = 0; step < 500; step++) {
            jobs.settle(story.code());
            List<WorkItem> open =
                    items.open(story.code()).stream().filter(goesOn).toList();
            if (open.isEmpty()) {
                return;
            }
            hands.handIn(open.get(0), story);
        }
        throw new AssertionError("The story of " + story.code() + " does not end");
    }

    /** Plays up to the moment a task of this kind is open in this stage. */
    void playTo(String code, String stage, String taskKey) {
        play(story(code), item -> !(item.stage().equals(stage) && item.taskKey().equals(taskKey)));
    }

    WorkItem open(String code, String taskKey) {
        return items.open(code, taskKey).get(0);
    }

    String state(String code, String stage) {
        return programs.stage(code, stage).state();
    }

    ProcessInstance journey(String code) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("journey")
                .processInstanceBusinessKey(code)
                .singleResult();
    }

    /** Fires the timer at one element of a program, whatever its date; fails when there is none. */
    void fire(String code, String element) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .list()) {
            Job timer = management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(element)
                    .timers()
                    .singleResult();
            if (timer != null) {
                management.executeJob(timer.getId());
                return;
            }
        }
        throw new AssertionError("No timer waits at " + element + " of " + code);
    }

    int notices(String code, String kind) {
        return jdbc.sql("select count(*) from notice where program = :code and kind = :kind")
                .param("code", code)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    /** Lets every call go at the same moment and waits for all their answers. */
    static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        try {
            CyclicBarrier barrier = new CyclicBarrier(calls.size());
            List<Future<String>> running = new ArrayList<>();
            for (Callable<String> call : calls) {
                running.add(pool.submit(() -> {
                    barrier.await();
                    return call.call();
                }));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    /** What a stranger hears, asked from an address of its own, so that nobody else in this house is kept waiting. */
    String knock(String from, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
