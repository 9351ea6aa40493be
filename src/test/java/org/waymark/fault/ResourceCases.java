package org.waymark.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.waymark.demo.Node;
import org.waymark.demo.Node.Manner;
import org.waymark.fault.Calls.Call;

/** A node that can write no log, and one that runs out of memory. */
final class ResourceCases {

    private static final String HEAP = "-Xmx136m";
    private static final int CROWD = 120;

    /** How a virtual machine ends that was told to end when its memory does. */
    private static final int OUT_OF_MEMORY = 3;

    private ResourceCases() {}

    static List<FaultCase> all() {
        return List.of(
                new FaultCase("R16", "the disk for the log is full from the start", 1, ResourceCases::mute),
                new FaultCase("R24", "the only node runs out of memory (" + HEAP + ")", 1, ResourceCases::outOfMemory));
    }

    private static String mute(Site site, Load load) throws Exception {
        site.replace(0, new Manner(List.of(), Map.of(), true));
        Path output = Path.of("/proc/" + site.node(0).pid() + "/fd/1");
        if (!Files.readSymbolicLink(output).equals(Path.of("/dev/full"))) {
            throw new AssertionError("It writes to " + Files.readSymbolicLink(output));
        }
        try (Probe probe = Probe.readiness(site.ports().get(0))) {
            load.tally.awaitMore(20, 120);
            // much to complain about, and nowhere to do it
            site.line(0).reset();
            TimeUnit.SECONDS.sleep(5);
            site.line(0).pass();
            load.tally.awaitMore(20, 120);
            probe.await("UP", 30);
        } finally {
            site.line(0).pass();
            site.replace(0, Manner.USUAL);
        }
        return "no line could be written (ENOSPC); it kept serving, also after 5 s without its database and much to complain of";
    }

    private static String outOfMemory(Site site, Load load) throws Exception {
        site.replace(0, Manner.machine(HEAP, "-XX:+ExitOnOutOfMemoryError"));
        Node small = site.node(0);
        ProcessHandle process = ProcessHandle.of(small.pid()).orElseThrow();
        AtomicInteger asked = new AtomicInteger();
        long began = System.nanoTime();
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try {
            for (int one = 0; one < CROWD; one++) {
                String form = List.of("pptx", "pdf", "xlsx").get(one % 3);
                crowd.submit(() -> {
                    while (process.isAlive()) {
                        asked.incrementAndGet();
                        load.calls.at(small.port, Call.get("manager", "/api/programs/ATLAS/blueprint." + form));
                    }
                    return null;
                });
            }
            process.onExit().get(300, TimeUnit.SECONDS);
        } finally {
            crowd.shutdown();
        }
        String lasted = NodeCases.seconds(began);
        if (small.exitCode() != OUT_OF_MEMORY) {
            throw new AssertionError("It left with " + small.exitCode());
        }
        long gone = System.nanoTime();
        site.startAgain(0);
        return "left by itself with status %d after %s and %d exports asked for; ready again after %s"
                .formatted(OUT_OF_MEMORY, lasted, asked.get(), NodeCases.seconds(gone));
    }
}
