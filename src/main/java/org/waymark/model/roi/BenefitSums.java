package org.waymark.model.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Series;

/** What the plan, what is expected and what came add up to, in words and as a chart. */
@Component
class BenefitSums {

    private final RoiWords words;

    BenefitSums(RoiWords words) {
        this.words = words;
    }

    /** Sums in words: of everything, of one kind, or of one line. */
    record Sum(
            String name,
            String plan,
            String outlook,
            String outlookDrift,
            boolean outlookBehind,
            String due,
            String actual,
            String confirmed,
            String drift,
            boolean behind) {}

    String headline(Track track) {
        Track.Sums sums = track.sums(kind -> kind != Kind.COST);
        String currency = track.plan().currency();
        if (sums.reported() == 0) {
            return words.text("roi.benefits.headline.none");
        }
        int sign = sums.drift().setScale(0, RoundingMode.HALF_UP).signum();
        String apart = words.money(sums.drift().abs(), currency);
        return sign == 0
                ? words.text("roi.benefits.headline.even")
                : words.text(sign < 0 ? "roi.benefits.headline.behind" : "roi.benefits.headline.ahead", apart);
    }

    Sum sum(Track track, String key, Predicate<Kind> which) {
        return sum(words.text(key), track.sums(which), track.plan().currency(), which.test(Kind.COST));
    }

    Sum sum(String name, Track.Sums sums, String currency, boolean cost) {
        boolean reported = sums.reported() > 0;
        return new Sum(
                name,
                words.money(sums.plan(), currency),
                words.money(sums.outlook(), currency),
                words.signed(sums.outlookDrift(), currency),
                worse(sums.outlookDrift(), cost),
                words.money(reported ? sums.due() : null, currency),
                words.money(reported ? sums.actual() : null, currency),
                words.money(reported ? sums.confirmed() : null, currency),
                reported ? words.signed(sums.drift(), currency) : words.text("roi.unknown"),
                worse(sums.drift(), cost));
    }

    /** Less benefit or more cost than planned, by a whole unit of money. */
    static boolean worse(BigDecimal drift, boolean cost) {
        BigDecimal better = cost ? drift.negate() : drift;
        return RoiLines.unit(better).signum() < 0;
    }

    /** Benefits quarter by quarter; a quarter has an actual once every line of it has one. */
    Chart chart(Track track) {
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> plan = new ArrayList<>();
        List<@Nullable BigDecimal> outlook = new ArrayList<>();
        List<@Nullable BigDecimal> actual = new ArrayList<>();
        IntStream.rangeClosed(1, 4 * track.plan().horizonYears()).forEach(no -> {
            List<Track.Point> points = track.benefits(no);
            Track.Sums sums = Track.Sums.of(points);
            Quarter quarter = Quarter.of(track.plan()).get(no);
            names.add(words.text("roi.benefits.quarter", quarter.year(), (no - 1) % 4 + 1));
            plan.add(RoiLines.unit(sums.plan()));
            outlook.add(RoiLines.unit(sums.outlook()));
            boolean whole = !points.isEmpty() && points.stream().allMatch(point -> point.actual() != null);
            actual.add(whole ? RoiLines.unit(sums.actual()) : null);
        });
        return new Chart(
                "line",
                names,
                List.of(
                        new Series(words.text("roi.benefits.plan"), plan),
                        new Series(words.text("roi.benefits.outlook"), outlook),
                        new Series(words.text("roi.benefits.actual"), actual)));
    }
}
