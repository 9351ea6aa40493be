package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.Waymark;
import org.waymark.bench.Contender;
import org.waymark.bench.Shape;
import org.waymark.bench.Stopwatch;
import org.waymark.process.Jobs;
import org.waymark.process.Visitor;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Programs;

/**
 * The whole product as a contender: drafts are typed and saved as people do, then handed in through its services or over
 * HTTP; what is timed is handing in. Every journey is held against the shape that the others follow.
 */
public final class WaymarkItself implements Contender {

    private static final String PASSWORD = "Waymark-demo-2026";
    private static final String SERVICES = "services";

    /** Everybody's browser, signed in once: a password costs more to check than a task to hand in. */
    private final Map<String, Signed> browsers = new ConcurrentHashMap<>();

    private ConfigurableApplicationContext house;

    private record Signed(Visitor visitor, String token) {}

    @Override
    public List<String> ways() {
        return List.of(SERVICES, "HTTP");
    }

    @Override
    public void open(Place place) {
        house = new SpringApplicationBuilder(Waymark.class, Counting.class)
                .web(WebApplicationType.SERVLET)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + place.url(),
                        "--spring.datasource.username=" + place.user(),
                        "--spring.datasource.password=" + place.password(),
                        "--spring.datasource.hikari.maximum-pool-size=10",
                        "--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--waymark.demo.history=false",
                        "--waymark.data=target/bench/waymark");
    }

    @Override
    public void journey(String number, String way, Stopwatch stopwatch) throws Exception {
        String code = number.toUpperCase(Locale.ROOT);
        Story story = launch(code);
        WorkItems items = house.getBean(WorkItems.class);
        Jobs jobs = house.getBean(Jobs.class);
        Hands hands = house.getBean(Hands.class);
        Map<String, Integer> done = new TreeMap<>();
        while (true) {
            List<WorkItem> open = items.open(code);
            if (open.isEmpty()) {
                jobs.settle(code);
                open = items.open(code);
                if (open.isEmpty()) {
                    break;
                }
            }
            WorkItem item = open.get(0);
            hands.type(item, story);
            stopwatch.completion(() -> handIn(item, way));
            done.merge(item.stage(), 1, Integer::sum);
        }
        assertThat(house.getBean(Programs.class).get(code).state()).isEqualTo("COMPLETED");
        assertThat(done).as("the shape the others follow").isEqualTo(Shape.completionsByStage());
    }

    private void handIn(WorkItem item, String way) throws Exception {
        String person = String.valueOf(item.assignee());
        if (way.equals(SERVICES)) {
            house.getBean(Work.class).complete(item.task(), person);
            return;
        }
        Signed signed = browsers.computeIfAbsent(person, this::signIn);
        assertThat(signed.visitor()
                        .send(signed.visitor()
                                .request("/api/tasks/" + item.task() + "/complete")
                                .header("Content-Type", "application/json")
                                .header("X-CSRF-TOKEN", signed.token())
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isBetween(200, 204);
    }

    private Signed signIn(String person) {
        try {
            Visitor visitor =
                    new Visitor(Integer.parseInt(house.getEnvironment().getRequiredProperty("local.server.port")));
            visitor.signIn(person, PASSWORD);
            return new Signed(visitor, visitor.token("/account"));
        } catch (Exception e) {
            throw new IllegalStateException(person + " cannot sign in", e);
        }
    }

    private Story launch(String code) {
        LocalDate today = LocalDate.now();
        house.getBean(Programs.class).launch(Launches.of(code, today, Launches.THREE), "manager");
        return new Story(code, today, "service");
    }

    @Override
    public void close() {
        house.close();
    }
}
