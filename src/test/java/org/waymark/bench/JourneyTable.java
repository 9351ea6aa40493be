package org.waymark.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The comparison as it is printed, every figure beside its ratio to the bare engine that Waymark is built on. */
final class JourneyTable {

    private final List<Result> results;
    private final Map<String, JourneyBench.Start> starts;

    JourneyTable(List<Result> results, Map<String, JourneyBench.Start> starts) {
        this.results = results;
        this.starts = starts;
    }

    void write(String before, String how) throws IOException {
        Report report = new Report("Whole journeys");
        report.say("Begun " + before + "; ended " + Report.circumstances() + ".");
        report.say(how + "; a journey is " + Shape.completions() + " completions in seven stages and seven gates.");
        Result bare = results.stream()
                .filter(one -> one.name.startsWith("Camunda"))
                .findFirst()
                .orElse(results.get(0));
        List<List<String>> speed = new ArrayList<>();
        List<List<String>> database = new ArrayList<>();
        for (Result one : results) {
            speed.add(List.of(
                    one.name,
                    ratio(one.journeysPerSecond(), bare.journeysPerSecond()),
                    one.everyRound(),
                    Report.number(one.completionsPerSecond()),
                    Report.number(one.percentile(0.5)),
                    Report.number(one.percentile(0.99)),
                    Report.number(one.cpuMillisPerJourney()),
                    one.journeys() + " / " + one.completions()));
            database.add(List.of(
                    one.name,
                    Report.number(one.statementsPerCompletion()),
                    ratio(one.tripsPerCompletion(), bare.tripsPerCompletion()),
                    Report.number(one.allTripsPerCompletion()),
                    ratio(one.writtenAheadPerJourney(), bare.writtenAheadPerJourney()),
                    ratio(one.grownPerJourney(), bare.grownPerJourney())));
        }
        report.table(
                List.of(
                        "",
                        "journeys/s",
                        "every round",
                        "completions/s",
                        "p50 ms",
                        "p99 ms",
                        "CPU ms per journey",
                        "measured journeys / completions"),
                speed);
        report.table(
                List.of(
                        "",
                        "statements per completion",
                        "round trips per completion",
                        "round trips per completion, everything of the journey",
                        "KB written ahead per journey",
                        "KB of database per journey"),
                database);
        report.table(
                List.of("", "first start, s", "start on an existing schema, s", "heap after GC, MB", "resident, MB"),
                machines());
        report.say("In brackets: times " + bare.name + ".");
        report.write("1-journeys");
    }

    private List<List<String>> machines() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, JourneyBench.Start> one : starts.entrySet()) {
            Child child = one.getValue().child();
            long[] memory = child.memory();
            rows.add(List.of(
                    one.getKey(),
                    Report.number(one.getValue().firstMillis() / 1000.0),
                    Report.number(child.startMillis() / 1000.0),
                    Report.number(memory[0] / 1048576.0),
                    Report.number(memory[1] / 1024.0)));
        }
        return rows;
    }

    private static String ratio(double figure, double of) {
        return Report.number(figure) + " (" + Report.number(figure / of) + ")";
    }
}
