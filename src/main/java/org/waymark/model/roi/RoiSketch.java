package org.waymark.model.roi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.EarlyQuestions.Choice;
import org.waymark.stage.EarlyQuestions.Question;
import org.waymark.stage.Sketching;
import org.waymark.web.Texts;

/** Which benefits a room in a pilot thinks the case could rest on; who vouches for each is named when it is chosen. */
@Component
class RoiSketch implements Sketching {

    private static final int YES = 1;

    private final Catalogue catalogue;
    private final Texts texts;

    RoiSketch(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "roi";
    }

    @Override
    public Set<String> tasks() {
        return Set.of("chooseBenefits");
    }

    @Override
    public List<Section> sections(String program) {
        List<Choice> choices =
                List.of(new Choice(YES, texts.of("roi.sketch.yes"), ""), new Choice(0, texts.of("roi.sketch.no"), ""));
        return List.of(new Section(
                texts.of("roi.sketch.benefits"),
                catalogue.benefits().stream()
                        .map(one -> new Question(one.id(), one.name(), choices))
                        .toList()));
    }

    @Override
    public void onto(ObjectNode begun, Map<String, Integer> sketched) {
        ArrayNode lines = begun.withArray("lines");
        Set<String> there = new HashSet<>();
        for (JsonNode line : lines) {
            there.add(line.path("template").asText());
        }
        catalogue.benefits().stream()
                .map(one -> one.id())
                .filter(id -> Integer.valueOf(YES).equals(sketched.get(id)) && !there.contains(id))
                .forEach(id -> lines.addObject().put("template", id));
    }
}
