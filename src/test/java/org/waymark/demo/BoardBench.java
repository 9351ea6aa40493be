package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.portfolio.Board;
import org.waymark.portfolio.BoardRows;

/**
 * How long the board takes with 100, 1,000, 10,000 and 100,000 programs: its rows alone, a look that finds nothing
 * changed, and the whole page over HTTP; beside it one program's page and my work. The programs are copies of the demo's, made by SQL; a copy's row must equal its
 * original's. Prints; asserts no time.
 */
class BoardBench extends House {

    private static final Logger log = LoggerFactory.getLogger(BoardBench.class);
    private static final int WARM = 60;
    private static final int TIMES = 300;

    /** -Dwaymark.bench.most=1000 stops there. */
    private static final int MOST = Integer.getInteger("waymark.bench.most", 100_000);

    @Autowired
    Board board;

    @Autowired
    BoardRows rows;

    private interface Look {
        void once() throws Exception;
    }

    @Test
    void theBoardOfManyPrograms() throws Exception {
        // seven programs of the demo, fifteen times
        copy(15, "not like '%Z'");
        for (int size : new int[] {100, 1_000, 10_000, 100_000}) {
            if (size > MOST) {
                return;
            }
            if (size > 100) {
                copy(9, "like '%Z'");
            }
            rows.rebuild();
            int known = jdbc.sql("select count(*) from board_row")
                    .query(Integer.class)
                    .single();
            assertThat(known).isGreaterThanOrEqualTo(size);
            copiesEqualTheirOriginals();
            measure(known);
        }
    }

    private void measure(int programs) throws Exception {
        Board.Filter all = filter(null, null, false);
        Map<String, Look> looks = new LinkedHashMap<>();
        looks.put("rows, usual order", () -> board.lines("manager", all, "state", 0, 50));
        looks.put("rows, by value", () -> board.lines("manager", all, "npv", 0, 50));
        looks.put("rows, late only", () -> board.lines("manager", filter(null, null, true), "gate", 0, 50));
        looks.put("rows, one stage", () -> board.lines("manager", filter(null, "roi", false), "state", 0, 50));
        looks.put("rows, a word", () -> board.lines("manager", filter("atlas", null, false), "state", 0, 50));
        looks.put("rows of a member", () -> board.lines("service", all, "state", 0, 50));
        Browsing manager = Browsing.as(port, "manager");
        String standing = manager.get("/programs").headers().firstValue("ETag").orElseThrow();
        looks.put(
                "nothing changed, over HTTP",
                () -> assertThat(manager.get("/programs", "If-None-Match", standing)
                                .statusCode())
                        .isEqualTo(304));
        looks.put("an empty page, over HTTP", () -> manager.get("/favicon.svg"));
        looks.put("the whole page, over HTTP", () -> manager.get("/programs"));
        Browsing member = Browsing.as(port, "service");
        looks.put("one program's page, over HTTP", () -> manager.get("/programs/ATLAS"));
        looks.put("my work of a manager, over HTTP", () -> manager.get("/my-work"));
        looks.put("my work of a member, over HTTP", () -> member.get("/my-work"));
        for (Map.Entry<String, Look> look : looks.entrySet()) {
            long[] taken = times(look.getValue());
            log.info(
                    "{} programs, {}: p50 {} ms, p99 {} ms",
                    programs,
                    look.getKey(),
                    milliseconds(taken[taken.length / 2]),
                    milliseconds(taken[taken.length * 99 / 100]));
        }
    }

    private static Board.Filter filter(String words, String stage, boolean late) {
        return new Board.Filter(words, null, null, null, stage, null, late);
    }

    private static long[] times(Look look) throws Exception {
        for (int i = 0; i < WARM; i++) {
            look.once();
        }
        long[] taken = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            look.once();
            taken[i] = System.nanoTime() - from;
        }
        Arrays.sort(taken);
        return taken;
    }

    private static String milliseconds(long nanoseconds) {
        return String.format("%.1f", nanoseconds / 1e6);
    }

    private void copiesEqualTheirOriginals() {
        String differs = Stream.of("state", "stage", "place", "passed", "team_size", "parts", "name", "currency")
                .map(one -> "c." + one + " <> o." + one)
                .collect(Collectors.joining(" or "));
        assertThat(jdbc.sql("select count(*) from board_row c join board_row o on c.program = o.program || '-1Z'"
                                + " where " + differs)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Copies programs with what the board reads of them, so many times, under codes of their own. */
    private void copy(int times, String which) {
        String numbers = IntStream.rangeClosed(1, times)
                .mapToObj(n -> "('-" + n + "Z', " + n + ")")
                .collect(Collectors.joining(", ", " cross join (values ", ") t(suffix, n)"));
        copy(
                "program",
                "code",
                which,
                numbers,
                "name, purpose, investment_band, risk, currency, begins, depth, state,"
                        + " stage, round, launched_by, launched_at, ended_at");
        copy(
                "program_stage",
                "program",
                which,
                numbers,
                "stage, position, state, round, since, contribute_by,"
                        + " agree_by, remind_days, escalate_days, planned, first_planned, decision, decided_at");
        copy("team_member", "program", which, numbers, "person, part, function_id, rater_group, position");
        copy(
                "gate_sitting",
                "program",
                which,
                numbers,
                "stage, round, number, instance, state, opened_at, quorum,"
                        + " in_sequence, convened_at, decision, decided_at");
        jdbc.sql("insert into work_item (task, task_key, name, program, stage, instance, assignee, created, due, state,"
                        + " ended, ended_by) select s.task || t.suffix, s.task_key, s.name, s.program || t.suffix,"
                        + " s.stage, s.instance, case when s.assignee in ('manager', 'sponsor') then null else"
                        + " s.assignee end, s.created, s.due, s.state, s.ended, s.ended_by from work_item s"
                        + numbers + " where s.program in (select code from program where code " + which
                        + ") and s.state = 'OPEN'")
                .update();
    }

    private void copy(String table, String key, String which, String numbers, String columns) {
        String read = Arrays.stream(columns.split(", *")).map(one -> "s." + one).collect(Collectors.joining(", "));
        String source = table.equals("program")
                ? "(select * from program where code " + which + ") s"
                : "(select x.* from " + table + " x where x." + key + " in (select code from program where code "
                        + which + ")) s";
        jdbc.sql("insert into " + table + " (" + key + ", " + columns + ") select s." + key + " || t.suffix, " + read
                        + " from " + source + numbers)
                .update();
    }
}
