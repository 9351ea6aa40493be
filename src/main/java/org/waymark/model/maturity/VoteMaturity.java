package org.waymark.model.maturity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Dimension;
import org.waymark.company.Standing;
import org.waymark.company.Taken;
import org.waymark.ledger.Ledger;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** One rater's ballot: today on every dimension, and the wish for the years ahead; nobody else sees it. */
@Component
class VoteMaturity implements TaskWork<Ballot> {

    private final Catalogue catalogue;
    private final Ballots ballots;
    private final EarlyWishes early;
    private final Rounds rounds;
    private final Team team;
    private final KnownLevels known;
    private final Ledger ledger;

    VoteMaturity(
            Catalogue catalogue,
            Ballots ballots,
            EarlyWishes early,
            Rounds rounds,
            Team team,
            KnownLevels known,
            Ledger ledger) {
        this.catalogue = catalogue;
        this.ballots = ballots;
        this.early = early;
        this.rounds = rounds;
        this.team = team;
        this.known = known;
        this.ledger = ledger;
    }

    @Override
    public String key() {
        return "voteMaturity";
    }

    @Override
    public Class<Ballot> type() {
        return Ballot.class;
    }

    /** The last answer comes back; what was answered early since stands in it already. */
    @Override
    public Ballot begin(WorkItem task) {
        String person = task.assignee();
        if (person == null) {
            return Ballot.blank();
        }
        Ballot last = ballots.last(task.program(), person).orElseGet(Ballot::blank);
        return early.waiting(task.program(), person)
                .map(said -> ahead(task, last, said))
                .orElse(last);
    }

    /** What is known by now from elsewhere is not asked any more, whatever was said about it early. */
    private Ballot ahead(WorkItem task, Ballot last, Ballot said) {
        Map<String, @Nullable Integer> votes = new LinkedHashMap<>(last.votes());
        votes.putAll(said.votes());
        votes.keySet().removeAll(settled(task).keySet());
        return new Ballot(votes, said.wish());
    }

    @Override
    public void check(WorkItem task, Ballot draft) {
        List<String> known = catalogue.dimensions().stream().map(Dimension::id).toList();
        draft.votes().forEach((dimension, level) -> {
            if (!known.contains(dimension)) {
                throw Refusal.bad("maturity.unknownDimension", dimension).at("votes[" + dimension + "]");
            }
            Levels.check(level, "votes[" + dimension + "]");
        });
        draft.wish().forEach((years, level) -> {
            if (!Agreement.HORIZONS.contains(years)) {
                throw Refusal.bad("maturity.unknownHorizon", years).at("wish[" + years + "]");
            }
            Levels.check(level, "wish[" + years + "]");
        });
    }

    @Override
    public List<Missing> missing(WorkItem task, Ballot draft) {
        List<Missing> missing = new ArrayList<>();
        Set<String> settled = settled(task).keySet();
        for (Dimension dimension : catalogue.dimensions()) {
            if (!settled.contains(dimension.id()) && !draft.votes().containsKey(dimension.id())) {
                missing.add(new Missing("votes[" + dimension.id() + "]", "maturity.voteMissing", dimension.name()));
            }
        }
        for (String years : Agreement.HORIZONS) {
            if (draft.wish().get(years) == null) {
                missing.add(new Missing("wish[" + years + "]", "maturity.wishMissing", years));
            }
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, Ballot draft) {
        Round round = rounds.current(task.program());
        if (round.revealed()) {
            throw Refusal.conflict("maturity.alreadyRevealed");
        }
        String person = Objects.requireNonNull(task.assignee());
        String commitment = ballots.cast(
                task.program(),
                round.number(),
                person,
                seat(task.program(), person, Member::group),
                seat(task.program(), person, Member::function),
                draft);
        ledger.append(
                task.program(),
                "VOTED",
                person,
                null,
                "maturity",
                Map.of("round", round.number(), "commitment", commitment));
    }

    @Override
    public View view(WorkItem task, Ballot draft) {
        Map<String, Taken> settled = settled(task);
        Map<String, Standing> standings = known.standings(task.program());
        List<Question> all = catalogue.dimensions().stream()
                .map(dimension -> new Question(
                        dimension,
                        draft.votes().get(dimension.id()),
                        draft.votes().containsKey(dimension.id()),
                        standings.get(dimension.id()),
                        settled.get(dimension.id())))
                .toList();
        List<Question> questions =
                all.stream().filter(question -> question.taken() == null).toList();
        List<Wish> wishes = Agreement.HORIZONS.stream()
                .map(years -> new Wish(years, draft.wish().get(years)))
                .toList();
        long answered = questions.stream().filter(Question::answered).count();
        Ballot said = said(task);
        long wished = wishes.stream().filter(wish -> wish.level() != null).count();
        return new View(
                "maturity/vote",
                Map.of(
                        "questions",
                        questions,
                        "settled",
                        all.stream()
                                .filter(question -> question.taken() != null)
                                .toList(),
                        "wishes",
                        wishes,
                        "answered",
                        answered,
                        "wished",
                        wished,
                        "saidEarly",
                        said != null && said.votes().isEmpty(),
                        "saidAhead",
                        said != null && !said.votes().isEmpty(),
                        "tolerance",
                        rounds.current(task.program()).tolerance()),
                "maturity.voteMaturity.button");
    }

    private @Nullable Ballot said(WorkItem task) {
        String person = task.assignee();
        return person == null ? null : early.waiting(task.program(), person).orElse(null);
    }

    private @Nullable String seat(String program, String person, Function<Member, @Nullable String> where) {
        return team.members(program).stream()
                .filter(member -> member.person().equals(person))
                .map(where)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What this round takes over from other programs: nobody has to answer it. */
    private Map<String, Taken> settled(WorkItem task) {
        return known.taken(task.program(), rounds.current(task.program()).number());
    }

    /** One dimension as asked: the level given, or answered without one because it cannot be judged; and what is held. */
    record Question(
            Dimension dimension,
            @Nullable Integer level,
            boolean answered,
            @Nullable Standing standing,
            @Nullable Taken taken) {}

    record Wish(String years, @Nullable Integer level) {}
}
