package org.waymark.model.maturity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Dimension;
import org.waymark.company.Company;
import org.waymark.company.Difference;
import org.waymark.company.HeldLevels;
import org.waymark.company.Standing;
import org.waymark.company.Taken;
import org.waymark.model.capabilities.AgreedCapabilities;

/** Where the company stands as other programs agreed it: what a round need not ask, and what it gives back at its gate. */
@Component("maturityKnownLevels")
class KnownLevels {

    private final HeldLevels held;
    private final AgreedCapabilities capabilities;
    private final Catalogue catalogue;

    KnownLevels(Company company, AgreedCapabilities capabilities, Catalogue catalogue) {
        this.held = new HeldLevels(company, "MATURITY");
        this.capabilities = capabilities;
        this.catalogue = catalogue;
    }

    /** What other programs agreed; a dimension that a gap of this program is about to move is asked again. */
    Map<String, Standing> standings(String program) {
        Set<String> moved = capabilities.of(program).stream()
                .filter(capability -> capability.need() > capability.have())
                .map(capability -> catalogue.capability(capability.id()).moves())
                .collect(Collectors.toSet());
        return held.standings(program, new LinkedHashSet<>(dimensions()), moved::contains);
    }

    void open(String program, int round) {
        held.open(program, round, standings(program));
    }

    Map<String, Taken> taken(String program, int round) {
        return held.taken(program, round);
    }

    /** What we propose: what is held, unless enough people voted on it all the same to be shown; else the middle vote. */
    static Optional<Integer> offered(Round round, Map<String, Taken> taken, String dimension) {
        Taken staying = staying(round, taken, dimension);
        return staying != null ? Optional.of(staying.level()) : round.proposal(dimension);
    }

    /** A few voices against what is held are heard by the group, but outvote nobody. */
    static @Nullable Taken staying(Round round, Map<String, Taken> taken, String dimension) {
        Taken held = taken.get(dimension);
        return held == null || round.spread(dimension).showable() ? null : held;
    }

    /** Claims the levels this program found itself, for the gate to make true. */
    void claim(String program, Round round, Agreement agreed) {
        Map<String, Taken> taken = taken(program, round.number());
        Map<String, Integer> levels = levels(agreed);
        Set<String> kept = taken.keySet().stream()
                .filter(dimension -> {
                    Taken staying = staying(round, taken, dimension);
                    return staying != null && Integer.valueOf(staying.level()).equals(levels.get(dimension));
                })
                .collect(Collectors.toSet());
        held.claim(program, round.number(), levels, kept);
    }

    void hold(String program, int round) {
        held.hold(program, round);
    }

    void correct(String program, int round, String dimension, int level) {
        held.correct(program, round, dimension, level);
    }

    List<Difference> differences(String program, Agreement agreed) {
        return held.differences(program, levels(agreed));
    }

    private Map<String, Integer> levels(Agreement agreed) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (String dimension : dimensions()) {
            Integer level = agreed.level(dimension).level();
            if (level != null) {
                levels.put(dimension, level);
            }
        }
        return levels;
    }

    private List<String> dimensions() {
        return catalogue.dimensions().stream().map(Dimension::id).toList();
    }
}
