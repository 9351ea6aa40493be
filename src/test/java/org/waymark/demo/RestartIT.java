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
    void aProgramGoesOnAfterARestart() throws InterruptedException {
        String task;
        try (ConfigurableApplicationContext house = start()) {
            task = house.getBean(WorkItems.class)
                    .open("ATLAS", "decideGate")
                    .get(0)
                    .task();
        }
        try (ConfigurableApplicationContext house = start()) {
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
