package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Waymark;
import org.waymark.process.Jobs;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.process.carry.Carried;
import org.waymark.process.carry.Releases;
import org.waymark.program.Programs;

/** A database that an earlier release of Waymark filled is brought up to now, and what runs in it goes on. */
class UpgradeIT {

    private static final Path KEPT = Path.of("src/test/resources/releases");
    private static final String RECORD = "select program, sequence, kind, hash from ledger_entry order by 1, 2";
    private static final String ASKED =
            "select task, task_key, assignee from work_item where state = 'OPEN' order by task";

    @TempDir
    Path folder;

    static List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(KEPT)) {
            return files.filter(file -> file.endsWith("database.sql.gz"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatAnEarlierReleaseLeftIsBroughtUpToNowMovedAndGoesOn(Path script) throws Exception {
        String url = "jdbc:h2:mem:upgrade" + kept().indexOf(script) + ";DB_CLOSE_DELAY=-1";
        List<String> record;
        List<String> asked;
        try (Connection database = restored(url, script)) {
            record = rows(database, RECORD);
            asked = rows(database, ASKED);
        }
        assertThat(record).hasSizeGreaterThan(200);
        assertThat(asked).hasSizeGreaterThan(5);
        try (ConfigurableApplicationContext house = start(url)) {
            assertThat(rows(url, RECORD)).isEqualTo(record);
            assertThat(rows(url, ASKED)).isEqualTo(asked);
            release(house.getBean(ProcessEngine.class));
            Releases releases = house.getBean(Releases.class);
            List<String> older = releases.older(0, 100);
            assertThat(older).contains("ATLAS", "NORTHSTAR", "LANTERN", "HARBOUR", "CEDAR", "MERIDIAN");
            for (String program : older) {
                Carried carried = house.getBean(TransactionTemplate.class).execute(status -> releases.carry(program));
                assertThat(carried).isNotNull();
                assertThat(carried.obstacles()).as(program).isEmpty();
            }
            assertThat(releases.olderCount()).isZero();
            assertThat(rows(url, RECORD)).isEqualTo(record);
            assertThat(rows(url, ASKED)).isEqualTo(asked);
            goesOn(house);
        }
    }

    /** The sponsor decides, and the next stage opens. */
    private static void goesOn(ConfigurableApplicationContext house) throws InterruptedException {
        WorkItems items = house.getBean(WorkItems.class);
        WorkItem decision = items.open("ATLAS", "decideGate").get(0);
        house.getBean(Hands.class).handIn(decision, new Story("ATLAS", LocalDate.now(), "service"));
        Jobs jobs = house.getBean(Jobs.class);
        jobs.settle("ATLAS");
        while (jobs.busy("ATLAS")) {
            Thread.sleep(50);
        }
        assertThat(house.getBean(Programs.class).stage("ATLAS", "roi").state()).isEqualTo("PASSED");
        assertThat(items.open("ATLAS")).extracting(WorkItem::taskKey).isEqualTo(List.of("chooseUseCases"));
    }

    /** Whatever the diagrams are now, one more release of them, so that everything that runs is on an older one. */
    private static void release(ProcessEngine engine) throws IOException {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(bpmn|dmn|html)"))
                    .toList()) {
                deployment.addString(file.getFileName().toString(), Files.readString(file));
            }
        }
        deployment.deploy();
    }

    private static Connection restored(String url, Path script) throws IOException, SQLException {
        Connection database = DriverManager.getConnection(url, "sa", "");
        try (var reader =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(script)), StandardCharsets.UTF_8)) {
            RunScript.execute(database, reader);
        }
        return database;
    }

    private static List<String> rows(String url, String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection(url, "sa", "")) {
            return rows(database, sql);
        }
    }

    private static List<String> rows(Connection database, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    cells.add(found.getString(column));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    private ConfigurableApplicationContext start(String url) {
        return new SpringApplicationBuilder(Waymark.class)
                .profiles("demo")
                .properties(
                        "server.port=0",
                        "camunda.bpm.job-execution.enabled=false",
                        "camunda.bpm.generate-unique-process-engine-name=true",
                        "waymark.demo.history=false")
                .run(
                        "--waymark.data=" + folder.resolve("demo"),
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=sa",
                        "--spring.datasource.password=");
    }
}
