package org.waymark.trace;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.stage.Correctable;
import org.waymark.stakeholder.Holding;
import org.waymark.stakeholder.Holdings;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Whatever agreed record names somebody to answer for: values, capabilities, benefit lines, statements, components. */
@Component
class AgreedHoldings implements Holdings {

    private static final String BETWEEN = "/";

    private final List<Correctable> models;
    private final Corrections corrections;
    private final Traces traces;
    private final People people;
    private final Texts texts;

    AgreedHoldings(List<Correctable> models, Corrections corrections, Traces traces, People people, Texts texts) {
        this.models = models;
        this.corrections = corrections;
        this.traces = traces;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public List<Holding> of(String program, String person) {
        return models.stream()
                .flatMap(model -> traces.of(program, model.stage()).stream()
                        .flatMap(element -> model.fields(program, element.id()).stream()
                                .filter(field -> field.kind() == Correctable.Kind.PERSON
                                        && field.said().equals(person))
                                .map(field -> new Holding(
                                        program,
                                        Holding.Kind.ANSWERS_FOR,
                                        String.join(BETWEEN, model.stage(), element.id(), field.name()),
                                        texts.of("trace.hold", element.name(), field.label()),
                                        false))))
                .toList();
    }

    @Override
    public void give(Holding held, String from, String to, String by) {
        String[] at = held.id().split(BETWEEN);
        if (at.length != 3) {
            throw Refusal.conflict("stakeholder.hold.gone");
        }
        corrections.handOver(
                held.program(),
                at[0],
                new Corrections.Wish(at[1], at[2], to, texts.of("trace.hold.reason", people.nameOf(from)), from),
                by);
    }
}
