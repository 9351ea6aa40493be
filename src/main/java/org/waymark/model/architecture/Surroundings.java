package org.waymark.model.architecture;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Component;
import org.waymark.catalogue.Cost;
import org.waymark.model.usecases.FirstWave;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Team;

/** What the decisions stand in: the catalogue's components, the first wave's needs, the program's team. */
@org.springframework.stereotype.Component
class Surroundings {

    private final Catalogue catalogue;
    private final FirstWave firstWave;
    private final Programs programs;
    private final Team team;

    Surroundings(Catalogue catalogue, FirstWave firstWave, Programs programs, Team team) {
        this.catalogue = catalogue;
        this.firstWave = firstWave;
        this.programs = programs;
        this.team = team;
    }

    List<Component> components() {
        return catalogue.components();
    }

    Need need(String program) {
        return new Need(firstWave.capabilities(program), catalogue.components());
    }

    /** A lite program decides only what its first wave touches; others see the whole catalogue. */
    List<Component> inScope(String program, Need need) {
        boolean lite = programs.get(program).isLite();
        return lite && !need.needed().isEmpty()
                ? components().stream().filter(need::needs).toList()
                : components();
    }

    /** The ways money goes out that a decision can point back to (dcfts.md 3.4). */
    List<Cost> costs() {
        return catalogue.costs();
    }

    Set<String> costIds() {
        return costs().stream().map(Cost::id).collect(Collectors.toSet());
    }

    Set<String> technologies() {
        return catalogue.capabilities().stream()
                .filter(capability -> "technology".equalsIgnoreCase(capability.type()))
                .map(Capability::id)
                .collect(Collectors.toSet());
    }

    /** By component: who accepted a use case that needs it knows best what it has to do. */
    Map<String, String> likelyOwners(String program) {
        Map<String, String> owners = new HashMap<>();
        for (FirstWave.Work work : firstWave.work(program)) {
            team.lead(program, work.accepting())
                    .ifPresent(lead -> components().stream()
                            .filter(component ->
                                    component.capabilities().stream().anyMatch(work.capabilities()::contains))
                            .forEach(component -> owners.putIfAbsent(component.id(), lead)));
        }
        return owners;
    }

    List<FirstWave.Work> work(String program) {
        return firstWave.work(program);
    }

    Map<String, LocalDate> promised(String program) {
        return firstWave.promised(program);
    }

    String useCaseName(String program, String useCase) {
        return firstWave.nameOf(program, useCase);
    }

    String costName(String cost) {
        return catalogue.cost(cost).name();
    }

    /** Everybody in the team, each once. */
    List<String> people(String program) {
        return team.of(program);
    }

    String currency(String program) {
        return programs.get(program).currency();
    }

    String nameOf(String component) {
        return catalogue.component(component).name();
    }

    String capabilityName(String capability) {
        return catalogue.capability(capability).name();
    }
}
