package org.waymark.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.engagement.Engagement;
import org.waymark.web.Texts;

/** Turns a row of the board into what a reader sees today: days, lateness and the rule that says so in words. */
@Component
class BoardLines {

    private final WorkingCalendar calendar;
    private final Texts texts;
    private final Clock clock;

    BoardLines(WorkingCalendar calendar, Texts texts, Clock clock) {
        this.calendar = calendar;
        this.texts = texts;
        this.clock = clock;
    }

    Board.Line line(BoardRow row) {
        LocalDate today = LocalDate.now(clock);
        LocalDate asking = Engagement.since(OffsetDateTime.now(clock)).toLocalDate();
        boolean late = row.plan().isLate(today);
        List<StageMark> marks = row.line();
        int next = next(marks);
        LocalDate opened = day(row.inStage());
        return new Board.Line(
                row.program(),
                row.name(),
                row.state(),
                row.stage(),
                row.currency(),
                row.sponsorName(),
                row.managerName(),
                java.util.stream.IntStream.range(0, marks.size())
                        .mapToObj(at -> mark(marks.get(at), late && at == next))
                        .toList(),
                row.isRunning() ? row.holderNames() : List.of(),
                between(day(row.heldSince()), today, 0),
                opened == null ? null : Integer.valueOf(between(opened, today, 0)),
                opened == null || row.plan().nextGate() == null
                        ? null
                        : Integer.valueOf(Math.max(0, between(opened, row.plan().nextGate(), 0))),
                row.plan().nextGate(),
                late,
                late ? Math.max(1, slip(row.plan(), today)) : 0,
                rule(row.plan(), today),
                row.conditions(),
                row.conditionDue(),
                row.investment(),
                row.npv(),
                row.npvCash(),
                new Board.Measures(
                        row.agreement(),
                        row.overlap(),
                        row.recall(),
                        row.answered(asking),
                        row.asked(asking),
                        row.passed(),
                        row.decidedAt() == null ? null : Integer.valueOf(between(day(row.decidedAt()), today, 0))));
    }

    /** Days a gate is late: beyond its first plan, by today or by the plan as it stands, whichever is later. */
    int slip(Plan plan, LocalDate today) {
        LocalDate first = plan.firstGate();
        LocalDate planned = plan.nextGate();
        if (first == null || planned == null) {
            return 0;
        }
        LocalDate ends = planned.isBefore(today) ? today : planned;
        return ends.isAfter(first) ? between(first, ends, 0) : 0;
    }

    /** Why a program counts as late or on time; nothing is said once it has ended. */
    @Nullable
    String rule(Plan plan, LocalDate today) {
        LocalDate first = plan.firstGate();
        LocalDate planned = plan.nextGate();
        if (first == null || planned == null) {
            return null;
        }
        java.sql.Date was = java.sql.Date.valueOf(first);
        java.sql.Date is = java.sql.Date.valueOf(planned);
        if (planned.isAfter(first)) {
            return texts.of(
                    planned.isBefore(today) ? "portfolio.rule.moved-over" : "portfolio.rule.moved",
                    was,
                    is,
                    between(first, planned, 0));
        }
        if (first.isBefore(today)) {
            return texts.of("portfolio.rule.over", was, Math.max(1, between(first, today, 0)));
        }
        return texts.of(planned.isBefore(first) ? "portfolio.rule.early" : "portfolio.rule.on-time", was, is);
    }

    private static Board.Mark mark(StageMark mark, boolean late) {
        return new Board.Mark(mark.stage(), mark.state(), mark.round(), mark.percentDone(), late, mark.conditions());
    }

    private static int next(List<StageMark> marks) {
        for (int at = 0; at < marks.size(); at++) {
            if (!marks.get(at).state().equals("PASSED")
                    && !marks.get(at).state().equals("STOPPED")) {
                return at;
            }
        }
        return -1;
    }

    private int between(@Nullable LocalDate from, LocalDate to, int otherwise) {
        return from == null ? otherwise : calendar.workingDaysBetween(from, to, null);
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toLocalDate();
    }
}
