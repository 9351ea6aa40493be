package org.waymark.portfolio;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.security.Role;

/** Everything a portfolio report says, gathered once for its PDF and its workbook: the board's own rows and figures. */
@Service
class PortfolioReport {

    private final Board board;
    private final GateCalendar calendar;
    private final GateFigures figures;
    private final Clock clock;

    PortfolioReport(Board board, GateCalendar calendar, GateFigures figures, Clock clock) {
        this.board = board;
        this.calendar = calendar;
        this.figures = figures;
        this.clock = clock;
    }

    /** What one currency adds up to over the programs that have a case. */
    public record Sum(String currency, long programs, BigDecimal investment, BigDecimal npv, BigDecimal npvCash) {}

    /** The report on a day. */
    public record Content(
            LocalDate asOf,
            List<Board.Line> lines,
            long atGate,
            long late,
            List<Sum> sums,
            List<GateCalendar.Gate> ahead,
            GateFigures.Both figures) {

        /** The coming gates, one line a program. */
        public AheadLines aheadLines() {
            return AheadLines.of(asOf, GateCalendar.AHEAD, ahead);
        }

        /** The programs that are late, the latest first. */
        public List<Board.Line> lateOnes() {
            return lines.stream()
                    .filter(Board.Line::late)
                    .sorted((one, two) -> Integer.compare(two.slipDays(), one.slipDays()))
                    .toList();
        }
    }

    /** The programs in the reader's filter and order, at most so many. */
    @Transactional(readOnly = true)
    Content of(String person, Role role, BoardAsked asked, int most) {
        List<Board.Line> lines = board.lines(board.page(person, role, asked.filter(), asked.order(), 0, most));
        return new Content(
                LocalDate.now(clock),
                lines,
                lines.stream().filter(Board.Line::isAtGate).count(),
                lines.stream().filter(Board.Line::late).count(),
                sums(lines),
                calendar.ahead(calendar.gates(person, role)),
                figures.of(person, role));
    }

    private static List<Sum> sums(List<Board.Line> lines) {
        Map<String, List<Board.Line>> cases = new TreeMap<>();
        lines.stream()
                .filter(line -> line.npv() != null)
                .forEach(line -> cases.computeIfAbsent(line.currency(), any -> new java.util.ArrayList<>())
                        .add(line));
        return cases.entrySet().stream()
                .map(one -> new Sum(
                        one.getKey(),
                        one.getValue().size(),
                        sum(one.getValue(), Board.Line::investment),
                        sum(one.getValue(), Board.Line::npv),
                        sum(one.getValue(), Board.Line::npvCash)))
                .toList();
    }

    private static BigDecimal sum(
            List<Board.Line> lines, Function<Board.Line, @org.jspecify.annotations.Nullable BigDecimal> figure) {
        return lines.stream().map(figure).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
