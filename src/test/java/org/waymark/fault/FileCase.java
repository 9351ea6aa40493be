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

/** The demo on its H2 file, killed under work or with a full disk: the one installation without PostgreSQL. */
final class FileCase {

    static final String WORDS = "the demo on its H2 file is killed (SIGKILL) and started again";

    private FileCase() {}

    /** What happens to the demo in this folder, and how it goes on. */
    interface Fault {
        String happens(Path folder, AtomicReference<Node> node, Load load) throws Exception;
    }

    static Outcome run() throws Exception {
        return run(Files.createTempDirectory("waymark-file"), FileCase::killed);
    }

    private static String killed(Path folder, AtomicReference<Node> node, Load load) throws Exception {
        node.get().kill();
        long gone = System.nanoTime();
        node.set(start(folder));
        node.get().ready();
        return "ready again after " + NodeCases.seconds(gone);
    }

    static Outcome run(Path folder, Fault fault) throws Exception {
        AtomicReference<Node> node = new AtomicReference<>(start(folder));
        Load load = null;
        try {
            node.get().ready();
            load = Load.begin(() -> List.of(node.get().port), Site.tokens(node.get().port), 2);
            load.tally.awaitMore(10, 180);
            String seen = fault.happens(folder, node, load);
            load.tally.awaitMore(10, 180);
            Invariants.Told told = load.end();
            node.get().close();
            return Outcome.of(load.tally, broken(folder.resolve("file"), told), List.of(), seen);
        } finally {
            if (load != null) {
                load.abandon();
            }
            node.get().kill();
        }
    }

    static Node start(Path folder) throws Exception {
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
