package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.TestDatabase;
import org.waymark.bench.Report;
import org.waymark.portfolio.Board;
import org.waymark.portfolio.BoardRows;

/**
 * How long the board, a program's page and my work take with 100, 1,000, 10,000 and, when asked for with {@code
 * -Dwaymark.bench.most=100000}, 100,000 programs: the board's rows alone, a look that finds nothing changed, and whole
 * pages over HTTP. Prints; asserts no time, but that a copied program's row equals its original's.
 */
class BoardBench extends House {

    private static final int TIMES = Integer.getInteger("waymark.bench.looks", 200);
    /** At the first size: what Java's compilers need before a page is made as on a server that has run for an hour. */
    private static final int FIRST = Integer.getInteger("waymark.bench.first", 400);

    /** At each other size: what the database has to read into its memory. */
    private static final int AGAIN = TIMES / 4;

    /** Which pages, by a pattern on what the table calls them. */
    private static final String PAGES = System.getProperty("waymark.bench.pages", ".*");

    private static final String OVER_HTTP = "over HTTP";

    private static final int MOST = Integer.getInteger("waymark.bench.most", 10_000);

    @Autowired
    Board board;

    @Autowired
    BoardRows rows;

    @Autowired
    MeterRegistry meters;

    private interface Look {
        void once() throws Exception;
    }

    @Test
    void theBoardOfManyPrograms() throws Exception {
        String before = Report.circumstances();
        ProgramCopies copies = new ProgramCopies(jdbc, rows);
        Map<String, List<String>> figures = new LinkedHashMap<>();
        List<String> sizes = new ArrayList<>(List.of("p50 / p99 in ms"));
        // seven programs of the demo, fifteen times; then nine more of each copy
        copies.ofOriginals(15);
        for (int size = 100; size <= MOST; size *= 10) {
            if (size > 100) {
                copies.ofCopies(9);
            }
            assertThat(copies.count()).isGreaterThanOrEqualTo(size);
            copies.equalTheirOriginals();
            sizes.add(String.format("%,d programs, %,d open tasks", copies.count(), openTasks()));
            for (Map.Entry<String, Look> look : looks().entrySet()) {
                Taken taken = times(look.getKey(), look.getValue(), size == 100 ? FIRST : AGAIN);
                figures.computeIfAbsent(look.getKey(), name -> new ArrayList<>(List.of(name)))
                        .add(taken.told());
            }
            // the next size takes ten times as long: whoever ends it keeps what is known
            write(before, sizes, figures);
        }
        sizes.add("statements");
        for (Map.Entry<String, Look> look : looks().entrySet()) {
            int sent = Counting.everybodysTrips();
            look.getValue().once();
            figures.get(look.getKey()).add(String.valueOf(Counting.everybodysTrips() - sent));
        }
        write(before, sizes, figures);
    }

    private static void write(String before, List<String> sizes, Map<String, List<String>> figures) throws IOException {
        new Report("Board, program page and my work")
                .say("Begun " + before + "; ended " + Report.circumstances() + ".")
                .say((TestDatabase.isPostgres() ? "Embedded PostgreSQL" : "H2 in memory") + ", " + TIMES
                        + " looks each, in brackets inside the server, after " + FIRST + " at the first size and "
                        + AGAIN
                        + " at each other to warm up; client and server share the processors.")
                .table(sizes, List.copyOf(figures.values()))
                .write("2-pages");
    }

    private Map<String, Look> looks() throws Exception {
        Map<String, Look> looks = new LinkedHashMap<>();
        Board.Filter all = filter(null, null, false);
        looks.put("board's rows, usual order", () -> board.lines("manager", all, "state", 0, 50));
        looks.put("board's rows, by value", () -> board.lines("manager", all, "npv", 0, 50));
        looks.put("board's rows, late only", () -> board.lines("manager", filter(null, null, true), "gate", 0, 50));
        looks.put("board's rows, one stage", () -> board.lines("manager", filter(null, "roi", false), "state", 0, 50));
        looks.put("board's rows, a word", () -> board.lines("manager", filter("atlas", null, false), "state", 0, 50));
        looks.put("board's rows of a member", () -> board.lines("service", all, "state", 0, 50));
        Browsing manager = Browsing.as(port, "manager");
        Browsing member = Browsing.as(port, "service");
        String standing = manager.get("/programs").headers().firstValue("ETag").orElseThrow();
        looks.put("an empty page, " + OVER_HTTP, () -> manager.get("/favicon.svg"));
        looks.put(
                "board, nothing changed, " + OVER_HTTP,
                () -> assertThat(manager.get("/programs", "If-None-Match", standing)
                                .statusCode())
                        .isEqualTo(304));
        Stream.of("/programs", "/programs/ATLAS", "/my-work")
                .forEach(page -> looks.put(page + " of the manager of all, " + OVER_HTTP, () -> seen(manager, page)));
        looks.put("/my-work of a member, " + OVER_HTTP, () -> seen(member, "/my-work"));
        looks.keySet().removeIf(look -> !look.matches(PAGES));
        return looks;
    }

    private static void seen(Browsing reader, String page) throws Exception {
        assertThat(reader.status(page)).isEqualTo(200);
    }

    private static Board.Filter filter(String words, String stage, boolean late) {
        return new Board.Filter(words, null, null, null, stage, null, late);
    }

    private int openTasks() {
        return jdbc.sql("select count(*) from work_item where state = 'OPEN'")
                .query(Integer.class)
                .single();
    }

    /** What each look took, for whoever looked and inside the server alone; nothing there when no page was asked for. */
    private record Taken(long[] looks, long[] served) {

        String told() {
            return percentiles(looks) + (served[0] == 0 ? "" : " (" + percentiles(served) + ")");
        }

        private static String percentiles(long[] times) {
            long[] sorted = Arrays.stream(times).sorted().toArray();
            return milliseconds(sorted[sorted.length / 2]) + " / " + milliseconds(sorted[sorted.length * 99 / 100]);
        }
    }

    private Taken times(String name, Look look, int before) throws Exception {
        boolean page = name.endsWith(OVER_HTTP);
        for (int i = 0; i < before; i++) {
            look.once();
        }
        Taken taken = new Taken(new long[TIMES], new long[TIMES]);
        Served already = served();
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            look.once();
            taken.looks()[i] = System.nanoTime() - from;
            // the server notes its time once the answer has left
            Served now = served();
            while (page && now.requests() == already.requests()) {
                Thread.onSpinWait();
                now = served();
            }
            taken.served()[i] = now.nanoseconds() - already.nanoseconds();
            already = now;
        }
        return taken;
    }

    /** How many requests the server has answered, and the time all of them took. */
    private record Served(long requests, long nanoseconds) {}

    private Served served() {
        Collection<Timer> timers = meters.find("http.server.requests").timers();
        return new Served(timers.stream().mapToLong(Timer::count).sum(), (long) timers.stream()
                .mapToDouble(timer -> timer.totalTime(TimeUnit.NANOSECONDS))
                .sum());
    }

    private static String milliseconds(long nanoseconds) {
        return String.format("%.1f", nanoseconds / 1e6);
    }
}
