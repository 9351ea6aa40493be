package org.waymark.model.maturity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChasmCondition;
import org.waymark.catalogue.Dimension;
import org.waymark.stage.Ask;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Fact;
import org.waymark.stage.Mine;
import org.waymark.stage.StageModel;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The third stage: where we are and where we want to be. */
@Component
class MaturityModel implements StageModel {

    private final Catalogue catalogue;
    private final Team team;
    private final Rounds rounds;
    private final Agreements agreements;
    private final Ballots ballots;
    private final KnownLevels held;
    private final MaturityRecord documents;
    private final MovementRecord movement;
    private final Perception perception;
    private final Texts texts;
    private final Clock clock;

    MaturityModel(
            Catalogue catalogue,
            Team team,
            Rounds rounds,
            Agreements agreements,
            Ballots ballots,
            KnownLevels held,
            MaturityRecord documents,
            MovementRecord movement,
            Perception perception,
            Texts texts,
            Clock clock) {
        this.catalogue = catalogue;
        this.team = team;
        this.rounds = rounds;
        this.agreements = agreements;
        this.ballots = ballots;
        this.held = held;
        this.documents = documents;
        this.movement = movement;
        this.perception = perception;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String stage() {
        return "maturity";
    }

    @Override
    public int position() {
        return 3;
    }

    @Override
    public void open(String program, int round) {
        int raters = MaturityProcess.raters(team, program).size();
        if (raters == 0) {
            throw Refusal.invalid("maturity.noRaters", program);
        }
        rounds.open(program, round, raters);
        held.open(program, round);
    }

    /** What was agreed about the company is true of it from now on. */
    @Override
    public void passed(String program, int round) {
        held.hold(program, rounds.current(program).number());
    }

    @Override
    public List<Fact> facts(String program) {
        Round round = rounds.current(program);
        Agreement agreed = agreements.of(program, round.number()).orElseGet(Agreement::blank);
        List<String> dimensions =
                catalogue.dimensions().stream().map(Dimension::id).toList();
        long withoutLevel = dimensions.stream()
                .filter(dimension -> agreed.level(dimension).level() == null)
                .count();
        long unspoken = dimensions.stream()
                .filter(dimension -> round.verdict(dimension).discuss()
                        && !agreed.level(dimension).spokenAbout())
                .count();
        long unanswered = !agreed.reachesBeyondTheChasm()
                ? 0
                : catalogue.chasmConditions().stream()
                        .map(ChasmCondition::id)
                        .filter(condition -> agreed.crossing(condition).state() == null)
                        .count();
        return List.of(
                Fact.count("dimensionsWithoutLevel", withoutLevel),
                Fact.count("chasmSplitsUnrecorded", AgreeMaturity.unrecorded(round, agreed)),
                Fact.count("discussionsUnrecorded", unspoken),
                Fact.yesNo("ambitionStated", agreed.ambitionStated()),
                Fact.count("chasmConditionsUnanswered", unanswered),
                Fact.percent("votedPercent", percent(round.voted(), round.invited())),
                Fact.count(
                        "overallLevel",
                        agreed.overall(dimensions).map(Overall::level).orElse(0)),
                new Fact("meanAgreement", meanAgreement(round).orElse(BigDecimal.ZERO), "ratio"));
    }

    @Override
    public Document record(String program) {
        Round round = rounds.current(program);
        int last = agreements.latest(program, round.number());
        int earlier = agreements.latest(program, last - 1);
        Round shown = last == 0 || last == round.number() ? round : rounds.of(program, last);
        Agreement agreed = agreements.of(program, last).orElseGet(Agreement::blank);
        Agreement before = agreements.of(program, earlier).orElseGet(Agreement::blank);
        Document drawn = documents.draw(program, shown, agreed);
        if (earlier == 0) {
            return drawn;
        }
        Round then = rounds.of(program, earlier);
        boolean withGroups = shown.gapOpen(clock) && then.gapOpen(clock);
        List<Section> sections = new ArrayList<>(drawn.sections());
        sections.addAll(1, movement.draw(shown, agreed, then, before, withGroups));
        return new Document(drawn.headline(), sections);
    }

    /** For the sponsor the way to the private page; for whoever voted their own ballot beside the middle votes. */
    @Override
    public Mine mine(String program, String person) {
        Round round = rounds.current(program);
        List<Section> sections = !round.revealed()
                ? List.of()
                : ballots.of(program, round.number(), person).stream()
                        .map(own -> perception.byVoter(
                                round,
                                own,
                                agreements.of(program, round.number()).orElseGet(Agreement::blank)))
                        .toList();
        return round.number() > 0 && team.holding(program, Part.SPONSOR).contains(person)
                ? new Mine(
                        sections, "/programs/" + program + "/maturity/perception", texts.of("maturity.perception.link"))
                : new Mine(sections);
    }

    @Override
    public String elsewhere() {
        return "maturity.record.contrasts";
    }

    @Override
    public String contribution() {
        return "voteMaturity";
    }

    @Override
    public List<String> agreeing() {
        return List.of("agreeMaturity");
    }

    @Override
    public List<Ask> asks() {
        return List.of(new Ask("voteMaturity", "RATER", 10), new Ask("agreeMaturity", "MANAGER", 30));
    }

    @Override
    public Map<String, String> measures(String program) {
        Round round = rounds.current(program);
        Map<String, String> measures = new LinkedHashMap<>();
        meanAgreement(round).ifPresent(mean -> {
            measures.put("meanAgreement", mean.toPlainString());
            measures.put(
                    "chasmSplits",
                    String.valueOf(catalogue.dimensions().stream()
                            .filter(dimension -> round.verdict(dimension.id()) == Spread.Verdict.SPLIT)
                            .count()));
        });
        agreements
                .of(program, round.number())
                .map(Agreement::sentence)
                .filter(sentence -> !Agreement.blank(sentence))
                .ifPresent(sentence -> measures.put("ambition", String.valueOf(sentence)));
        return measures;
    }

    /** The mean over the dimensions with enough votes to be shown; nothing before the reveal. */
    private Optional<BigDecimal> meanAgreement(Round round) {
        List<BigDecimal> each = catalogue.dimensions().stream()
                .map(dimension -> round.spread(dimension.id()))
                .filter(Spread::showable)
                .map(Spread::agreement)
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(each.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(each.size()), 3, RoundingMode.HALF_UP));
    }

    private static BigDecimal percent(int part, int whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 0, RoundingMode.DOWN);
    }
}
