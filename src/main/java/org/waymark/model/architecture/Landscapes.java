package org.waymark.model.architecture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts together what is decided, reviewed and needed in a program. */
@Component
class Landscapes {

    private final ArchitectureStore store;
    private final Surroundings surroundings;
    private final Reviewing reviewing;

    Landscapes(ArchitectureStore store, Surroundings surroundings, Reviewing reviewing) {
        this.store = store;
        this.surroundings = surroundings;
        this.reviewing = reviewing;
    }

    Landscape of(String program) {
        return new Landscape(
                surroundings.need(program),
                surroundings.technologies(),
                store.decisions(program),
                store.reviews(program));
    }

    /** What the decisions mean for the use cases of the first wave. */
    WaveLinks links(String program, Landscape landscape) {
        return new WaveLinks(
                surroundings.work(program),
                surroundings.promised(program),
                surroundings.components(),
                landscape.decisions(),
                landscape.gaps(),
                store.today());
    }

    /** Business owners with a component nobody has given a verdict on. */
    Set<String> silent(String program) {
        List<Review> reviews = store.reviews(program);
        Set<String> silent = new LinkedHashSet<>();
        for (ComponentDecision decision : store.decisions(program)) {
            String owner = decision.businessOwner();
            if (owner != null
                    && reviews.stream().noneMatch(review -> review.component().equals(decision.component()))) {
                silent.add(owner);
            }
        }
        return silent;
    }

    List<String> owners(String program) {
        return List.copyOf(reviewing.owners(program));
    }
}
