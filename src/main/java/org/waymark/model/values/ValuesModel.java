package org.waymark.model.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.model.values.ValueAgreements.Agreed;
import org.waymark.model.values.ValueAgreements.Agreement;
import org.waymark.model.values.ValueAgreements.Said;
import org.waymark.stage.Ask;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.Mine;
import org.waymark.stage.StageModel;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Stage one: what is worth doing, for the customer and for the company. */
@Component
class ValuesModel implements StageModel {

    private final ValueVotes votes;
    private final ValueAgreements agreements;
    private final ValuesRecord record;
    private final Catalogue catalogue;
    private final Team team;
    private final Scorecards scorecards;
    private final WeighingRecord weighing;

    ValuesModel(
            ValueVotes votes,
            ValueAgreements agreements,
            ValuesRecord record,
            Catalogue catalogue,
            Team team,
            Scorecards scorecards,
            WeighingRecord weighing) {
        this.votes = votes;
        this.agreements = agreements;
        this.record = record;
        this.catalogue = catalogue;
        this.team = team;
        this.scorecards = scorecards;
        this.weighing = weighing;
    }

    @Override
    public String stage() {
        return "values";
    }

    @Override
    public int position() {
        return 1;
    }

    @Override
    public void open(String program, int round) {
        if (votes.newest(program).filter(newest -> newest.round() >= round).isPresent()) {
            return;
        }
        List<String> people = team.stakeholders(program);
        if (people.isEmpty()) {
            throw Refusal.conflict("values.nobody", program);
        }
        votes.open(program, round, people);
    }

    @Override
    public List<Fact> facts(String program) {
        Optional<Round> round = votes.newest(program);
        // What an earlier round agreed is kept, but a gate measures this round.
        Optional<Agreement> agreement = agreements
                .newest(program)
                .filter(agreed -> round.filter(r -> r.round() == agreed.round()).isPresent());
        List<Agreed> values =
                agreement.map(a -> agreements.values(program, a.round())).orElse(List.of());
        Set<String> evidenced = agreement
                .map(a -> agreements.evidence(program, a.round()).stream().map(Said::id))
                .map(ids -> ids.collect(Collectors.toSet()))
                .orElse(new HashSet<>());
        boolean reasoned = agreement.map(Agreement::reason).isPresent();
        Set<String> lenses =
                values.stream().map(value -> catalogue.value(value.id()).lens()).collect(Collectors.toSet());
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.count("valuesAgreed", values.size()),
                Fact.percent("weighedPercent", round.map(Round::answeredPercent).orElse(BigDecimal.ZERO)),
                Fact.count("valuesWithoutOwner", without(values, value -> owned(program, value))),
                Fact.count("valuesWithoutMeasureOrBaseline", without(values, ValuesModel::checkable)),
                Fact.count(
                        "topThreeWithoutEvidence",
                        without(
                                values.subList(0, Math.min(LensCover.TOP, values.size())),
                                value -> evidenced.contains(value.id()))),
                Fact.count(
                        "lensesMissingWithoutReason",
                        reasoned ? 0 : LensCover.missing(lenses).size())));
        facts.addAll(scorecards.facts(program));
        return facts;
    }

    private static long without(List<Agreed> values, Predicate<Agreed> has) {
        return values.stream().filter(has.negate()).count();
    }

    private boolean owned(String program, Agreed value) {
        String owner = value.owner();
        return owner != null && team.includes(program, owner);
    }

    private static boolean checkable(Agreed value) {
        return !value.measure().isBlank() && (value.baseline() != null || value.toBeMeasured());
    }

    @Override
    public Document record(String program) {
        return record.of(program);
    }

    /** A weigher's own points beside the group's; only of a closed round that enough people answered. */
    @Override
    public Mine mine(String program, String person) {
        return votes.newest(program)
                .filter(round -> !round.open() && round.enoughToShow())
                .flatMap(round -> votes.of(program, round.round(), person)
                        .map(own -> new Mine(List.of(weighing.mine(program, round, own)))))
                .orElse(Mine.NOTHING);
    }

    @Override
    public String contribution() {
        return "weighValues";
    }

    @Override
    public List<String> agreeing() {
        return List.of("agreeValues");
    }

    @Override
    public List<Ask> asks() {
        return List.of(new Ask("weighValues", "STAKEHOLDER", 10), new Ask("agreeValues", "MANAGER", 30));
    }

    /** Two of the parts of alignment, as ratios; left out while there are too few to show. */
    @Override
    public Map<String, String> measures(String program) {
        Map<String, String> measures = new LinkedHashMap<>();
        votes.newest(program).filter(Round::enoughToShow).ifPresent(round -> {
            put(measures, "valuesConcordance", round.concordance());
            put(measures, "topThreeOverlap", round.topThreeOverlap());
        });
        return measures;
    }

    private static void put(Map<String, String> measures, String name, @Nullable BigDecimal ratio) {
        if (ratio != null) {
            measures.put(name, ratio.setScale(2, RoundingMode.HALF_UP).toPlainString());
        }
    }
}
