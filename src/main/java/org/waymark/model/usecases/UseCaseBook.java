package org.waymark.model.usecases;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.UseCase;

/** The use cases a program can choose from: the catalogue's, then what the program added itself. */
@Component
class UseCaseBook {

    private final Catalogue catalogue;
    private final OwnUseCases own;

    UseCaseBook(Catalogue catalogue, OwnUseCases own) {
        this.catalogue = catalogue;
        this.own = own;
    }

    List<UseCase> of(String program) {
        List<UseCase> all = new ArrayList<>(catalogue.useCases());
        own.of(program).forEach(one -> all.add(one.asUseCase()));
        return all;
    }

    /** One use case, also when the catalogue has switched it off since. */
    UseCase get(String program, String id) {
        return Own.is(id)
                ? own.of(program).stream()
                        .filter(one -> id.equals(one.id()))
                        .findFirst()
                        .map(Own::asUseCase)
                        .orElseGet(() -> new Own(id, null, null, null, List.of(), List.of()).asUseCase())
                : catalogue.useCase(id);
    }

    String nameOf(String program, String id) {
        return get(program, id).name();
    }
}
