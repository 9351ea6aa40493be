package org.waymark.model.maturity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of voting: opened, and revealed once for everybody at the same moment. */
@Repository("maturityRounds")
class Rounds {

    private final JdbcClient jdbc;
    private static final String HEAD = """
            select round, invited, revealed, tolerance_range, tolerance_agreement, tolerance_percent, revealed_at,
                gap_shown_at
            from maturity_round where program = ?
            """;

    private final Ballots ballots;
    private final Tolerance tolerance;
    private final Clock clock;

    Rounds(JdbcClient jdbc, Ballots ballots, Tolerance tolerance, Clock clock) {
        this.jdbc = jdbc;
        this.ballots = ballots;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    void open(String program, int round, int invited) {
        int known = jdbc.sql("update maturity_round set invited = :invited where program = :program and round = :round")
                .param("invited", invited)
                .param("program", program)
                .param("round", round)
                .update();
        if (known == 0) {
            jdbc.sql("""
                            insert into maturity_round (program, round, invited, revealed, tolerance_range,
                                tolerance_agreement, tolerance_percent)
                            values (?, ?, ?, false, ?, ?, ?)
                            """)
                    .params(program, round, invited, tolerance.range(), tolerance.agreement(), tolerance.percent())
                    .update();
        }
    }

    /** The latest round; before any was opened an empty round 0, so that every question has an answer. */
    Round current(String program) {
        return jdbc.sql(HEAD + "order by round desc fetch first 1 row only")
                .params(program)
                .query(Head.class)
                .optional()
                .map(head -> read(program, head))
                .orElseGet(() -> Round.none(0));
    }

    Round of(String program, int round) {
        return jdbc.sql(HEAD + "and round = ?")
                .params(program, round)
                .query(Head.class)
                .optional()
                .map(head -> read(program, head))
                .orElseGet(() -> Round.none(round));
    }

    /** Counts the ballots and keeps the counts; a round once revealed stays as it was revealed. */
    void reveal(String program) {
        Round round = current(program);
        int first = jdbc.sql(
                        "update maturity_round set revealed = true, revealed_at = ? where program = ? and round = ? and revealed = false")
                .params(now(), program, round.number())
                .update();
        if (first == 0) {
            return;
        }
        List<Object> rows = new ArrayList<>();
        List<Round.Count> counts = count(ballots.opened(program, round.number()));
        for (Round.Count count : counts) {
            rows.addAll(List.of(program, round.number(), count.topic(), count.raterGroup()));
            rows.addAll(count.spread().counts());
            rows.add(count.cannotJudge());
        }
        Rows.insert(
                jdbc,
                "maturity_spread (program, round, topic, rater_group, ones, twos, threes, fours, cannot_judge)",
                9,
                rows);
    }

    static List<Round.Count> count(List<Ballots.Cast> casts) {
        Map<String, List<Discretion.Vote>> votes = new TreeMap<>();
        Map<String, Integer> cannotJudge = new TreeMap<>();
        for (Ballots.Cast cast : casts) {
            String group = Objects.requireNonNullElse(cast.group(), "");
            String function = Objects.requireNonNullElse(cast.function(), "");
            Map<String, @Nullable Integer> answers = new TreeMap<>(cast.ballot().votes());
            cast.ballot().wish().forEach((years, level) -> answers.put(Round.wish(years), level));
            answers.forEach((topic, level) -> {
                List<Discretion.Vote> given = votes.computeIfAbsent(topic, any -> new ArrayList<>());
                if (level == null) {
                    cannotJudge.merge(topic, 1, Integer::sum);
                } else {
                    given.add(new Discretion.Vote(group, function, level));
                }
            });
        }
        List<Round.Count> counts = new ArrayList<>();
        votes.forEach((topic, given) -> {
            Spread whole = Spread.of(given.stream().map(Discretion.Vote::level).toList());
            counts.add(count(topic, Round.Count.ALL, whole, cannotJudge.getOrDefault(topic, 0)));
            Map<String, List<Integer>> levels = new TreeMap<>();
            given.forEach(vote -> levels.computeIfAbsent(vote.group(), any -> new ArrayList<>())
                    .add(vote.level()));
            Map<String, Spread> groups = new TreeMap<>();
            levels.forEach((group, said) -> groups.put(group, Spread.of(said)));
            groups.remove("");
            Map<String, Spread> shown = Discretion.shown(whole, groups);
            shown.forEach((group, spread) -> counts.add(count(topic, group, spread, 0)));
            Discretion.besides(shown.keySet(), given)
                    .forEach((function, spread) -> counts.add(count(topic, function, spread, 0)));
        });
        return counts;
    }

    private static Round.Count count(String topic, String group, Spread of, int cannotJudge) {
        return new Round.Count(topic, group, of.ones(), of.twos(), of.threes(), of.fours(), cannotJudge);
    }

    private Round read(String program, Head head) {
        if (!head.revealed()) {
            return head.with(ballots.count(program, head.round()), List.of());
        }
        List<Round.Count> counts = jdbc.sql("""
                        select topic, rater_group, ones, twos, threes, fours, cannot_judge from maturity_spread
                        where program = ? and round = ? order by topic, rater_group
                        """)
                .params(program, head.round())
                .query(Round.Count.class)
                .list();
        // the ballots themselves may be erased by now, or have stayed where the program came from
        int voted = counts.stream()
                .filter(Round.Count::whole)
                .mapToInt(Round.Count::answers)
                .max()
                .orElse(0);
        return head.with(voted, counts);
    }

    /** From now on everybody may see how far the groups lie apart. */
    void showGap(String program, int round) {
        jdbc.sql("update maturity_round set gap_shown_at = ? where program = ? and round = ? and gap_shown_at is null")
                .params(now(), program, round)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    record Head(
            int round,
            int invited,
            boolean revealed,
            int toleranceRange,
            BigDecimal toleranceAgreement,
            int tolerancePercent,
            @Nullable OffsetDateTime revealedAt,
            @Nullable OffsetDateTime gapShownAt) {

        Round with(int voted, List<Round.Count> counts) {
            Tolerance fixed = new Tolerance(toleranceRange, toleranceAgreement, tolerancePercent);
            return new Round(round, invited, voted, revealed, fixed, revealedAt, gapShownAt, counts);
        }
    }
}
