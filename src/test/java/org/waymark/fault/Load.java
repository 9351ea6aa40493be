package org.waymark.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.waymark.fault.Calls.Answer;
import org.waymark.fault.Calls.Call;

/** People at work: each client launches programs and hands in what they ask of five people, whatever it takes. */
final class Load {

    /** Whom every program asks. */
    static final List<String> ASKED = List.of("service", "product", "sales", "marketing", "hr");

    private static final String WEIGHTS = "{\"weights\":{\"VAL-01\":50,\"VAL-02\":30,\"VAL-03\":20}}";
    private static final int PAUSE = 200;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(4);
    private static final AtomicInteger PROGRAMS = new AtomicInteger();

    final Tally tally = new Tally();
    final Calls calls;
    private final ExecutorService clients;
    private final List<Future<?>> working = new ArrayList<>();
    private volatile boolean over;

    private Load(Supplier<List<Integer>> ports, Map<String, String> tokens, int clients) {
        calls = new Calls(ports, tokens, tally);
        this.clients = Executors.newFixedThreadPool(clients);
        for (int client = 0; client < clients; client++) {
            int home = client;
            working.add(this.clients.submit(() -> {
                while (!over) {
                    program(home);
                }
                return null;
            }));
        }
    }

    static Load begin(Supplier<List<Integer>> ports, Map<String, String> tokens, int clients) {
        return new Load(ports, tokens, clients);
    }

    /** Lets everybody hear the answer they wait for, and ends. */
    Invariants.Told end() throws Exception {
        over = true;
        clients.shutdown();
        for (Future<?> one : working) {
            one.get(5, TimeUnit.MINUTES);
        }
        return tally.told();
    }

    /** Lets nobody go on, when there is no hope left. */
    void abandon() {
        over = true;
        clients.shutdownNow();
    }

    /** Launches one more program; its code. */
    String launched(int home) throws Exception {
        String code = "F" + PROGRAMS.incrementAndGet() + "-"
                + (ProcessHandle.current().pid() % 1000);
        tally.launching(code);
        Call launch = new Call("manager", "POST", "/api/programs", launch(code), "launch-" + code);
        until(() -> calls.send(launch, home).status() == 201);
        return code;
    }

    private void program(int home) throws Exception {
        String code = launched(home);
        for (String person : ASKED) {
            if (over) {
                return;
            }
            String task = task(person, code, home);
            tally.asking(task);
            until(() -> handIn(person, task, home));
            tally.acknowledged(task, person);
        }
    }

    /** One attempt; after a lost answer the sheet is gone, and completing it again hears the first answer. */
    private boolean handIn(String person, String task, int home) throws Exception {
        Answer sheet = calls.send(Call.get(person, "/api/tasks/" + task), home);
        if (sheet.status() != 200 && sheet.status() != 409) {
            return false;
        }
        if (sheet.status() == 200) {
            String save = "{\"version\":" + sheet.json().path("version").asLong() + ",\"work\":" + WEIGHTS + "}";
            if (calls.send(new Call(person, "PUT", "/api/tasks/" + task + "/work", save, ""), home)
                            .status()
                    != 200) {
                return false;
            }
        }
        Call complete = new Call(person, "POST", "/api/tasks/" + task + "/complete", "", "complete-" + task);
        return calls.send(complete, home).status() == 204;
    }

    private String task(String person, String program, int home) throws Exception {
        List<String> found = new ArrayList<>();
        until(() -> {
            Answer waiting = calls.send(Call.get(person, "/api/tasks?mine=true&program=" + program), home);
            if (waiting.status() == 200 && !waiting.json().isEmpty()) {
                found.add(waiting.json().get(0).path("id").asText());
            }
            return !found.isEmpty();
        });
        return found.get(0);
    }

    private interface Attempt {
        boolean succeeds() throws Exception;
    }

    private static void until(Attempt attempt) throws Exception {
        long given = System.nanoTime() + PATIENCE;
        while (!attempt.succeeds()) {
            if (System.nanoTime() > given) {
                throw new IOException("Nobody could be served for four minutes");
            }
            Thread.sleep(PAUSE);
        }
    }

    private static String launch(String code) {
        var program = JsonNodeFactory.instance.objectNode();
        program.put("code", code).put("name", "Program " + code).put("purpose", "Answer everyone.");
        program.put("sponsor", "sponsor").put("manager", "manager");
        var team = program.putArray("team");
        for (String person : ASKED) {
            team.addObject().put("person", person).put("function", "FN-SVC").put("part", "FUNCTION_LEAD");
        }
        return ((JsonNode) program).toString();
    }
}
