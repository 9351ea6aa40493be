package org.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code mvn -Pfaults verify}: the real product at work, what goes wrong, and one table of what came of it. */
class EveryFault {

    private static final Logger log = LoggerFactory.getLogger(EveryFault.class);
    private static final int RUNS = Integer.getInteger("waymark.faults.runs", 1);

    /** In this order; everything unless it is said. */
    private static final List<String> WANTED =
            List.of(System.getProperty("waymark.faults.cases", "").split(","));

    private static final FaultTable TABLE = new FaultTable();

    private static Site site;

    @BeforeAll
    static void twoNodesStartAtOnce() throws Exception {
        site = new Site(2);
        assertThat(site.brokenAtRest(Invariants.Told.NOTHING))
                .as("before anything goes wrong")
                .isEmpty();
    }

    @AfterAll
    static void tell() throws Exception {
        try (Site ending = site) {
            String text = TABLE.text(ending.postgres.version());
            log.info("What went wrong, and what came of it:\n\n{}", text);
            Files.writeString(Path.of("target/faults/table.md"), text);
        }
    }

    @TestFactory
    Stream<DynamicTest> theHouseGetsOver() {
        Stream<DynamicTest> onPostgres = Stream.of(
                        NodeCases.all(),
                        ZombieCase.all(),
                        ReleaseCase.all(),
                        DatabaseCases.all(),
                        LineCases.all(),
                        MailCases.all(),
                        CopyCases.all(),
                        ResourceCases.all(),
                        ClockCases.all(),
                        SoakCase.all())
                .flatMap(List::stream)
                .map(one -> test(one.id(), one.words(), () -> one.run(site)));
        Stream<DynamicTest> onTheirOwn = Stream.of(
                test("R14", DiskCases.POSTGRES, DiskCases::postgres),
                test("R15", FileCase.WORDS, FileCase::run),
                test("R15 full", DiskCases.FILE, DiskCases::file));
        List<DynamicTest> all = Stream.concat(onPostgres, onTheirOwn).toList();
        return WANTED.stream()
                .flatMap(id -> all.stream()
                        .filter(one -> id.isEmpty() || one.getDisplayName().startsWith(id + " ")));
    }

    private static DynamicTest test(String id, String words, Callable<Outcome> once) {
        return DynamicTest.dynamicTest(id + " " + words, () -> {
            Outcome came = Outcome.NONE;
            try {
                for (int run = 0; run < RUNS; run++) {
                    came = came.and(once.call());
                    log.info("{}: {}", id, came);
                }
            } catch (TestAbortedException impossible) {
                came = Outcome.notRun(String.valueOf(impossible.getMessage()));
                throw impossible;
            } catch (Exception | AssertionError broken) {
                came = came.and(Outcome.broken(broken));
                throw broken;
            } finally {
                TABLE.add(id, words, came);
            }
            assertThat(came.wrong()).as(id).isEmpty();
        });
    }
}
