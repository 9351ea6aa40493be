package org.waymark.model.operatingmodel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.EarlyQuestions.Choice;
import org.waymark.stage.EarlyQuestions.Question;
import org.waymark.stage.Sketching;
import org.waymark.web.Texts;

/** How far a room in a pilot thinks each statement is true; what a function's lead answers themselves goes before it. */
@Component
class OperatingSketch implements Sketching {

    private final Catalogue catalogue;
    private final Texts texts;

    OperatingSketch(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "operating-model";
    }

    @Override
    public Set<String> tasks() {
        return Set.of(
                "answerChecklist",
                "agreeConversation",
                "agreeCommunity",
                "agreeCollaboration",
                "agreeCampaign",
                "agreeContent");
    }

    @Override
    public Set<String> alone() {
        return Set.of("answerChecklist");
    }

    @Override
    public List<Section> sections(String program) {
        List<Choice> choices = AnswerItems.choices(texts);
        return Round.CS.stream()
                .map(c -> new Section(
                        texts.of("operatingmodel.c." + c),
                        catalogue.checklist().stream()
                                .filter(item -> item.c().equals(c))
                                .map(item -> new Question(item.id(), item.statement(), choices))
                                .toList()))
                .toList();
    }

    @Override
    public void onto(ObjectNode begun, Map<String, Integer> sketched) {
        sketched.forEach((item, state) -> {
            if (begun.path("answers").path(item) instanceof ObjectNode answer
                    && answer.path("state").asText("").isEmpty()) {
                answer.put("state", Answer.State.values()[state].name());
            }
        });
    }
}
