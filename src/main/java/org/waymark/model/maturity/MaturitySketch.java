package org.waymark.model.maturity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Dimension;
import org.waymark.stage.EarlyQuestions.Choice;
import org.waymark.stage.EarlyQuestions.Question;
import org.waymark.stage.Sketching;
import org.waymark.web.Texts;

/** Where a room in a pilot thinks it stands and wants to stand; the sealed ballots are no part of it. */
@Component
class MaturitySketch implements Sketching {

    private static final int LEVELS = 4;

    private final Catalogue catalogue;
    private final Texts texts;

    MaturitySketch(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "maturity";
    }

    @Override
    public Set<String> tasks() {
        return Set.of("agreeMaturity");
    }

    @Override
    public List<Section> sections(String program) {
        List<Question> today = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            today.add(new Question(dimension.id(), dimension.name(), choices(dimension)));
        }
        List<Question> wished = Agreement.HORIZONS.stream()
                .map(years -> new Question(
                        years,
                        texts.of("maturity.horizon", years),
                        choices(catalogue.dimensions().get(0))))
                .toList();
        return List.of(
                new Section(texts.of("maturity.sketch.today"), today),
                new Section(texts.of("maturity.sketch.wish"), wished));
    }

    private List<Choice> choices(Dimension dimension) {
        return IntStream.rangeClosed(1, LEVELS)
                .mapToObj(level -> new Choice(
                        level,
                        texts.of("maturity.level." + level),
                        dimension.levels().get(level - 1)))
                .toList();
    }

    @Override
    public void onto(ObjectNode begun, Map<String, Integer> sketched) {
        sketched.forEach((id, level) -> {
            if (Agreement.HORIZONS.contains(id)) {
                begun.withObject("/ambition").put(id, level);
            } else if (begun.path("levels").path(id) instanceof ObjectNode agreed) {
                agreed.put("level", level);
            }
        });
    }
}
