package org.waymark.portfolio;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The coming gates of each program on one line, from a day on, for paper. */
public record AheadLines(LocalDate from, int days, List<Line> lines) {

    /** A program with its gates by day; the first is the one it stands before. */
    public record Line(String code, String name, List<GateCalendar.Gate> gates) {

        public GateCalendar.Gate first() {
            return gates.get(0);
        }
    }

    /** A month, by its first day on the line, and how much of the line it takes, in percent. */
    public record Month(LocalDate day, long percent) {
        /** Whether its name has room. */
        public boolean isNamed() {
            return percent > 9;
        }
    }

    static AheadLines of(LocalDate from, int days, List<GateCalendar.Gate> gates) {
        Map<String, List<GateCalendar.Gate>> programs = new LinkedHashMap<>();
        gates.forEach(gate ->
                programs.computeIfAbsent(gate.code(), code -> new ArrayList<>()).add(gate));
        return new AheadLines(
                from,
                days,
                programs.values().stream()
                        .map(some -> new Line(some.get(0).code(), some.get(0).name(), some))
                        .toList());
    }

    /** The months the line goes through. */
    public List<Month> months() {
        List<Month> months = new ArrayList<>();
        LocalDate until = from.plusDays(days);
        for (LocalDate day = from; day.isBefore(until); ) {
            LocalDate next = day.plusMonths(1).withDayOfMonth(1);
            LocalDate end = next.isBefore(until) ? next : until;
            months.add(new Month(day, 100 * ChronoUnit.DAYS.between(day, end) / days));
            day = end;
        }
        return months;
    }

    /** Where months begin, in days from the beginning of the line. */
    public String borders() {
        return months().stream()
                .skip(1)
                .map(month -> String.valueOf(ChronoUnit.DAYS.between(from, month.day())))
                .collect(Collectors.joining(","));
    }

    /** Where gates are, in days from the beginning of the line, and what each is; what is over stands at its edge. */
    public String marks(Line line) {
        return line.gates().stream()
                .map(gate -> Math.max(0, ChronoUnit.DAYS.between(from, gate.day())) + ":" + kind(gate))
                .collect(Collectors.joining(","));
    }

    private static String kind(GateCalendar.Gate gate) {
        if (gate.isLate()) {
            return "LATE";
        }
        return gate.next() ? "NEXT" : "AHEAD";
    }
}
