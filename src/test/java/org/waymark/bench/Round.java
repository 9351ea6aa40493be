package org.waymark.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one round of one contender came to: nanoseconds it took, journeys finished, statements and round trips of its
 * completions and of everything, and how long each completion took. Travels between machines as one line.
 */
record Round(
        long nanos,
        int journeys,
        long statements,
        long trips,
        long allStatements,
        long allTrips,
        long cpuNanos,
        List<Long> micros) {

    String line() {
        return "ROUND " + nanos + " " + journeys + " " + statements + " " + trips + " " + allStatements + " " + allTrips
                + " " + cpuNanos + " "
                + micros.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static Round of(String line) {
        String[] part = line.split(" ", -1);
        List<Long> micros = new ArrayList<>();
        Arrays.stream(part[8].split(","))
                .filter(one -> !one.isEmpty())
                .map(Long::valueOf)
                .forEach(micros::add);
        return new Round(
                Long.parseLong(part[1]),
                Integer.parseInt(part[2]),
                Long.parseLong(part[3]),
                Long.parseLong(part[4]),
                Long.parseLong(part[5]),
                Long.parseLong(part[6]),
                Long.parseLong(part[7]),
                micros);
    }

    int completions() {
        return micros.size();
    }

    double journeysPerSecond() {
        return journeys * 1e9 / nanos;
    }
}
