package org.waymark.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The list of every route and what everybody hears there; written by hand, or copied from target/ and read. */
final class RouteList {

    private static final Path FILE = Path.of("src/test/resources/routes.txt");
    private static final String SPACE = "\\s{2,}|\\t";

    private final List<String> who;
    private final Map<String, List<String>> entries;

    private RouteList(List<String> who, Map<String, List<String>> entries) {
        this.who = who;
        this.entries = entries;
    }

    static RouteList read() throws IOException {
        List<String> who = List.of();
        Map<String, List<String>> entries = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            List<String> cells = Arrays.asList(line.strip().split(SPACE));
            if (line.startsWith("route ")) {
                who = cells.subList(1, cells.size());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                entries.put(cells.get(0), cells.subList(1, cells.size()));
            }
        }
        return new RouteList(who, entries);
    }

    String answer(String route, String person) {
        List<String> answers = entries.getOrDefault(route, List.of());
        return answers.isEmpty() ? "" : answers.get(who.indexOf(person));
    }

    List<String> routes() {
        return List.copyOf(entries.keySet());
    }

    /** Routes without an entry, entries without a route. */
    List<String> gaps(Collection<String> routes) {
        List<String> gaps = new ArrayList<>();
        new TreeSet<>(routes)
                .stream()
                        .filter(route -> !entries.containsKey(route))
                        .forEach(route -> gaps.add(route + " has no entry"));
        entries.keySet().stream()
                .filter(route -> !routes.contains(route))
                .forEach(route -> gaps.add(route + " is listed and not there"));
        return gaps;
    }

    /** Where somebody heard something else than the list says. */
    List<String> differences(Map<String, List<String>> heard) {
        List<String> differences = new ArrayList<>();
        heard.forEach((route, answers) -> {
            List<String> listed = entries.getOrDefault(route, List.of());
            if (!listed.equals(answers)) {
                differences.add(route + ": listed " + listed + ", heard " + answers + " by " + who);
            }
        });
        return differences;
    }

    /** What anybody may ask for without signing in. */
    static boolean open(String address) {
        return address.equals("/sign-in")
                || address.equals("/sign-out/from/company")
                || address.startsWith("/vote/")
                || address.startsWith("/reset/")
                || address.startsWith("/actuator/health")
                || address.matches("/calendar/[^/]+\\.ics");
    }

    static List<String> lines(Collection<String> who, Map<String, List<String>> heard) {
        List<String> lines = new ArrayList<>();
        lines.add(line("route", new ArrayList<>(who)));
        heard.forEach((route, answers) -> lines.add(line(route, answers)));
        return lines;
    }

    private static String line(String route, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format("%-72s", route));
        cells.forEach(cell -> line.append("  ").append(String.format("%-13s", cell)));
        return line.toString().stripTrailing();
    }
}
