package org.waymark.model.architecture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.catalogue.Component;
import org.waymark.model.usecases.FirstWave;
import org.waymark.stage.Fact;

/** What the decisions mean for the use cases of the first wave (rules 3 and 4 of dcfts.md 3.7). */
record WaveLinks(
        List<FirstWave.Work> work,
        Map<String, LocalDate> promised,
        List<Component> components,
        List<ComponentDecision> decisions,
        Set<String> gaps,
        LocalDate today) {

    /** A use case that waits for a component which is not connected by the day its first result is promised. */
    record Late(String useCase, String component, LocalDate promised) {}

    /** A use case that needs a capability no component carries. */
    record Gap(String useCase, String capability) {}

    List<Late> late() {
        Map<String, Component> byId = new HashMap<>();
        components.forEach(component -> byId.put(component.id(), component));
        List<Late> late = new ArrayList<>();
        for (FirstWave.Work one : work) {
            LocalDate day = promised.get(one.useCase());
            for (ComponentDecision decision : decisions) {
                Component component = byId.get(decision.component());
                if (day != null
                        && component != null
                        && decision.decision() == Decision.INTEGRATE
                        && component.capabilities().stream().anyMatch(one.capabilities()::contains)
                        && missed(decision.dossier().live(), day)) {
                    late.add(new Late(one.useCase(), decision.component(), day));
                }
            }
        }
        return late;
    }

    private boolean missed(@org.jspecify.annotations.Nullable LocalDate live, LocalDate promised) {
        return live == null ? today.isAfter(promised) : live.isAfter(promised);
    }

    List<Gap> gapsOfUseCases() {
        List<Gap> found = new ArrayList<>();
        for (FirstWave.Work one : work) {
            one.capabilities().stream()
                    .filter(gaps::contains)
                    .forEach(capability -> found.add(new Gap(one.useCase(), capability)));
        }
        return found;
    }

    List<Fact> facts() {
        Set<String> amber = new LinkedHashSet<>();
        late().forEach(one -> amber.add(one.useCase()));
        Set<String> gapped = new LinkedHashSet<>();
        gapsOfUseCases().forEach(one -> gapped.add(one.useCase()));
        return List.of(
                Fact.count("useCasesWaitingForConnection", amber.size()),
                Fact.count("useCasesWithoutComponent", gapped.size()));
    }
}
