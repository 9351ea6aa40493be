package org.waymark.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.fault.Calls.Call;

/** Hours of ordinary work, at half of what the other cases ask for, and what has grown by then. */
final class SoakCase {

    private static final int MINUTES = Integer.getInteger("waymark.faults.soak", 2);
    private static final int SAMPLES = 24;

    /** So many more threads or open files may come and go by chance. */
    private static final int CHANCE = 5;

    private static final List<String> RUNTIME =
            List.of("execution", "task", "variable", "job", "event_subscr", "identitylink", "authorization");

    private SoakCase() {}

    static List<FaultCase> all() {
        return List.of(new FaultCase(
                "R25", MINUTES + " minutes at half load", 1, Math.max(1, Site.CLIENTS / 2), SoakCase::soaked));
    }

    private record Sample(double heap, double threads, double files, double rows, int waits) {}

    private static String soaked(Site site, Load load) throws Exception {
        List<Sample> samples = new ArrayList<>();
        try (Connection connection = site.postgres.connect()) {
            JdbcClient jdbc = Postgres.over(connection);
            for (int sample = 0; sample < SAMPLES; sample++) {
                samples.add(sample(site, load, jdbc));
                TimeUnit.MILLISECONDS.sleep(MINUTES * 60_000L / SAMPLES);
            }
        }
        List<Sample> first = samples.subList(0, SAMPLES / 3);
        List<Sample> last = samples.subList(SAMPLES - SAMPLES / 3, SAMPLES);
        flat("threads", first, last, Sample::threads);
        flat("open files", first, last, Sample::files);
        List<Long> waits = load.tally.waits();
        return "live heap %s MB, threads %s, open files %s, engine rows a running program %s, wait p99 %d to %d ms (least of the first third to least of the last)"
                .formatted(
                        both(first, last, Sample::heap),
                        both(first, last, Sample::threads),
                        both(first, last, Sample::files),
                        both(first, last, Sample::rows),
                        p99(waits.subList(
                                first.get(0).waits(),
                                first.get(first.size() - 1).waits())),
                        p99(waits.subList(
                                last.get(0).waits(), last.get(last.size() - 1).waits())));
    }

    /** What grows leaks: even the least of the end is more than the most of the beginning. */
    private static void flat(String what, List<Sample> first, List<Sample> last, ToDoubleFunction<Sample> of) {
        double most = first.stream().mapToDouble(of).max().orElseThrow();
        double least = last.stream().mapToDouble(of).min().orElseThrow();
        if (least > most + CHANCE) {
            throw new AssertionError(
                    "%s grow: at most %.0f at first, at least %.0f at last".formatted(what, most, least));
        }
    }

    private static String both(List<Sample> first, List<Sample> last, ToDoubleFunction<Sample> of) {
        return "%.1f to %.1f"
                .formatted(
                        first.stream().mapToDouble(of).min().orElseThrow(),
                        last.stream().mapToDouble(of).min().orElseThrow());
    }

    private static Sample sample(Site site, Load load, JdbcClient jdbc) throws Exception {
        collected(site.node(0).pid());
        String meters = load.calls
                .at(site.ports().get(0), Call.get("admin", "/actuator/prometheus"))
                .body();
        long rows = 0;
        for (String table : RUNTIME) {
            rows += jdbc.sql("select count(*) from act_ru_" + table)
                    .query(Long.class)
                    .single();
        }
        long running = jdbc.sql("select count(*) from program where state = 'RUNNING'")
                .query(Long.class)
                .single();
        return new Sample(
                sum(meters, "jvm_memory_used_bytes{", "area=\"heap\"") / (1024 * 1024),
                sum(meters, "jvm_threads_live_threads", ""),
                sum(meters, "process_files_open_files", ""),
                (double) rows / running,
                load.tally.waits().size());
    }

    /** Lets a node forget what it no longer needs, so that what is left is alive. */
    private static void collected(long pid) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid, "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static double sum(String meters, String name, String with) {
        return meters.lines()
                .filter(line -> line.startsWith(name) && line.contains(with))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static long p99(List<Long> waits) {
        List<Long> sorted = waits.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * 0.99) - 1)) / 1_000_000;
    }
}
