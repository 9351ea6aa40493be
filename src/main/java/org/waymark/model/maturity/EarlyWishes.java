package org.waymark.model.maturity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Dimension;
import org.waymark.program.Programs;
import org.waymark.stage.EarlyQuestions;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** The wishes for 2, 5 and 10 years, which a program of depth lite asks on the ballot of values (dcfts.md 3.3). */
@Component("maturityEarlyWishes")
class EarlyWishes implements EarlyQuestions {

    private static final int LEVELS = 4;

    private final JdbcClient jdbc;
    private final Ballots ballots;
    private final Programs programs;
    private final Team team;
    private final Catalogue catalogue;
    private final Texts texts;

    EarlyWishes(JdbcClient jdbc, Ballots ballots, Programs programs, Team team, Catalogue catalogue, Texts texts) {
        this.jdbc = jdbc;
        this.ballots = ballots;
        this.programs = programs;
        this.team = team;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public List<Question> of(String program, String person) {
        if (!programs.get(program).isLite()
                || !MaturityProcess.raters(team, program).contains(person)) {
            return List.of();
        }
        Dimension promise = catalogue.dimensions().get(0);
        List<Choice> choices = IntStream.rangeClosed(1, LEVELS)
                .mapToObj(level -> new Choice(
                        level,
                        texts.of("maturity.level." + level),
                        promise.levels().get(level - 1)))
                .toList();
        return Agreement.HORIZONS.stream()
                .map(years -> new Question(years, texts.of("maturity.horizon", years), choices))
                .toList();
    }

    @Override
    public Map<String, Integer> answers(String program, String person) {
        Map<String, Integer> known = new LinkedHashMap<>();
        waiting(program, person)
                .or(() -> ballots.last(program, person).map(Ballot::wish))
                .orElse(Map.of())
                .forEach((years, level) -> {
                    if (level != null) {
                        known.put(years, level);
                    }
                });
        return known;
    }

    @Override
    public void keep(String program, String person, Map<String, Integer> answers) {
        int after = ballots.newest(program, person);
        String wish = new Ballot(Map.of(), new LinkedHashMap<>(answers)).text();
        int changed = jdbc.sql(
                        "update maturity_early_wish set after_round = ?, wish = ? where program = ? and person = ?")
                .params(after, wish, program, person)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into maturity_early_wish (after_round, wish, program, person) values (?, ?, ?, ?)")
                    .params(after, wish, program, person)
                    .update();
        }
    }

    /** The wishes this person gave early, unless they have voted since. */
    Optional<Map<String, @Nullable Integer>> waiting(String program, String person) {
        return jdbc.sql("""
                        select wish from maturity_early_wish where program = ? and person = ? and after_round >=
                            (select coalesce(max(round), 0) from maturity_ballot where program = ? and person = ?)
                        """)
                .params(program, person, program, person)
                .query(String.class)
                .optional()
                .map(text -> Ballot.parse(text).wish());
    }
}
