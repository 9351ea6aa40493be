package org.waymark.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Times every completion from the press of the button to the answer, and counts what went to the database meanwhile;
 * the counts mean something only while nobody else works.
 */
public final class Stopwatch {

    private final List<Long> micros = new ArrayList<>();
    private long statements;
    private long trips;

    /** Something a person waits for. */
    public interface Act {
        void run() throws Exception;
    }

    /** A task is handed in. */
    public void completion(Act act) throws Exception {
        long statementsBefore = Traffic.statements();
        long tripsBefore = Traffic.trips();
        long from = System.nanoTime();
        act.run();
        micros.add((System.nanoTime() - from) / 1000);
        statements += Traffic.statements() - statementsBefore;
        trips += Traffic.trips() - tripsBefore;
    }

    List<Long> micros() {
        return micros;
    }

    long statements() {
        return statements;
    }

    long trips() {
        return trips;
    }
}
