package org.waymark.model.usecases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.UseCase;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.web.Texts;

/** The use cases that were not turned down, with the capabilities and values each of them brings to life. */
@Component
class UseCaseChain implements Chain {

    private final UseCaseStore store;
    private final UseCaseBook book;
    private final Texts texts;

    UseCaseChain(UseCaseStore store, UseCaseBook book, Texts texts) {
        this.store = store;
        this.book = book;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "use-cases";
    }

    @Override
    public List<Element> of(String program) {
        return store.choices(program).stream()
                .filter(choice -> choice.decision() != Decision.NO)
                .map(choice -> element(program, choice))
                .toList();
    }

    private Element element(String program, Choice choice) {
        UseCase useCase = book.get(program, choice.useCase());
        Map<String, @Nullable Object> more = new HashMap<>();
        more.put("asking", choice.asking());
        more.put("accepting", choice.accepting());
        return new Element(
                        Element.Kind.USE_CASE,
                        useCase.id(),
                        useCase.name(),
                        choice.decision().name(),
                        texts.of("usecases.decision." + choice.decision()),
                        Stream.concat(useCase.capabilities().stream(), useCase.values().stream())
                                .toList())
                .with(more);
    }
}
