package org.waymark.model.usecases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.waymark.catalogue.Catalogue;

/** What the program brings to life first, for the stages that come after. */
@Service
public class FirstWave {

    private final UseCaseStore store;
    private final Catalogue catalogue;

    FirstWave(UseCaseStore store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /** The ids of the use cases in the first wave, earliest first; empty before there is a plan. */
    public List<String> of(String program) {
        return store.wave(program).stream().map(Planned::useCase).toList();
    }

    /** The ids of the capabilities those use cases need. */
    public Set<String> capabilities(String program) {
        Set<String> needed = new LinkedHashSet<>();
        of(program).forEach(id -> needed.addAll(catalogue.useCase(id).capabilities()));
        return needed;
    }

    /** Which function accepted which use case of the first wave, and what it needs for it. */
    public List<Work> work(String program) {
        List<String> wave = of(program);
        return store.choices(program).stream()
                .filter(choice -> wave.contains(choice.useCase()) && choice.accepting() != null)
                .map(choice -> new Work(
                        choice.useCase(),
                        String.valueOf(choice.accepting()),
                        catalogue.useCase(choice.useCase()).capabilities()))
                .toList();
    }

    /** A use case of the first wave, the function that accepted it and the capabilities it needs. */
    public record Work(String useCase, String accepting, List<String> capabilities) {}
}
