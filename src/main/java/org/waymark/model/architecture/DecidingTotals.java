package org.waymark.model.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What changes while the architect types: how much is decided, what quarrels, what stays without a component. */
@Component
class DecidingTotals {

    /** The fits speak for something else than what is decided. */
    record Hint(String component, String speaksFor) {}

    record Master(String domain, List<String> components, boolean contested) {}

    private final Surroundings surroundings;
    private final HeldDecisions held;
    private final Words words;

    DecidingTotals(Surroundings surroundings, HeldDecisions held, Words words) {
        this.surroundings = surroundings;
        this.held = held;
        this.words = words;
    }

    Map<String, Object> of(String program, Need need, List<ComponentDecision> decided) {
        Map<String, Object> model = new LinkedHashMap<>();
        Set<String> needed = need.needed();
        model.put("needed", needed.size());
        model.put(
                "neededDecided",
                decided.stream().filter(one -> needed.contains(one.component())).count());
        model.put(
                "counts",
                decided.stream()
                        .collect(Collectors.groupingBy(
                                one -> one.decision().name(), LinkedHashMap::new, Collectors.counting())));
        model.put("hints", hints(decided));
        model.put("masters", masters(Masters.of(decided)));
        model.put(
                "gaps",
                need.gaps(surroundings.technologies(), decided).stream()
                        .map(surroundings::capabilityName)
                        .toList());
        List<Words.Contrast> contrasts = new ArrayList<>(words.components(held.components(program, decided)));
        contrasts.addAll(words.masters(held.masters(program, decided)));
        model.put("contrasts", contrasts);
        return model;
    }

    private List<Hint> hints(List<ComponentDecision> decided) {
        List<Hint> hints = new ArrayList<>();
        for (ComponentDecision one : decided) {
            List<Decision> speaksFor = one.suggested();
            if (!speaksFor.isEmpty() && !speaksFor.contains(one.decision())) {
                hints.add(new Hint(
                        surroundings.nameOf(one.component()),
                        words.decisions(speaksFor.stream().map(Decision::name).toList())));
            }
        }
        return hints;
    }

    private List<Master> masters(Masters masters) {
        List<Master> list = new ArrayList<>();
        masters.components()
                .forEach((domain, components) -> list.add(new Master(
                        words.domain(domain),
                        components.stream().map(surroundings::nameOf).toList(),
                        components.size() > 1)));
        return list;
    }
}
