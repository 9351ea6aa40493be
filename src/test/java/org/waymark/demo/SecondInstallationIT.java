package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.TestDatabase;
import org.waymark.Waymark;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.process.Jobs;
import org.waymark.process.TimeSpent;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Minutes;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.security.Proofs;
import org.waymark.web.Texts;

/** A program taken from one company's installation to another's, with an empty database and people of its own. */
class SecondInstallationIT {

    private static final String CODE = "NORTH";

    /** Who is who: in the first installation by their part, in the second by their name. */
    private static final Map<String, String> MOVED = Map.of(
            "manager", "m.weber",
            "sponsor", "s.adler",
            "finance", "f.lind",
            "architect", "a.novak",
            "service", "s.klein",
            "product", "p.haddad",
            "sales", "v.costa");

    @TempDir
    Path folder;

    @Test
    void aProgramGoesOnAmongOtherPeople() throws Exception {
        byte[] file;
        List<Entry> record;
        try (ConfigurableApplicationContext first = start("first")) {
            MOVED.keySet().forEach(person -> invite(first, person, "First " + person));
            launch(first);
            play(
                    first,
                    "service",
                    item -> !item.taskKey().equals("fulfilCondition")
                            && !item.stage().equals("capabilities"));
            assertThat(open(first)).contains("fulfilCondition service", "rateCapabilities sales");
            file = moving(first, "manager").file(CODE);
            record = first.getBean(Ledger.class).of(CODE);
        }
        try (ConfigurableApplicationContext second = start("second")) {
            assertThat(second.getBean(Programs.class).all()).isEmpty();
            MOVED.forEach((there, here) -> invite(second, here, "First " + there));
            invite(second, "service", "Somebody Else");
            Moving moving = moving(second, "m.weber");
            JsonNode looked = moving.brought(file, 201);
            assertThat(looked.path("codeTaken").asBoolean()).isFalse();
            assertThat(Moving.match(looked, "service").path("suggested").isNull())
                    .as("whoever has the same id here is somebody else")
                    .isTrue();
            moving.taken(looked, CODE, Map.of(), 422);
            moving.taken(looked, CODE, MOVED, 201);

            Program program = second.getBean(Programs.class).get(CODE);
            assertThat(program.state()).isEqualTo("RUNNING");
            assertThat(program.stage()).isEqualTo("capabilities");
            assertThat(open(second))
                    .contains("fulfilCondition s.klein", "rateCapabilities v.costa")
                    .noneMatch(task -> task.endsWith(" service"));
            List<Entry> there = second.getBean(Ledger.class).of(CODE);
            assertThat(there.stream().map(Entry::hash))
                    .startsWith(record.subList(0, record.size() - 1).stream()
                            .map(Entry::hash)
                            .toArray(String[]::new));
            assertThat(second.getBean(Ledger.class).verify(CODE).whole()).isTrue();
            assertThat(Caller.of(port(second), "service")
                            .get("/api/programs/" + CODE)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(Caller.of(port(second), "s.klein")
                            .get("/api/programs/" + CODE)
                            .statusCode())
                    .isEqualTo(200);

            play(second, "s.klein", item -> !item.stage().equals("maturity"));
            assertThat(second.getBean(Programs.class)
                            .stage(CODE, "capabilities")
                            .state())
                    .isEqualTo("PASSED");
            assertThat(open(second)).contains("voteMaturity s.klein").noneMatch(task -> task.contains("Condition"));
            assertThat(second.getBean(Ledger.class).verify(CODE).whole()).isTrue();
        }
    }

    private static void launch(ConfigurableApplicationContext house) {
        house.getBean(Programs.class).launch(Launches.of(CODE, LocalDate.now(), Launches.THREE), "manager");
    }

    /** Everybody does what is theirs; the first gate lets the program pass with a condition. */
    private static void play(ConfigurableApplicationContext house, String owner, Predicate<WorkItem> goesOn) {
        Hands hands = new Hands(
                house.getBean(Work.class),
                house.getBean(TimeSpent.class),
                house.getBean(Minutes.class),
                house.getBean(Texts.class));
        var decision = House.decision("CONDITIONAL_GO");
        decision.putArray("conditions")
                .addObject()
                .put("text", "Name an owner for the reply promise")
                .put("owner", owner)
                .put("due", LocalDate.now().plusDays(14).toString())
                .put("proof", "The name");
        Story story = new Story(CODE, LocalDate.now(), owner).decides("values", decision);
        Jobs jobs = house.getBean(Jobs.class);
        for (int step = 0; step < 100; step++) {
            // one step of the engine may leave another, in a run whose turn has passed
            while (jobs.busy(CODE)) {
                jobs.settle(CODE);
            }
            List<WorkItem> next = house.getBean(WorkItems.class).open(CODE).stream()
                    .filter(goesOn)
                    .toList();
            if (next.isEmpty()) {
                return;
            }
            hands.handIn(next.get(0), story);
        }
        throw new AssertionError("The story does not end");
    }

    private static List<String> open(ConfigurableApplicationContext house) {
        return house.getBean(WorkItems.class).open(CODE).stream()
                .map(item -> item.taskKey() + " " + item.assignee())
                .toList();
    }

    private static void invite(ConfigurableApplicationContext house, String id, String name) {
        String role = name.equals("First manager") ? "MANAGER" : "MEMBER";
        house.getBean(People.class)
                .add(
                        new NewPerson(id, name, id + "@firm.example", role, "en", "Europe/Berlin"),
                        "Waymark-demo-2026",
                        false);
        house.getBean(Proofs.class).note(id);
    }

    private static Moving moving(ConfigurableApplicationContext house, String person) {
        return new Moving(Caller.of(port(house), person));
    }

    private static int port(ConfigurableApplicationContext house) {
        return house.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private ConfigurableApplicationContext start(String name) {
        return new SpringApplicationBuilder(Waymark.class)
                .properties(
                        "server.port=0",
                        "camunda.bpm.job-execution.enabled=false",
                        "camunda.bpm.generate-unique-process-engine-name=true")
                .run(
                        "--waymark.data=" + folder.resolve(name),
                        "--spring.datasource.url=" + TestDatabase.url(),
                        "--spring.datasource.username=" + TestDatabase.user(),
                        "--spring.datasource.password=" + TestDatabase.password());
    }
}
