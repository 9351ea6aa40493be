package org.waymark.model.capabilities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.model.capabilities.CapabilityAgreements.Agreed;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.stage.Ask;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.Mine;
import org.waymark.stage.StageModel;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Stage two: what it takes to bring the agreed values, and what is missing. */
@Component
class CapabilitiesModel implements StageModel {

    private final CapabilityVotes votes;
    private final CapabilityAgreements agreements;
    private final CapabilitiesRecord record;
    private final RatingsRecord ratings;
    private final Serving serving;
    private final KnownCapabilities known;
    private final Programs programs;
    private final Team team;

    CapabilitiesModel(
            CapabilityVotes votes,
            CapabilityAgreements agreements,
            CapabilitiesRecord record,
            RatingsRecord ratings,
            Serving serving,
            KnownCapabilities known,
            Programs programs,
            Team team) {
        this.votes = votes;
        this.agreements = agreements;
        this.record = record;
        this.ratings = ratings;
        this.serving = serving;
        this.known = known;
        this.programs = programs;
        this.team = team;
    }

    @Override
    public String stage() {
        return "capabilities";
    }

    @Override
    public int position() {
        return 2;
    }

    /** Function leads rate; in a small program the manager rates alone. */
    static Set<String> raters(Program program, Team team) {
        return program.isLite()
                ? Set.of(team.manager(program.code()))
                : new LinkedHashSet<>(team.holding(program.code(), Part.FUNCTION_LEAD));
    }

    /** Asks them, and nobody about what the company knows. */
    @Override
    public void open(String program, int round) {
        if (votes.newest(program).filter(newest -> newest.round() >= round).isPresent()) {
            return;
        }
        Set<String> raters = raters(programs.get(program), team);
        if (raters.isEmpty()) {
            throw Refusal.conflict("capabilities.nobody", program);
        }
        Serving.Picture picture = serving.of(program);
        if (picture.capabilities().isEmpty()) {
            throw Refusal.conflict("capabilities.nothingToRate", program);
        }
        votes.open(program, round, List.copyOf(raters));
        known.open(program, round, picture);
    }

    /** What was agreed about the company is true of it from now on. */
    @Override
    public void passed(String program, int round) {
        votes.newest(program).ifPresent(newest -> known.hold(program, newest.round()));
    }

    @Override
    public List<Fact> facts(String program) {
        Optional<Round> round = votes.newest(program);
        // What an earlier round agreed is kept, but a gate measures this round.
        Map<String, Agreed> agreed = new LinkedHashMap<>();
        round.flatMap(r -> agreements.newest(program).filter(number -> number == r.round()))
                .ifPresent(
                        number -> agreements.capabilities(program, number).forEach(one -> agreed.put(one.id(), one)));
        Serving.Picture picture = serving.of(program);
        List<Gap> gaps = gaps(picture, agreed);
        return List.of(
                Fact.count(
                        "capabilitiesWithoutNeedOrHave",
                        gaps.stream().filter(gap -> !gap.known()).count()),
                Fact.count(
                        "topGapsWithoutOwner",
                        Gap.topTen(gaps).stream()
                                .filter(gap -> !owned(program, agreed.get(gap.id())))
                                .count()),
                Fact.count(
                        "toolWithoutTeamUnexplained",
                        Gap.toolsWithoutTeam(gaps).stream()
                                .filter(id -> !explained(agreed.get(id)))
                                .count()),
                Fact.count("valuesWithoutCapability", picture.unserved().size()),
                Fact.percent("recallMatchPercent", round.map(Round::recallMatch).orElse(BigDecimal.ZERO)));
    }

    static List<Gap> gaps(Serving.Picture picture, Map<String, Agreed> agreed) {
        return picture.capabilities().stream()
                .map(capability -> gap(capability, agreed.get(capability.id()), picture))
                .collect(Collectors.toList());
    }

    private static Gap gap(Capability capability, @Nullable Agreed agreed, Serving.Picture picture) {
        return new Gap(
                capability.id(),
                capability.type(),
                capability.motion(),
                agreed == null ? null : agreed.need(),
                agreed == null ? null : agreed.have(),
                picture.carried(capability.id()));
    }

    private boolean owned(String program, @Nullable Agreed agreed) {
        return agreed != null && agreed.owner() != null && team.includes(program, agreed.owner());
    }

    private static boolean explained(@Nullable Agreed agreed) {
        return agreed != null && agreed.reason() != null;
    }

    @Override
    public Document record(String program) {
        return record.of(program);
    }

    /** A rater's own levels beside what all said; only of a closed round that enough people answered. */
    @Override
    public Mine mine(String program, String person) {
        Map<String, Integer> agreed = new LinkedHashMap<>();
        agreements
                .newest(program)
                .ifPresent(round ->
                        agreements.capabilities(program, round).forEach(one -> agreed.put(one.id(), one.have())));
        return votes.newest(program)
                .filter(round -> !round.open() && round.enoughToShow())
                .flatMap(round -> votes.of(program, round.round(), person)
                        .map(own -> new Mine(List.of(ratings.mine(program, round, own, agreed)))))
                .orElse(Mine.NOTHING);
    }

    @Override
    public String elsewhere() {
        return "capabilities.record.contrasts";
    }

    @Override
    public String contribution() {
        return "rateCapabilities";
    }

    @Override
    public List<String> agreeing() {
        return List.of("agreeCapabilities");
    }

    @Override
    public List<Ask> asks() {
        return List.of(new Ask("rateCapabilities", "FUNCTION_LEAD", 10), new Ask("agreeCapabilities", "MANAGER", 25));
    }

    /** The third part of alignment: the share of people who name the agreed top three unprompted. */
    @Override
    public Map<String, String> measures(String program) {
        Map<String, String> measures = new LinkedHashMap<>();
        votes.newest(program).filter(Round::enoughToShow).ifPresent(round -> {
            put(measures, "recallMatch", round.recallMatch());
            put(measures, "recallOverlap", round.recallOverlap());
        });
        return measures;
    }

    private static void put(Map<String, String> measures, String name, @Nullable BigDecimal percent) {
        if (percent != null) {
            measures.put(
                    name,
                    percent.movePointLeft(2).setScale(2, RoundingMode.HALF_UP).toPlainString());
        }
    }
}
