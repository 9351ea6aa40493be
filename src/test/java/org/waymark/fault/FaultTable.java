package org.waymark.fault;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of what was run, as it stands in the docs. */
final class FaultTable {

    private final List<String> rows = new ArrayList<>();

    FaultTable() {
        rows.add(
                "| Case | What happens | Runs | Acknowledged | Lost | Longest gap | Longest wait | Answers | Result |");
        rows.add("|---|---|--:|--:|--:|--:|--:|---|---|");
    }

    void add(String id, String words, Outcome came) {
        rows.add("| %s | %s | %d | %d | %d | %.1f s | %.1f s | %s | %s |"
                .formatted(
                        id,
                        words,
                        came.runs(),
                        came.acknowledged(),
                        came.lost(),
                        came.gap() / 1000.0,
                        came.longestWait() / 1000.0,
                        told(came.answers()),
                        result(came)));
    }

    private static String told(Map<String, Integer> answers) {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .map(one -> one.getValue() + " x " + one.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String result(Outcome came) {
        if (came.runs() == 0) {
            return "not run: " + String.join("; ", came.seen());
        }
        String held = came.wrong().isEmpty() ? "I1-I11 hold" : "BROKEN: " + String.join("; ", came.wrong());
        return came.seen().isEmpty() ? held : held + ". " + String.join("; ", came.seen());
    }

    /** The machine and the table. */
    String text(String database) {
        Runtime machine = Runtime.getRuntime();
        String where = "%d cores, Java %s, PostgreSQL %s (fsync on), load average at the end %.1f"
                .formatted(
                        machine.availableProcessors(),
                        Runtime.version(),
                        database,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return where + "\n\n" + String.join("\n", rows) + "\n";
    }
}
