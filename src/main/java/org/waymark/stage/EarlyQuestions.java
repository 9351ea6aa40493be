package org.waymark.stage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a later stage can ask before it opens: a few questions on an earlier ballot of a small program, or its whole
 * contribution when a manager opens it early. The answers stay with the model of that stage, as blind as on their own
 * ballot: readable by their owner alone until that one is revealed, and that ballot begins with them.
 */
public interface EarlyQuestions {

    /** The stage that asks. */
    String stage();

    /** What a small program asks this person on the ballot of values; nothing in a bigger one. */
    default List<Question> of(String program, String person) {
        return List.of();
    }

    /** Its whole contribution, as far as it can be asked of this person today; nothing when they will not be asked. */
    List<Question> all(String program, String person);

    /** Whom its contribution would ask today. */
    List<String> asked(String program);

    /** Who has answered its whole contribution early since they were last asked; never what. */
    Set<String> answered(String program);

    /** What this person answered last, by question, for the person alone. */
    Map<String, @Nullable Integer> answers(String program, String person);

    /** Keeps what this person answered until their own ballot begins with it. */
    void keep(String program, String person, Map<String, @Nullable Integer> answers);

    /** One question, what may be answered, and whether somebody may say that they cannot judge it. */
    record Question(String id, String text, List<Choice> choices, boolean passable) {

        public Question(String id, String text, List<Choice> choices) {
            this(id, text, choices, false);
        }

        /** Whether this is one of the answers. */
        public boolean takes(@Nullable Integer level) {
            return level == null ? passable : choices.stream().anyMatch(choice -> level.equals(choice.level()));
        }
    }

    /** One of the answers, with what it means. */
    record Choice(int level, String name, String meaning) {}
}
