package org.waymark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A part of what the benchmark prints, as Markdown; every part that is finished is put together with the others into
 * {@code target/bench.md}, in the order of their names.
 */
public final class Report {

    private static final Path PARTS = Path.of("target", "bench", "parts");
    private static final Path WHOLE = Path.of("target", "bench.md");

    private final StringBuilder text = new StringBuilder();

    public Report(String title) {
        text.append("### ").append(title).append("\n\n");
    }

    public Report say(String sentence) {
        text.append(sentence).append("\n\n");
        return this;
    }

    public Report table(List<String> columns, List<List<String>> rows) {
        line(columns);
        line(columns.stream()
                .map(one -> columns.indexOf(one) == 0 ? "---" : "---:")
                .toList());
        rows.forEach(this::line);
        text.append('\n');
        return this;
    }

    private void line(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    public void write(String name) throws IOException {
        Files.createDirectories(PARTS);
        Files.writeString(PARTS.resolve(name + ".md"), text.toString().strip() + "\n");
        List<String> all = new ArrayList<>();
        try (Stream<Path> parts = Files.list(PARTS)) {
            for (Path part : parts.sorted().toList()) {
                all.add(Files.readString(part));
            }
        }
        Files.writeString(WHOLE, String.join("\n", all));
    }

    /** When, where and how busy: what every figure has to be read with. */
    public static String circumstances() throws IOException {
        String[] load = Files.readString(Path.of("/proc/loadavg")).split(" ");
        return LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES) + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version") + ", load average " + load[0] + " " + load[1] + " " + load[2];
    }

    public static String number(double figure) {
        return String.format(
                Locale.ROOT,
                figure >= 1000 ? "%,.0f" : figure >= 100 ? "%.0f" : figure >= 10 ? "%.1f" : "%.2f",
                figure);
    }
}
