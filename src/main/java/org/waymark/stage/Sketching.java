package org.waymark.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a room can sketch of a stage's model in a pilot, before the stage opens: the tasks that settle it begin with the
 * sketch, and whoever does them changes and hands in what counts.
 */
public interface Sketching {

    /** The stage whose model is sketched. */
    String stage();

    /** The tasks that begin with the sketch. */
    Set<String> tasks();

    /** Those of them that people answer by themselves: what a room said before may sway them. */
    default Set<String> alone() {
        return Set.of();
    }

    /** What the room is asked, in parts with a heading each; any of it may stay open. */
    List<Section> sections(String program);

    /** Puts what was sketched, by question, into the draft a task begins with. */
    void onto(ObjectNode begun, Map<String, Integer> sketched);

    /** Hands out each item of a list in a draft of which something was said before, by its id, with what that was. */
    static void each(JsonNode list, Map<String, @Nullable Integer> before, ObjIntConsumer<ObjectNode> put) {
        for (JsonNode item : list) {
            Integer said = before.get(item.path("id").asText());
            if (said != null && item instanceof ObjectNode drafted) {
                put.accept(drafted, said);
            }
        }
    }

    /** Questions that belong together. */
    record Section(String title, List<EarlyQuestions.Question> questions) {}
}
