package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.process.Visitor;

/** Tasklist's page starts for everybody, whoever else asks for something in the same moment. */
class TasklistPageTests extends House {

    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern IN_POLICY = Pattern.compile("'nonce-([^']+)'");
    private static final int PEOPLE = 4;
    private static final int PAGES = 60;

    @Test
    void thePagesScriptsAreAlwaysTheOnesItsPolicyAllows() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(PEOPLE);
        try {
            CyclicBarrier together = new CyclicBarrier(PEOPLE);
            List<Future<List<String>>> running = new ArrayList<>();
            for (String person : List.of("manager", "sponsor", "service", "finance")) {
                running.add(pool.submit((Callable<List<String>>) () -> {
                    Visitor visitor = new Visitor(port);
                    visitor.signIn(person, "Waymark-demo-2026");
                    together.await();
                    List<String> wrong = new ArrayList<>();
                    for (int i = 0; i < PAGES; i++) {
                        wrong.addAll(strangers(visitor.get("/camunda/app/tasklist/default/")));
                    }
                    return wrong;
                }));
            }
            for (Future<List<String>> one : running) {
                assertThat(one.get()).isEmpty();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** The numbers of scripts in the page that its policy does not name. */
    private static List<String> strangers(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher policy = IN_POLICY.matcher(
                page.headers().firstValue("Content-Security-Policy").orElse(""));
        assertThat(policy.find()).isTrue();
        List<String> wrong = new ArrayList<>();
        Matcher script = IN_PAGE.matcher(page.body());
        int scripts = 0;
        for (; script.find(); scripts++) {
            if (!script.group(1).equals(policy.group(1))) {
                wrong.add(script.group(1) + " is not " + policy.group(1));
            }
        }
        assertThat(scripts).isPositive();
        return wrong;
    }
}
