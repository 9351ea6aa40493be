package org.waymark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whole journeys through Waymark, the bare engines and three statements by hand: each in a virtual machine and a database
 * of its own on one PostgreSQL, round by round in turn. Prints; asserts only that all did the same work. Longer with
 * {@code -Dwaymark.bench.seconds=30}; without some by {@code -Dwaymark.bench.contenders=".*(full|hand)"}.
 */
class JourneyBench {

    private static final int SECONDS = Integer.getInteger("waymark.bench.seconds", 8);
    private static final int WARM_SECONDS = Integer.getInteger("waymark.bench.warm", 2 * SECONDS);
    private static final String CONTENDERS = System.getProperty("waymark.bench.contenders", ".*");
    private static final int ROUNDS = 3;
    private static final int CLIENTS = 2;
    private static final Path FLOWABLE = Path.of("target", "bench", "flowable.classpath");

    /** A machine with a name in the table, and what it needs to run. */
    private record Entry(String name, String codes, String contender, String classPath, List<String> ways) {}

    /** One way of one machine. */
    private record Lane(Child child, String database, String way, Result result) {}

    @Test
    void journeysPerSecond() throws Exception {
        String before = Report.circumstances();
        try (DurableServer server = new DurableServer()) {
            List<Lane> lanes = new ArrayList<>();
            Map<String, Start> starts = new LinkedHashMap<>();
            try {
                for (Entry entry : entries()) {
                    Contender.Place place = server.database(entry.codes());
                    long first;
                    try (Child empty = start(entry, place)) {
                        first = empty.startMillis();
                    }
                    Child child = start(entry, place);
                    starts.put(entry.name(), new Start(child, first));
                    entry.ways().forEach(way -> lanes.add(new Lane(child, entry.codes(), way, result(entry, way))));
                }
                warmAndCount(lanes);
                List<Lane> turn = new ArrayList<>(lanes);
                for (int round = 0; round < ROUNDS; round++) {
                    measure(server, turn);
                    Collections.reverse(turn);
                }
                new JourneyTable(lanes.stream().map(Lane::result).toList(), starts)
                        .write(
                                before,
                                "PostgreSQL " + server.version() + " (fsync on), " + CLIENTS + " clients, " + ROUNDS
                                        + " rounds of " + SECONDS + " s each after " + WARM_SECONDS
                                        + " s of warming up");
            } finally {
                for (Start one : starts.values()) {
                    one.child().close();
                }
            }
        }
    }

    /** A machine that runs, and how long its very first start took, tables and all. */
    record Start(Child child, long firstMillis) {}

    private static void warmAndCount(List<Lane> lanes) throws Exception {
        for (Lane lane : lanes) {
            lane.child().round(lane.way(), 1, 0);
            lane.child().round(lane.way(), CLIENTS, WARM_SECONDS * 1000L);
            Round alone = lane.child().round(lane.way(), 1, 0);
            assertThat(alone.completions())
                    .as("completions of a journey, " + lane.result().name)
                    .isEqualTo(Shape.completions());
            lane.result().counted(alone);
        }
    }

    private static void measure(DurableServer server, List<Lane> lanes) throws Exception {
        for (Lane lane : lanes) {
            long written = server.writtenAhead();
            long size = server.size(lane.database());
            Round round = lane.child().round(lane.way(), CLIENTS, SECONDS * 1000L);
            lane.result().add(round, server.writtenAhead() - written, server.size(lane.database()) - size);
        }
    }

    private static Child start(Entry entry, Contender.Place place) throws Exception {
        return Child.start(entry.classPath(), entry.contender(), place, entry.codes());
    }

    private static Result result(Entry entry, String way) {
        return new Result(entry.ways().size() > 1 ? entry.name() + ", " + way : entry.name());
    }

    private static List<Entry> entries() throws Exception {
        String own = classPath();
        List<String> services = List.of("services");
        return Stream.of(
                        new Entry("Waymark", "w", "org.waymark.demo.WaymarkItself", own, List.of("services", "HTTP")),
                        new Entry(
                                "Camunda 7.24 bare, history full", "cf", CamundaAtFull.class.getName(), own, services),
                        new Entry(
                                "Camunda 7.24 bare, history audit",
                                "ca",
                                CamundaAtAudit.class.getName(),
                                own,
                                services),
                        new Entry(
                                "Flowable 7.2 bare, history full",
                                "ff",
                                "org.waymark.bench.Flowable",
                                flowable(),
                                services),
                        new Entry("three statements by hand", "h", Floor.class.getName(), own, services))
                .filter(entry -> entry.name().matches(CONTENDERS))
                .toList();
    }

    /** The other engine's libraries, which Maven's bench profile writes down, and what all contenders share. */
    private static String flowable() throws Exception {
        return String.join(
                File.pathSeparator,
                "target/bench/classes",
                "target/test-classes",
                Files.readString(FLOWABLE).strip());
    }

    /** What this test runs with, however it was started. */
    private static String classPath() {
        return JourneyBench.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
