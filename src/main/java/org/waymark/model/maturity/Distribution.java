package org.waymark.model.maturity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.catalogue.Dimension;

/** The revealed votes as they are drawn: a dot per vote in four cells with the chasm between the second and third. */
record Distribution(int voted, int invited, List<Line> lines) {

    private static final int[] MIDDLE = {70, 210, 400, 540};

    record Dot(String x, String y, String r) {}

    /** Two groups whose middle votes lie a level or more apart. */
    record Gap(String high, int highLevel, String low, int lowLevel) {}

    record Line(
            Dimension dimension,
            Spread spread,
            int cannotJudge,
            @Nullable Integer proposal,
            Spread.Verdict verdict,
            List<Dot> dots,
            @Nullable Gap gap) {

        public boolean discuss() {
            return verdict.discuss();
        }
    }

    /** With the gap between groups, or without it as long as the sponsor alone may see it. */
    static Distribution of(Round round, List<Dimension> dimensions, boolean withGap) {
        List<Line> lines = new ArrayList<>(dimensions.stream()
                .map(dimension -> line(round, dimension, withGap))
                .toList());
        // What needs a talk comes first: the chasm, then the widest range; the catalogue's order within.
        lines.sort(Comparator.comparing(Line::verdict)
                .thenComparing(line -> line.discuss() ? -line.spread().range() : 0));
        return new Distribution(round.voted(), round.invited(), lines);
    }

    public long toDiscuss() {
        return lines.stream().filter(Line::discuss).count();
    }

    public long accepted() {
        return lines.stream()
                .filter(line -> line.verdict() == Spread.Verdict.ACCEPT)
                .count();
    }

    private static Line line(Round round, Dimension dimension, boolean withGap) {
        Spread spread = round.spread(dimension.id());
        return new Line(
                dimension,
                spread,
                round.cannotJudge(dimension.id()),
                round.proposal(dimension.id()).orElse(null),
                round.verdict(dimension.id()),
                spread.showable() ? dots(spread) : List.of(),
                withGap ? gap(round.groups(dimension.id())) : null);
    }

    /** Two comfortable lines of dots in a cell; when a cell would overflow, all dots of the row shrink alike. */
    static List<Dot> dots(Spread spread) {
        boolean many = spread.counts().stream().anyMatch(count -> count > 14);
        int across = many ? 13 : 7;
        double step = many ? 9 : 16;
        List<Dot> dots = new ArrayList<>();
        for (int level = 0; level < 4; level++) {
            for (int i = 0; i < spread.counts().get(level); i++) {
                double x = MIDDLE[level] - (many ? 54 : 48) + (i % across) * step;
                double y = (many ? 11 : 19) + (i / across) * (many ? 9 : 17);
                dots.add(new Dot(plain(x), plain(y), many ? "3.8" : "6.5"));
            }
        }
        return dots;
    }

    static @Nullable Gap gap(Map<String, Spread> groups) {
        return groups.entrySet().stream()
                .flatMap(high -> groups.entrySet().stream()
                        .map(low -> new Gap(
                                high.getKey(),
                                high.getValue().lowerMedian(),
                                low.getKey(),
                                low.getValue().lowerMedian())))
                .filter(gap -> gap.highLevel() > gap.lowLevel())
                .max(Comparator.comparingInt(gap -> gap.highLevel() - gap.lowLevel()))
                .orElse(null);
    }

    private static String plain(double number) {
        return String.valueOf(Math.round(number));
    }
}
