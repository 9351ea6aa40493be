package org.waymark.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.waymark.Waymark;
import org.waymark.demo.Node;
import org.waymark.demo.Node.Manner;

/** Nodes that are replaced by a release with other diagrams while people work. */
final class ReleaseCase {

    private static final Path NEXT = Site.FOLDER.resolve("next");

    private ReleaseCase() {}

    static List<FaultCase> all() {
        return List.of(new FaultCase(
                "R20 version",
                "two nodes are replaced one after the other by a release with other diagrams",
                2,
                ReleaseCase::released));
    }

    private static String released(Site site, Load load) throws Exception {
        Manner next = Manner.machine("-cp", nextRelease());
        try (Connection connection = site.postgres.connect()) {
            JdbcClient jdbc = Postgres.over(connection);
            Unanswered waiting = new Unanswered(jdbc, load, 4);
            int old = newest(jdbc);
            Map<String, Integer> begun = versions(jdbc);
            long began = System.nanoTime();
            NodeCases.rolled(site, load, next);
            String rolled = NodeCases.seconds(began);
            if (newest(jdbc) != old + 1) {
                throw new AssertionError("Version " + newest(jdbc) + " after version " + old);
            }
            // what began before reaches its end in the version it began in
            waiting.due(LocalDateTime.now().minusMinutes(1));
            waiting.awaitTold(120);
            load.tally.awaitMore(20, 120);
            Map<String, Integer> now = versions(jdbc);
            List<String> moved = begun.keySet().stream()
                    .filter(now::containsKey)
                    .filter(program -> !begun.get(program).equals(now.get(program)))
                    .toList();
            long kept = begun.keySet().stream().filter(now::containsKey).count();
            long fresh =
                    now.values().stream().filter(version -> version == old + 1).count();
            if (!moved.isEmpty() || fresh == 0) {
                throw new AssertionError("Moved: " + moved + ", begun in the new version: " + fresh);
            }
            NodeCases.rolled(site, load, Manner.USUAL);
            return "0 requests that neither node served, both new after %s; version %d beside %d: %d programs begun before went on in theirs, %d began in the new one; and back again"
                    .formatted(rolled, old + 1, old, kept, fresh);
        }
    }

    /** The class path of the next release: the same classes, one sentence more in a diagram. */
    private static String nextRelease() throws Exception {
        Path here = Path.of(Waymark.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        FileSystemUtils.deleteRecursively(NEXT);
        FileSystemUtils.copyRecursively(here, NEXT);
        Path diagram = NEXT.resolve("processes/stages/values.bpmn");
        String drawn = Files.readString(diagram);
        Files.writeString(
                diagram, drawn.replaceFirst("</bpmn:documentation>", " Take your time.</bpmn:documentation>"));
        if (Files.readString(diagram).equals(drawn)) {
            throw new IOException("Nothing to change in " + diagram);
        }
        return Stream.of(Node.classPath().split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().equals(here.toAbsolutePath()) ? NEXT.toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int newest(JdbcClient jdbc) {
        return jdbc.sql("select max(version_) from act_re_procdef where key_ = 'stage-values'")
                .query(Integer.class)
                .single();
    }

    /** Every program whose values are being weighed or agreed, with the version of the diagram it runs on. */
    private static Map<String, Integer> versions(JdbcClient jdbc) {
        Map<String, Integer> versions = new TreeMap<>();
        jdbc.sql("select e.business_key_, d.version_ from act_ru_execution e join act_re_procdef d"
                        + " on d.id_ = e.proc_def_id_ where d.key_ = 'stage-values' and e.parent_id_ is null")
                .query((row, at) -> versions.put(row.getString(1), row.getInt(2)))
                .list();
        return versions;
    }
}
