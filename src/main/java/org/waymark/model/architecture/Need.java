package org.waymark.model.architecture;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waymark.catalogue.Component;

/** What the first wave needs of the architecture. */
record Need(Set<String> capabilities, List<Component> components) {

    Need {
        capabilities = Set.copyOf(capabilities);
        components = List.copyOf(components);
    }

    /** Whether the first wave needs a capability that this component carries. */
    boolean needs(Component component) {
        return component.capabilities().stream().anyMatch(capabilities::contains);
    }

    Set<String> needed() {
        Set<String> ids = new LinkedHashSet<>();
        components.stream().filter(this::needs).forEach(component -> ids.add(component.id()));
        return ids;
    }

    /**
     * Needed capabilities that no decided component will carry. People and ways of working that no component could carry
     * are no gap of the architecture; a technology is one even when the catalogue knows no component for it.
     */
    Set<String> gaps(Set<String> technologies, Collection<ComponentDecision> decisions) {
        Set<String> provided = new LinkedHashSet<>();
        for (ComponentDecision decision : decisions) {
            if (decision.decision().provides()) {
                components.stream()
                        .filter(component -> component.id().equals(decision.component()))
                        .forEach(component -> provided.addAll(component.capabilities()));
            }
        }
        Set<String> gaps = new LinkedHashSet<>();
        for (String capability : capabilities) {
            boolean carried = components.stream()
                    .anyMatch(component -> component.capabilities().contains(capability));
            if ((carried || technologies.contains(capability)) && !provided.contains(capability)) {
                gaps.add(capability);
            }
        }
        return gaps;
    }
}
