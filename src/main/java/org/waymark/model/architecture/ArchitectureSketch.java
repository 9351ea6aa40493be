package org.waymark.model.architecture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.EarlyQuestions.Choice;
import org.waymark.stage.EarlyQuestions.Question;
import org.waymark.stage.Sketching;
import org.waymark.web.Texts;

/** What a room in a pilot would do with each component; the architect decides. */
@Component
class ArchitectureSketch implements Sketching {

    private final Catalogue catalogue;
    private final Texts texts;

    ArchitectureSketch(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "architecture";
    }

    @Override
    public Set<String> tasks() {
        return Set.of("decideComponents");
    }

    @Override
    public List<Section> sections(String program) {
        List<Choice> choices = Stream.of(Decision.values())
                .map(one -> new Choice(one.ordinal(), texts.of("architecture.decision." + one), ""))
                .toList();
        Map<String, List<Question>> layers = catalogue.components().stream()
                .collect(Collectors.groupingBy(
                        one -> one.layer(),
                        LinkedHashMap::new,
                        Collectors.mapping(one -> new Question(one.id(), one.name(), choices), Collectors.toList())));
        return layers.entrySet().stream()
                .map(layer -> new Section(layer.getKey(), layer.getValue()))
                .toList();
    }

    @Override
    public void onto(ObjectNode begun, Map<String, Integer> sketched) {
        Sketching.each(
                begun.path("decisions"),
                sketched,
                (component, decision) -> component.put("decision", Decision.values()[decision].name()));
    }
}
