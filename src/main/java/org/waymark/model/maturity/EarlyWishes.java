package org.waymark.model.maturity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * The ballot of maturity before its stage opens: its wishes for 2, 5 and 10 years on the ballot of values of a program of
 * depth lite (dcfts.md 3.3), or all of it when a manager opens it early (dcfts.md 4.3).
 */
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
    public String stage() {
        return "maturity";
    }

    @Override
    public List<String> asked(String program) {
        return MaturityProcess.raters(team, program);
    }

    @Override
    public List<Question> of(String program, String person) {
        return programs.get(program).isLite() && asked(program).contains(person) ? wishes() : List.of();
    }

    @Override
    public List<Question> all(String program, String person) {
        if (!asked(program).contains(person)) {
            return List.of();
        }
        List<Question> all = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            List<Choice> choices = IntStream.rangeClosed(1, LEVELS)
                    .mapToObj(level -> new Choice(
                            level,
                            texts.of("maturity.level." + level),
                            dimension.levels().get(level - 1)))
                    .toList();
            all.add(new Question(dimension.id(), dimension.name(), choices, true));
        }
        all.addAll(wishes());
        return all;
    }

    private List<Question> wishes() {
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
    public Set<String> answered(String program) {
        return new LinkedHashSet<>(
                jdbc.sql("""
                        select e.person from maturity_early_wish e
                        where e.program = ? and e.wish not like 'votes  wish%' and e.after_round >=
                            (select coalesce(max(b.round), 0) from maturity_ballot b
                             where b.program = e.program and b.person = e.person)
                        """).param(program).query(String.class).list());
    }

    @Override
    public Map<String, @Nullable Integer> answers(String program, String person) {
        Ballot known =
                waiting(program, person).or(() -> ballots.last(program, person)).orElseGet(Ballot::blank);
        Map<String, @Nullable Integer> answers = new LinkedHashMap<>(known.votes());
        answers.putAll(known.wish());
        return answers;
    }

    /** What was said early before and is not asked now stays as it was said. */
    @Override
    public void keep(String program, String person, Map<String, @Nullable Integer> answers) {
        int after = ballots.newest(program, person);
        Ballot before = waiting(program, person).orElseGet(Ballot::blank);
        Map<String, @Nullable Integer> votes = new LinkedHashMap<>(before.votes());
        Map<String, @Nullable Integer> wishes = new LinkedHashMap<>(before.wish());
        answers.forEach((asked, level) -> (Agreement.HORIZONS.contains(asked) ? wishes : votes).put(asked, level));
        String text = new Ballot(votes, wishes).text();
        int changed = jdbc.sql(
                        "update maturity_early_wish set after_round = ?, wish = ? where program = ? and person = ?")
                .params(after, text, program, person)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into maturity_early_wish (after_round, wish, program, person) values (?, ?, ?, ?)")
                    .params(after, text, program, person)
                    .update();
        }
    }

    /** What this person said early, unless they have voted since. */
    Optional<Ballot> waiting(String program, String person) {
        return jdbc.sql("""
                        select wish from maturity_early_wish where program = ? and person = ? and after_round >=
                            (select coalesce(max(round), 0) from maturity_ballot where program = ? and person = ?)
                        """)
                .params(program, person, program, person)
                .query(String.class)
                .optional()
                .map(Ballot::parse);
    }
}
