package org.waymark.model.maturity;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.waymark.stage.Fact;
import org.waymark.stage.StageModel;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** The third stage: where we are and where we want to be. */
@Component
class MaturityModel implements StageModel {

    private final Catalogue catalogue;
    private final Team team;
    private final Rounds rounds;
    private final Agreements agreements;
    private final MaturityRecord documents;

    MaturityModel(Catalogue catalogue, Team team, Rounds rounds, Agreements agreements, MaturityRecord documents) {
        this.catalogue = catalogue;
        this.team = team;
        this.rounds = rounds;
        this.agreements = agreements;
        this.documents = documents;
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
                .filter(dimension -> round.spread(dimension).verdict().discuss()
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
        return documents.draw(
                last == 0 || last == round.number() ? round : rounds.of(program, last),
                agreements.of(program, last).orElseGet(Agreement::blank),
                agreements.of(program, agreements.latest(program, last - 1)).orElseGet(Agreement::blank));
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
                            .filter(dimension -> round.spread(dimension.id()).chasmSplit())
                            .count()));
        });
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
