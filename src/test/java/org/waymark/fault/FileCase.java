package org.waymark.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.waymark.demo.Node;

/** The demo on its H2 file, killed under work: the one case without PostgreSQL. */
final class FileCase {

    static final String ID = "R15";
    static final String WORDS = "the demo on its H2 file is killed (SIGKILL) and started again";

    private FileCase() {}

    static Outcome run() throws Exception {
        Path folder = Files.createTempDirectory("waymark-file");
        AtomicReference<Node> node = new AtomicReference<>(start(folder));
        Load load = null;
        try {
            node.get().ready();
            load = Load.begin(() -> List.of(node.get().port), Site.tokens(node.get().port), 2);
            load.tally.awaitMore(10, 180);
            node.get().kill();
            long gone = System.nanoTime();
            node.set(start(folder));
            node.get().ready();
            String back = "ready again after " + NodeCases.seconds(gone);
            load.tally.awaitMore(10, 180);
            Invariants.Told told = load.end();
            node.get().close();
            return Outcome.of(load.tally, broken(folder.resolve("file"), told), List.of(), back);
        } finally {
            if (load != null) {
                load.abandon();
            }
            node.get().kill();
        }
    }

    private static Node start(Path folder) throws Exception {
        return Node.start("file", folder, "demo", Map.of());
    }

    /** Asks the file itself, after the product has let go of it. */
    private static Map<String, List<String>> broken(Path data, Invariants.Told told) throws Exception {
        String password = Files.readString(data.resolve("database-password")).strip();
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + data.resolve("waymark"), "waymark", password)) {
            Map<String, List<String>> broken = new Invariants(connection).broken(told, LocalDateTime.now());
            broken.remove("I9"); // whoever stops in the middle leaves locks, and the next start waits for them
            return broken;
        }
    }
}
