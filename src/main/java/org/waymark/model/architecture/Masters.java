package org.waymark.model.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which component is the master of which kind of data; two for one is a quarrel to settle first. */
record Masters(Map<DataDomain, List<String>> components) {

    static Masters of(Collection<ComponentDecision> decisions) {
        Map<DataDomain, List<String>> masters = new EnumMap<>(DataDomain.class);
        for (ComponentDecision decision : decisions) {
            DataDomain domain = decision.masterOf();
            // what is switched off hands its data on
            if (domain != null && decision.decision() != Decision.RETIRE) {
                masters.computeIfAbsent(domain, one -> new ArrayList<>()).add(decision.component());
            }
        }
        return new Masters(masters);
    }

    List<DataDomain> contested() {
        return components.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> of(DataDomain domain) {
        return components.getOrDefault(domain, List.of());
    }
}
