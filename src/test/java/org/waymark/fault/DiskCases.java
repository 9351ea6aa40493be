package org.waymark.fault;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.waymark.demo.Node;

/** Disks that are full: under PostgreSQL, and under the demo's H2 file. Each has an installation of its own. */
final class DiskCases {

    static final String POSTGRES = "the disk of PostgreSQL is full for a while";
    static final String FILE = "the disk of the demo on its H2 file is full for a while";

    /** So long the disk stays full once somebody has noticed. */
    private static final int FULL = 10;

    private DiskCases() {}

    static Outcome postgres() throws Exception {
        try (SmallDisk disk = new SmallDisk("400m");
                Site site = new Site("small", Files.createDirectory(disk.folder.resolve("data")), 1)) {
            return new FaultCase("R14", POSTGRES, 1, (same, load) -> filled(disk, same, load)).run(site);
        }
    }

    private static String filled(SmallDisk disk, Site site, Load load) throws Exception {
        long began = System.nanoTime();
        Unanswered.await(
                () -> {
                    disk.fill();
                    return refused(load);
                },
                180,
                "Nobody noticed that the disk is full: " + load.tally.answers());
        String noticed = NodeCases.seconds(began);
        for (int second = 0; second < FULL; second++) {
            disk.fill();
            TimeUnit.SECONDS.sleep(1); // how long it stays full is the case
        }
        boolean died = !reachable(site);
        disk.free();
        long freed = System.nanoTime();
        if (died) {
            site.postgres.startAgain();
        }
        load.tally.awaitMore(1, 120);
        return "work refused after %s, PostgreSQL %s; work goes on %s after there was room, node not restarted"
                .formatted(noticed, died ? "gave up and was started again" : "stayed up", NodeCases.seconds(freed));
    }

    static Outcome file() throws Exception {
        try (SmallDisk disk = new SmallDisk("150m")) {
            return FileCase.run(disk.folder, (folder, node, load) -> filled(disk, node, load));
        }
    }

    private static String filled(SmallDisk disk, AtomicReference<Node> node, Load load) throws Exception {
        Unanswered.await(
                () -> {
                    disk.fill();
                    return refused(load);
                },
                180,
                "Nobody noticed that the disk is full");
        TimeUnit.SECONDS.sleep(FULL); // how long it stays full is the case
        disk.free();
        long freed = System.nanoTime();
        load.tally.awaitMore(1, 120);
        return "work goes on %s after there was room, node not restarted".formatted(NodeCases.seconds(freed));
    }

    /** Whether somebody was told anything but that it is done. */
    private static boolean refused(Load load) {
        return load.tally.answers().keySet().stream().anyMatch(status -> status.startsWith("5"));
    }

    private static boolean reachable(Site site) {
        try {
            site.postgres.connect().close();
            return true;
        } catch (SQLException gone) {
            return false;
        }
    }
}
