package org.waymark.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The virtual machine a contender runs in: says how long it took to be ready, then runs the rounds it is asked for on its
 * standard input. Arguments: the contender's class, database address, user, password, and the beginning of its codes.
 */
public final class Machine {

    private final Contender contender;
    private final String codes;
    private final AtomicInteger begun = new AtomicInteger();

    private Machine(Contender contender, String codes) {
        this.contender = contender;
        this.codes = codes;
    }

    public static void main(String[] args) {
        try {
            Contender contender =
                    (Contender) Class.forName(args[0]).getDeclaredConstructor().newInstance();
            contender.open(new Contender.Place(args[1], args[2], args[3]));
            say("READY "
                    + (System.currentTimeMillis()
                            - ManagementFactory.getRuntimeMXBean().getStartTime()));
            new Machine(contender, args[4]).listen();
            contender.close();
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace(System.out);
            // whoever still works for a round that is lost goes too
            System.exit(1);
        }
    }

    private void listen() throws Exception {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null && !line.equals("end"); line = asked.readLine()) {
            String[] word = line.split(" ");
            if (word[0].equals("memory")) {
                say(memory());
            } else {
                say(round(word[1], Integer.parseInt(word[2]), Long.parseLong(word[3]))
                        .line());
            }
        }
    }

    /** As many journeys as so many people at once begin within so many milliseconds, at least one each. */
    private Round round(String way, int people, long milliseconds) throws Exception {
        long statements = Traffic.statements();
        long trips = Traffic.trips();
        long cpu = cpu();
        long from = System.nanoTime();
        long until = from + milliseconds * 1_000_000;
        AtomicInteger journeys = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(people);
        List<Future<Stopwatch>> running = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            running.add(pool.submit(() -> {
                Stopwatch stopwatch = new Stopwatch();
                do {
                    contender.journey(codes + begun.incrementAndGet(), way, stopwatch);
                    journeys.incrementAndGet();
                } while (System.nanoTime() < until);
                return stopwatch;
            }));
        }
        List<Long> micros = new ArrayList<>();
        long sent = 0;
        long went = 0;
        for (Future<Stopwatch> one : running) {
            Stopwatch stopwatch = one.get();
            micros.addAll(stopwatch.micros());
            sent += stopwatch.statements();
            went += stopwatch.trips();
        }
        pool.shutdown();
        return new Round(
                System.nanoTime() - from,
                journeys.get(),
                sent,
                went,
                Traffic.statements() - statements,
                Traffic.trips() - trips,
                cpu() - cpu,
                micros);
    }

    /** Bytes on the heap after a collection, and kilobytes resident. */
    private static String memory() throws IOException {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElse("0")
                .replaceAll("[^0-9]", "");
        return String.format(Locale.ROOT, "MEMORY %d %s", heap, resident);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
