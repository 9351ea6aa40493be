package org.waymark.model.capabilities;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Team;

/**
 * Whom we ask about which capability: those whose function the served values concern, as long as three of them rate;
 * nobody about what the company knows.
 */
@Component
class Asking {

    /** Fewer raters than this would say nothing about a spread, so then everybody is asked. */
    private static final int ENOUGH = 3;

    private final CapabilityVotes votes;
    private final KnownCapabilities known;
    private final Catalogue catalogue;
    private final Team team;

    Asking(CapabilityVotes votes, KnownCapabilities known, Catalogue catalogue, Team team) {
        this.votes = votes;
        this.known = known;
        this.catalogue = catalogue;
        this.team = team;
    }

    /** The capabilities this person is asked to rate; the others they may rate. */
    Set<String> of(String program, String person, Serving.Picture picture) {
        Round round = votes.newest(program).orElse(null);
        List<String> raters = round == null ? List.of() : votes.asked(program, round.round());
        Set<String> settled =
                round == null ? Set.of() : known.taken(program, round.round()).keySet();
        Map<String, Set<String>> functions = new LinkedHashMap<>();
        for (Member member : team.members(program)) {
            if (member.function() != null && raters.contains(member.person())) {
                functions
                        .computeIfAbsent(member.person(), any -> new HashSet<>())
                        .add(member.function());
            }
        }
        Set<String> asked = new LinkedHashSet<>();
        for (Capability capability : picture.capabilities()) {
            if (settled.contains(capability.id())) {
                continue;
            }
            Set<String> concerned = concerned(capability, picture);
            List<String> knowing = functions.entrySet().stream()
                    .filter(entry -> entry.getValue().stream().anyMatch(concerned::contains))
                    .map(Map.Entry::getKey)
                    .toList();
            if (knowing.size() < ENOUGH || knowing.contains(person)) {
                asked.add(capability.id());
            }
        }
        return asked;
    }

    /** The functions of the agreed values that this capability serves. */
    private Set<String> concerned(Capability capability, Serving.Picture picture) {
        Set<String> functions = new HashSet<>();
        picture.values().stream()
                .filter(value -> capability.serves().contains(value.id()))
                .map(value -> catalogue.value(value.id()))
                .map(Value::functions)
                .forEach(functions::addAll);
        return functions;
    }
}
