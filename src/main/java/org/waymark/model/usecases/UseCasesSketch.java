package org.waymark.model.usecases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.EarlyQuestions.Choice;
import org.waymark.stage.EarlyQuestions.Question;
import org.waymark.stage.Sketching;
import org.waymark.web.Texts;

/** What a room in a pilot would bring to life now, next, later or not at all. */
@Component
class UseCasesSketch implements Sketching {

    private final Catalogue catalogue;
    private final Texts texts;

    UseCasesSketch(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "use-cases";
    }

    @Override
    public Set<String> tasks() {
        return Set.of("chooseUseCases");
    }

    @Override
    public List<Section> sections(String program) {
        List<Choice> choices = Stream.of(Decision.values())
                .map(one -> new Choice(one.ordinal(), texts.of("usecases.decision." + one), ""))
                .toList();
        return List.of(new Section(
                texts.of("usecases.sketch.useCases"),
                catalogue.useCases().stream()
                        .map(one -> new Question(one.id(), one.name(), choices))
                        .toList()));
    }

    @Override
    public void onto(ObjectNode begun, Map<String, Integer> sketched) {
        Sketching.each(
                begun.path("useCases"),
                sketched,
                (useCase, decision) -> useCase.put("decision", Decision.values()[decision].name()));
    }
}
