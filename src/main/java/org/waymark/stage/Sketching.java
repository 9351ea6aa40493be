package org.waymark.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a room can sketch of a stage's model in a pilot, before the stage opens: the tasks that settle it begin with the
 * sketch, and whoever does them changes and hands in what counts.
 */
public interface Sketching {

    /** The stage whose model is sketched. */
    String stage();

    /** The tasks that begin with the sketch. */
    Set<String> tasks();

    /** What the room is asked, in parts with a heading each; any of it may stay open. */
    List<Section> sections(String program);

    /** Puts what was sketched, by question, into the draft a task begins with. */
    void onto(ObjectNode begun, Map<String, Integer> sketched);

    /** Questions that belong together. */
    record Section(String title, List<EarlyQuestions.Question> questions) {}
}
