package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.Waymark;
import org.waymark.database.Copying;
import org.waymark.process.Jobs;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Programs;

/** Stopped in the middle of a journey and started again on the same file, a program goes on where it stood. */
class RestartIT {

    @TempDir
    Path folder;

    @Test
    void aProgramGoesOnAfterARestartAndPeopleStaySignedIn() throws Exception {
        String task;
        Browsing sponsor;
        try (ConfigurableApplicationContext house = start()) {
            sponsor = Browsing.as(port(house), "sponsor");
            assertThat(sponsor.get("/my-work").statusCode()).isEqualTo(200);
            task = house.getBean(WorkItems.class)
                    .open("ATLAS", "decideGate")
                    .get(0)
                    .task();
        }
        try (ConfigurableApplicationContext house = start()) {
            sponsor = sponsor.at(port(house));
            assertThat(sponsor.get("/my-work").statusCode()).isEqualTo(200);
            WorkItems items = house.getBean(WorkItems.class);
            WorkItem decision = items.open("ATLAS", "decideGate").get(0);
            assertThat(decision.task()).isEqualTo(task);
            house.getBean(Hands.class).handIn(decision, new Story("ATLAS", LocalDate.now(), "service"));
            Jobs jobs = house.getBean(Jobs.class);
            jobs.settle("ATLAS");
            while (jobs.busy("ATLAS")) {
                Thread.sleep(50); // the executor was faster and opens the next stage right now
            }
            assertThat(house.getBean(Programs.class).stage("ATLAS", "roi").state())
                    .isEqualTo("PASSED");
            assertThat(items.open("ATLAS")).extracting(WorkItem::taskKey).isEqualTo(List.of("chooseUseCases"));
        }
    }

    @Test
    void everythingIsCopiedToAFileAndReadIntoAnotherFolderByTheDocumentedCommands() throws Exception {
        start().close();
        Path file = folder.resolve("waymark.zip");
        assertThat(Copying.run(arguments("demo", "--waymark.backup=" + file))).isZero();
        assertThat(Copying.run(arguments("other", "--waymark.restore=" + file))).isZero();
        assertThat(Copying.run(arguments("other", "--waymark.restore=" + file)))
                .as("a second time")
                .isEqualTo(1);
        Path again = folder.resolve("again.zip");
        assertThat(Copying.run(arguments("other", "--waymark.backup=" + again))).isZero();
        assertThat(tables(again)).isEqualTo(tables(file)).contains("ledger_entry", "act_ru_task");
    }

    private String[] arguments(String data, String asked) {
        String[] arguments = {"--spring.profiles.active=demo", "--waymark.data=" + folder.resolve(data), asked};
        assertThat(Copying.isAsked(arguments)).isTrue();
        assertThat(Copying.isAsked(arguments[0], arguments[1])).isFalse();
        return arguments;
    }

    /** Every table with its rows and their sum. */
    private static String tables(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new ObjectMapper()
                    .readTree(zip.getInputStream(zip.getEntry("waymark.json")))
                    .path("tables")
                    .toString();
        }
    }

    private static int port(ConfigurableApplicationContext house) {
        return house.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Waymark.class)
                .profiles("demo")
                .properties(
                        "server.port=0",
                        "camunda.bpm.job-execution.enabled=false",
                        "camunda.bpm.generate-unique-process-engine-name=true",
                        "waymark.demo.history=false")
                .run("--waymark.data=" + folder.resolve("demo"));
    }
}
