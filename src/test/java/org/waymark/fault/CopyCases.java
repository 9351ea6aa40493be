package org.waymark.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.waymark.demo.Node;

/** A copy that is taken while people work, and what is read back from it. */
final class CopyCases {

    private CopyCases() {}

    static List<FaultCase> all() {
        return List.of(new FaultCase(
                "R26", "a copy is taken while people write, and read into an empty schema", 1, CopyCases::copied));
    }

    private static String copied(Site site, Load load) throws Exception {
        Path folder = Files.createTempDirectory("waymark-copies");
        String schema = "again" + System.nanoTime();
        Map<String, String> here = Postgres.environment(site.postgres.port());
        Map<String, String> there = new HashMap<>(here);
        there.put("WAYMARK_DB_SCHEMA", schema);
        Path copy = folder.resolve("copy.zip");
        Path copyOfTheCopy = folder.resolve("again.zip");

        load.tally.awaitMore(20, 120);
        Invariants.Told before = load.tally.told();
        long began = System.nanoTime();
        command(here, "--waymark.backup=" + copy);
        String taken = NodeCases.seconds(began);
        long reading = System.nanoTime();
        command(there, "--waymark.restore=" + copy);
        String read = NodeCases.seconds(reading);
        command(there, "--waymark.backup=" + copyOfTheCopy);
        if (!tables(copy).equals(tables(copyOfTheCopy))) {
            throw new AssertionError("The copy of the copy differs: " + copy + " " + copyOfTheCopy);
        }
        // what was acknowledged before the copy began is in it; what came while it was taken may be
        try (Connection connection = site.postgres.connect(schema)) {
            Invariants.Told known = new Invariants.Told(before.acknowledged(), List.of(), List.of());
            Map<String, List<String>> broken = new Invariants(connection).broken(known, LocalDateTime.now());
            broken.remove("I9"); // steps were in hand when the copy was taken
            if (!broken.isEmpty()) {
                throw new AssertionError("In what was read back: " + broken);
            }
        }
        return "copied in %s, read back in %s with a record that verifies, rows and sums of every table equal; "
                        .formatted(taken, read)
                + "all %d acknowledged before it began are in it"
                        .formatted(before.acknowledged().size());
    }

    private static void command(Map<String, String> environment, String asked) throws Exception {
        Node command = Node.start(
                "command" + System.nanoTime(), Path.of("target/faults"), "demo,postgres", environment, asked);
        int said = command.exitCode();
        if (said != 0) {
            throw new AssertionError(asked + " ended with " + said + ": " + command.said());
        }
    }

    /** Every table with its rows and their sum, as the copy itself tells them. */
    private static String tables(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new ObjectMapper()
                    .readTree(zip.getInputStream(zip.getEntry("waymark.json")))
                    .path("tables")
                    .toString();
        }
    }
}
