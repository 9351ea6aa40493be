package org.waymark.model.usecases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.Pledge;
import org.waymark.stage.Pledges;
import org.waymark.web.Texts;

/** Whoever accepted a use case of the first wave stands for its first result; who said "yes, when" for that start. */
@Component
class UseCasePledges implements Pledges {

    private final UseCaseStore store;
    private final Catalogue catalogue;
    private final Texts texts;

    UseCasePledges(UseCaseStore store, Catalogue catalogue, Texts texts) {
        this.store = store;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "use-cases";
    }

    @Override
    public List<String> programs(String person) {
        return store.answeredBy(person);
    }

    @Override
    public List<Pledge> of(String program) {
        Map<String, Planned> wave = store.wave(program).stream()
                .collect(Collectors.toMap(Planned::useCase, Function.identity(), (one, two) -> one));
        List<Pledge> pledges = new ArrayList<>();
        for (Agreement given : store.agreements(program)) {
            Planned planned = wave.get(given.useCase());
            LocalDate due = planned == null ? null : planned.firstResult();
            String name = catalogue.useCase(given.useCase()).name();
            if (given.answer() == Answer.YES_WHEN) {
                pledges.add(new Pledge(
                        given.person(), texts.of("usecases.pledge.when", name, String.valueOf(given.reason())), due));
            }
            if (planned != null && given.side() == Side.ACCEPTING) {
                pledges.add(
                        new Pledge(given.person(), texts.of("usecases.pledge.result", name, planned.measure()), due));
            }
        }
        return pledges;
    }
}
