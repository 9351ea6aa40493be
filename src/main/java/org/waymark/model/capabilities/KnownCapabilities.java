package org.waymark.model.capabilities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.company.Company;
import org.waymark.company.Difference;
import org.waymark.company.HeldLevels;
import org.waymark.company.Standing;
import org.waymark.company.Taken;

/** What there is of each capability as other programs agreed it: what a round need not ask, and what it gives back. */
@Component
class KnownCapabilities {

    private final HeldLevels held;

    KnownCapabilities(Company company) {
        this.held = new HeldLevels(company, "CAPABILITY");
    }

    /** What other programs agreed; what this program's values need more of than there is gets asked again. */
    Map<String, Standing> standings(String program, Serving.Picture picture) {
        Map<String, Integer> needs = picture.needs();
        Map<String, Integer> have = new LinkedHashMap<>();
        Map<String, Standing> known = held.standings(program, picture.carried().keySet(), any -> false);
        known.forEach(
                (id, standing) -> have.put(id, Integer.valueOf(standing.truth().said())));
        return held.standings(
                program,
                picture.carried().keySet(),
                id -> needs.getOrDefault(id, 0) > have.getOrDefault(id, Need.MOST));
    }

    void open(String program, int round, Serving.Picture picture) {
        held.open(program, round, standings(program, picture));
    }

    Map<String, Taken> taken(String program, int round) {
        return held.taken(program, round);
    }

    /** Claims how much there is as this program found it, for the gate to make true. */
    void claim(String program, int round, List<CapabilityAgreements.Agreed> agreed, Map<String, Spread> spreads) {
        Map<String, Taken> taken = taken(program, round);
        Map<String, Integer> levels = levels(agreed);
        Set<String> kept = taken.keySet().stream()
                .filter(id -> {
                    Taken staying = staying(taken, spreads, id);
                    return staying != null && Integer.valueOf(staying.level()).equals(levels.get(id));
                })
                .collect(Collectors.toSet());
        held.claim(program, round, levels, kept);
    }

    /** A few voices against what is held are heard by the group, but outvote nobody. */
    static @Nullable Taken staying(Map<String, Taken> taken, Map<String, Spread> spreads, String id) {
        Spread spread = spreads.get(id);
        return spread == null || !spread.showable() ? taken.get(id) : null;
    }

    void hold(String program, int round) {
        held.hold(program, round);
    }

    void correct(String program, int round, String id, int have) {
        held.correct(program, round, id, have);
    }

    List<Difference> differences(String program, List<CapabilityAgreements.Agreed> agreed) {
        return held.differences(program, levels(agreed));
    }

    private static Map<String, Integer> levels(List<CapabilityAgreements.Agreed> agreed) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        agreed.forEach(one -> levels.put(one.id(), one.have()));
        return levels;
    }
}
