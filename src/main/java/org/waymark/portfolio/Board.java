package org.waymark.portfolio;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.program.Program;
import org.waymark.security.People;
import org.waymark.security.Right;
import org.waymark.security.Role;
import org.waymark.web.Refusal;

/**
 * The board: every program a person may see as a line of seven waymarks, read from one row a program; one statement,
 * however many programs.
 */
@Service
public class Board {

    static final int PAGE = 50;
    static final int MOST = 200;
    /** Beyond this many a count says "more than": counting on would cost the more the more there are. */
    static final int COUNTED = 1000;

    private final JdbcClient jdbc;
    private final People people;
    private final BoardLines lines;
    private final Clock clock;

    Board(JdbcClient jdbc, People people, BoardLines lines, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.lines = lines;
        this.clock = clock;
    }

    /** What to show: words in code, name, sponsor or manager; sponsor; manager; state; stage; function; only late ones. */
    public record Filter(
            @Nullable String q,
            @Nullable String sponsor,
            @Nullable String manager,
            @Nullable String state,
            @Nullable String stage,
            @Nullable String function,
            boolean late) {

        static final Filter ALL = new Filter(null, null, null, null, null, null, false);

        static Filter of(@Nullable String q, @Nullable String state, @Nullable String stage) {
            return new Filter(q, null, null, state, stage, null, false);
        }

        public boolean isEmpty() {
            return equals(ALL);
        }
    }

    /** One waymark: PASSED, OPEN with its share done, AT_GATE, AHEAD and so on. */
    public record Mark(String stage, String state, int round, int percentDone, boolean late, int conditions) {

        /** What is drawn for it. */
        public String shape() {
            return MarkShapes.of(this);
        }

        /** How the drawing is coloured. */
        public String kind() {
            return state.toLowerCase(Locale.ROOT) + (late ? " late" : "") + (state.equals("PASSED") ? " done" : "");
        }

        /** Which sentence says the same in words. */
        public String told() {
            return "portfolio.mark" + (conditions > 0 ? ".conditions" : late ? ".late" : "");
        }
    }

    /**
     * The four questions as far as a row can answer them, never merged: alignment in three parts, people who answered of
     * those asked in 30 days, gates passed of seven, working days since the last decision (dcfts.md 4.2).
     */
    public record Measures(
            @Nullable BigDecimal agreement,
            @Nullable BigDecimal overlap,
            @Nullable BigDecimal recall,
            int answered,
            int asked,
            int passed,
            @Nullable Integer sinceDecision) {}

    /** One program on the board; money in the program's currency, days are working days. */
    public record Line(
            String code,
            String name,
            String state,
            String stage,
            String currency,
            @Nullable String sponsor,
            @Nullable String manager,
            List<Mark> marks,
            List<String> holders,
            int heldDays,
            @Nullable Integer stageDays,
            @Nullable Integer targetDays,
            @Nullable LocalDate nextGate,
            boolean late,
            int slipDays,
            @Nullable String rule,
            int conditions,
            @Nullable LocalDate conditionDue,
            @Nullable BigDecimal investment,
            @Nullable BigDecimal npv,
            @Nullable BigDecimal npvCash,
            Measures measures) {

        public boolean isAtGate() {
            return marks.stream().anyMatch(mark -> mark.state().equals("AT_GATE"));
        }
    }

    /** A page of the board with what it is a page of; totals beyond a thousand stop counting. */
    record Page(List<BoardRow> rows, long total, long atGate, long late) {}

    /** A row as the page's statement gives it, with the totals beside it. */
    private record Counted(BoardRow row, long total, long atGate, long late) {}

    @Transactional(readOnly = true)
    public List<Line> lines(String person, Filter filter, String sort, int page, int size) {
        if (size < 1 || size > MOST || page < 0) {
            throw Refusal.bad("portfolio.page", MOST).at("size");
        }
        return lines(page(person, people.get(person).role(), filter, sort, page, size));
    }

    /** The rows of a page as their reader sees them today. */
    List<Line> lines(Page page) {
        return page.rows().stream().map(lines::line).toList();
    }

    /** The line of one program; whether the reader may see it is asked before. */
    @Transactional(readOnly = true)
    public Line line(Program program, String person) {
        return jdbc.sql("select " + BoardRow.COLUMNS + " from board_row r where r.program = :program")
                .param("program", program.code())
                .query(BoardRow.class)
                .optional()
                .map(lines::line)
                .orElseThrow(() -> Refusal.missing("program.unknown", program.code()));
    }

    @Transactional(readOnly = true)
    Page page(String person, Role role, Filter filter, String sort, int page, int size) {
        BoardQuery query = query(person, role, filter, sort);
        String counted = "(select count(*) from (select 1 from board_row r" + query.where() + "%s fetch first "
                + (COUNTED + 1) + " rows only) %s) ";
        List<Counted> rows = jdbc.sql("select " + BoardRow.COLUMNS + ", "
                        + counted.formatted("", "t") + "total, "
                        + counted.formatted(" and r.place = 0", "g") + "at_gate, "
                        + counted.formatted(" and r.late_after < :today", "l")
                        // the page first: a sort that no index serves would otherwise ask for the columns of every row
                        + "late from (select r.program from board_row r" + query.where() + query.order()
                        + " offset :skip rows fetch first :size rows only) k"
                        + " join board_row r on r.program = k.program" + query.order())
                .params(query.params())
                .param("skip", (long) page * size)
                .param("size", size)
                .query(Counted.class)
                .list();
        Counted first = rows.isEmpty() ? null : rows.get(0);
        return new Page(
                rows.stream().map(Counted::row).toList(),
                first == null ? 0 : first.total(),
                first == null ? 0 : first.atGate(),
                first == null ? 0 : first.late());
    }

    /** Rows alone, for pictures that do not count. */
    @Transactional(readOnly = true)
    List<BoardRow> rows(BoardQuery query, int most) {
        return jdbc.sql("select " + BoardRow.COLUMNS + " from board_row r" + query.where() + query.order()
                        + " fetch first :size rows only")
                .params(query.params())
                .param("size", most)
                .query(BoardRow.class)
                .list();
    }

    /** Working days a program is late, at least one. */
    int slip(Plan plan) {
        return Math.max(1, lines.slip(plan, LocalDate.now(clock)));
    }

    BoardQuery query(String person, Role role, Filter filter, String sort) {
        boolean all = role.may(Right.SEE_EVERY_PROGRAM);
        return BoardQuery.of(filter, sort, all ? null : person, LocalDate.now(clock));
    }
}
