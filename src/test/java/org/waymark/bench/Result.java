package org.waymark.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one way of one contender came to over all its rounds. */
final class Result {

    final String name;
    private final List<Round> rounds = new ArrayList<>();
    private final List<Long> writtenAhead = new ArrayList<>();
    private long grown;
    private Round counted;

    Result(String name) {
        this.name = name;
    }

    void counted(Round alone) {
        counted = alone;
    }

    void add(Round round, long writtenAheadBytes, long grownBytes) {
        rounds.add(round);
        writtenAhead.add(writtenAheadBytes);
        grown += grownBytes;
    }

    /** The middle one of the rounds; the others stand beside it in {@link #everyRound}. */
    double journeysPerSecond() {
        return rounds.stream().map(Round::journeysPerSecond).sorted().toList().get(rounds.size() / 2);
    }

    String everyRound() {
        return String.join(
                ", ",
                rounds.stream()
                        .map(round -> Report.number(round.journeysPerSecond()))
                        .toList());
    }

    double completionsPerSecond() {
        return journeysPerSecond() * counted.completions() / counted.journeys();
    }

    double percentile(double share) {
        List<Long> all = rounds.stream()
                .flatMap(round -> round.micros().stream())
                .sorted(Comparator.naturalOrder())
                .toList();
        return all.get((int) Math.min(all.size() - 1.0, Math.floor(all.size() * share))) / 1000.0;
    }

    double tripsPerCompletion() {
        return 1.0 * counted.trips() / counted.completions();
    }

    double statementsPerCompletion() {
        return 1.0 * counted.statements() / counted.completions();
    }

    double allTripsPerCompletion() {
        return 1.0 * counted.allTrips() / counted.completions();
    }

    double writtenAheadPerJourney() {
        return writtenAhead.stream().mapToLong(one -> one).sum() / 1024.0 / journeys();
    }

    double grownPerJourney() {
        return grown / 1024.0 / journeys();
    }

    double cpuMillisPerJourney() {
        return rounds.stream().mapToLong(Round::cpuNanos).sum() / 1e6 / journeys();
    }

    int journeys() {
        return rounds.stream().mapToInt(Round::journeys).sum();
    }

    int completions() {
        return rounds.stream().mapToInt(Round::completions).sum();
    }
}
