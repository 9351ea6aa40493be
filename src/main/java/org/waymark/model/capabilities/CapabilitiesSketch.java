package org.waymark.model.capabilities;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.EarlyQuestions.Choice;
import org.waymark.stage.EarlyQuestions.Question;
import org.waymark.stage.Sketching;
import org.waymark.web.Texts;

/** How much a room in a pilot thinks there is of each capability; what no agreed value needs is left out later. */
@Component
class CapabilitiesSketch implements Sketching {

    private final Catalogue catalogue;
    private final Texts texts;

    CapabilitiesSketch(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "capabilities";
    }

    @Override
    public Set<String> tasks() {
        return Set.of("agreeCapabilities");
    }

    @Override
    public List<Section> sections(String program) {
        List<Choice> choices = IntStream.rangeClosed(0, RateCapabilities.MOST)
                .mapToObj(level -> new Choice(
                        level,
                        texts.of("capabilities.level." + level),
                        texts.of("capabilities.level." + level + ".text")))
                .toList();
        return Serving.TYPES.stream()
                .map(type -> new Section(
                        texts.of("capabilities.type." + type),
                        catalogue.capabilities().stream()
                                .filter(one -> one.type().equals(type))
                                .map((Capability one) -> new Question(one.id(), one.name(), choices))
                                .toList()))
                .toList();
    }

    @Override
    public void onto(ObjectNode begun, Map<String, Integer> sketched) {
        Sketching.each(begun.path("capabilities"), sketched, (row, have) -> row.put("have", have));
    }
}
