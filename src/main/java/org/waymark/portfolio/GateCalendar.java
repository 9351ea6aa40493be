package org.waymark.portfolio;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.security.Role;

/** Every gate that is planned, by day: what comes in the next 90 days, and a month as people know it from the wall. */
@Service
class GateCalendar {

    static final int AHEAD = 90;
    /** Beyond this many programs a picture says nothing. */
    static final int MOST = 200;

    private final Board board;
    private final Clock clock;

    GateCalendar(Board board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    /** A gate on its planned day; the next one of its program may be late, the later ones follow it. */
    public record Gate(String code, String name, String stage, LocalDate day, boolean next, boolean atGate, int slip) {
        public boolean isLate() {
            return slip > 0;
        }
    }

    /** One day of a month with its gates. */
    public record Day(LocalDate date, boolean inMonth, boolean today, List<Gate> gates) {}

    /** The gates of running programs the reader may see, by day; those whose day is over come first. */
    @Transactional(readOnly = true)
    List<Gate> gates(String person, Role role) {
        LocalDate today = LocalDate.now(clock);
        BoardQuery query = board.query(person, role, Board.Filter.of(null, "RUNNING", null), "gate");
        List<Gate> gates = new ArrayList<>();
        for (BoardRow row : board.rows(query, MOST)) {
            boolean next = true;
            for (StageMark mark : row.line()) {
                if (mark.state().equals("PASSED") || mark.planned() == null) {
                    continue;
                }
                gates.add(new Gate(
                        row.program(),
                        row.name(),
                        mark.stage(),
                        mark.planned(),
                        next,
                        mark.state().equals("AT_GATE"),
                        next && row.plan().isLate(today) ? board.slip(row.plan()) : 0));
                next = false;
            }
        }
        gates.sort(Comparator.comparing(Gate::day).thenComparing(Gate::code));
        return gates;
    }

    List<Gate> ahead(List<Gate> gates) {
        LocalDate until = LocalDate.now(clock).plusDays(AHEAD);
        return gates.stream()
                .filter(gate -> !gate.day().isAfter(until))
                .filter(gate -> gate.next() || !gate.day().isBefore(LocalDate.now(clock)))
                .toList();
    }

    /** Whole weeks from Monday on. */
    List<List<Day>> weeks(YearMonth month, List<Gate> gates) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<List<Day>> weeks = new ArrayList<>();
        while (!day.isAfter(month.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++, day = day.plusDays(1)) {
                LocalDate one = day;
                week.add(new Day(
                        one,
                        YearMonth.from(one).equals(month),
                        one.equals(today),
                        gates.stream().filter(gate -> gate.day().equals(one)).toList()));
            }
            weeks.add(week);
        }
        return weeks;
    }
}
