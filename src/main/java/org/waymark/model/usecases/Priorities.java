package org.waymark.model.usecases;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.UseCase;
import org.waymark.model.capabilities.AgreedCapabilities;
import org.waymark.model.values.AgreedValues;
import org.waymark.web.Figures;

/** Scores the catalogue's use cases against the values a program chose and the capabilities it has. */
@Component
class Priorities {

    /** From here on a capability counts as there: in use in one function or market. */
    private static final int READY = 2;

    private final Catalogue catalogue;
    private final UseCaseBook book;
    private final AgreedValues values;
    private final AgreedCapabilities capabilities;

    Priorities(Catalogue catalogue, UseCaseBook book, AgreedValues values, AgreedCapabilities capabilities) {
        this.catalogue = catalogue;
        this.book = book;
        this.values = values;
        this.capabilities = capabilities;
    }

    Map<String, Priority> of(String program) {
        return of(program, book.of(program));
    }

    /** The scores of these use cases, saved or still being written. */
    Map<String, Priority> of(String program, List<UseCase> useCases) {
        Map<String, BigDecimal> weights = weights(program);
        Set<String> ready = ready(program);
        Map<String, Priority> scores = new LinkedHashMap<>();
        useCases.forEach(useCase -> scores.put(useCase.id(), Priority.of(useCase, weights, ready)));
        return scores;
    }

    /** The chosen values by name, heaviest first. */
    Map<String, String> values(String program) {
        Map<String, String> names = new LinkedHashMap<>();
        weights(program).entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .forEach(one ->
                        names.put(one.getKey(), catalogue.value(one.getKey()).name()));
        return names;
    }

    /** The capabilities agreed in the program by name. */
    Map<String, String> capabilities(String program) {
        Map<String, String> names = new LinkedHashMap<>();
        capabilities
                .of(program)
                .forEach(one ->
                        names.put(one.id(), catalogue.capability(one.id()).name()));
        return names;
    }

    /** Which chosen values a use case serves, each with its points: the rows beneath its score. */
    String served(String program, Priority priority) {
        Map<String, BigDecimal> weights = weights(program);
        return priority.served().stream()
                .map(id -> catalogue.value(id).name() + " ("
                        + Figures.here().plain(weights.getOrDefault(id, BigDecimal.ZERO)) + ")")
                .collect(Collectors.joining(", "));
    }

    private Map<String, BigDecimal> weights(String program) {
        return values.of(program).stream()
                .collect(Collectors.toMap(AgreedValues.Weighted::id, AgreedValues.Weighted::weight, BigDecimal::add));
    }

    /** Of these chosen values the one with most points. */
    String heaviest(String program, List<String> served) {
        Map<String, BigDecimal> weights = weights(program);
        return served.stream()
                .max(Comparator.comparing((String id) -> weights.getOrDefault(id, BigDecimal.ZERO))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    Set<String> ready(String program) {
        return capabilities.of(program).stream()
                .filter(capability -> capability.have() >= READY)
                .map(AgreedCapabilities.Agreed::id)
                .collect(Collectors.toSet());
    }

    /** The names of the capabilities a use case needs that are not there yet: its start condition. */
    String notReady(UseCase useCase, Set<String> ready) {
        return useCase.capabilities().stream()
                .filter(id -> !ready.contains(id))
                .map(id -> catalogue.capability(id).name())
                .collect(Collectors.joining(", "));
    }
}
