package org.waymark.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the clients of one run were told, and how long they were told nothing. */
final class Tally {

    private final List<Invariants.Done> acknowledged = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private final List<String> programs = new ArrayList<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private long last = System.nanoTime();
    private long gap;
    private final List<Long> waits = new ArrayList<>();
    private int unserved;

    synchronized void launching(String program) {
        programs.add(program);
    }

    synchronized void asking(String task) {
        asked.add(task);
    }

    synchronized void acknowledged(String task, String person) {
        acknowledged.add(new Invariants.Done(task, person));
        asked.remove(task);
        gap = Math.max(gap, System.nanoTime() - last);
        last = System.nanoTime();
        notifyAll();
    }

    /** Somebody's request ended, with a status or torn, after so many nanoseconds. */
    synchronized void ended(String how, long nanos) {
        answers.merge(how, 1, Integer::sum);
        waits.add(nanos);
    }

    /** No node answered a request with anything but that it cannot. */
    synchronized void unserved() {
        unserved++;
    }

    /** Waits until so many more were acknowledged than now. */
    synchronized void awaitMore(int more, long seconds) throws InterruptedException {
        int enough = acknowledged.size() + more;
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (acknowledged.size() < enough) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("Nothing goes on any more: " + answers);
            }
            wait(left);
        }
    }

    synchronized Invariants.Told told() {
        return new Invariants.Told(List.copyOf(acknowledged), List.copyOf(asked), List.copyOf(programs));
    }

    synchronized int acknowledged() {
        return acknowledged.size();
    }

    synchronized int unservedRequests() {
        return unserved;
    }

    /** How often each status was heard; "torn" where no answer came. */
    synchronized Map<String, Integer> answers() {
        return Map.copyOf(answers);
    }

    /** The longest time without any acknowledgement, of all clients together, in milliseconds. */
    synchronized long longestGap() {
        return gap / 1_000_000;
    }

    /** The longest that one request waited for whatever came, in milliseconds. */
    synchronized long longestWait() {
        return waits.stream().mapToLong(Long::longValue).max().orElse(0) / 1_000_000;
    }

    /** How long every request waited so far, in nanoseconds, in the order they ended. */
    synchronized List<Long> waits() {
        return List.copyOf(waits);
    }
}
