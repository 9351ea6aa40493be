package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.Waymark;
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
            assertThat(sponsor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
            task = house.getBean(WorkItems.class)
                    .open("ATLAS", "decideGate")
                    .get(0)
                    .task();
        }
        try (ConfigurableApplicationContext house = start()) {
            sponsor = sponsor.at(port(house));
            assertThat(sponsor.get("/my-work").statusCode()).isEqualTo(200);
            assertThat(sponsor.get("/camunda/api/engine/engine/default/task").statusCode())
                    .isEqualTo(200);
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
