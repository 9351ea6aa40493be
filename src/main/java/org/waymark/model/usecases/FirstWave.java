package org.waymark.model.usecases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What the program brings to life first, for the stages that come after. */
@Service
public class FirstWave {

    private final UseCaseStore store;
    private final UseCaseBook book;

    FirstWave(UseCaseStore store, UseCaseBook book) {
        this.store = store;
        this.book = book;
    }

    /** The ids of the use cases in the first wave, earliest first; empty before there is a plan. */
    public List<String> of(String program) {
        return store.wave(program).stream().map(Planned::useCase).toList();
    }

    /** The ids of the capabilities those use cases need. */
    public Set<String> capabilities(String program) {
        Set<String> needed = new LinkedHashSet<>();
        of(program).forEach(id -> needed.addAll(book.get(program, id).capabilities()));
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
                        book.get(program, choice.useCase()).capabilities()))
                .toList();
    }

    /** How a use case of this program is called, whether the catalogue has it or the program added it. */
    public String nameOf(String program, String useCase) {
        return book.nameOf(program, useCase);
    }

    /** The day on which each use case of the first wave promises its first result. */
    public Map<String, LocalDate> promised(String program) {
        Map<String, LocalDate> promised = new LinkedHashMap<>();
        store.wave(program).forEach(plan -> promised.put(plan.useCase(), plan.firstResult()));
        return promised;
    }

    /** A use case of the first wave, the function that accepted it and the capabilities it needs. */
    public record Work(String useCase, String accepting, List<String> capabilities) {}
}
