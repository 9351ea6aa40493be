package org.waymark.stage;

import java.util.List;
import java.util.Map;

/**
 * Questions of a later stage that a small program asks on an earlier ballot already, so that its people are asked once
 * instead of twice. The answers are as blind as on their own ballot: readable by their owner alone until that one is
 * revealed.
 */
public interface EarlyQuestions {

    /** What this person is asked early; nothing in a bigger program, or when they will not be asked later either. */
    List<Question> of(String program, String person);

    /** What this person answered last, by question, for the person alone. */
    Map<String, Integer> answers(String program, String person);

    /** Keeps what this person answered until their own ballot begins with it. */
    void keep(String program, String person, Map<String, Integer> answers);

    /** One question and what may be answered. */
    record Question(String id, String text, List<Choice> choices) {}

    /** One of the answers, with what it means. */
    record Choice(int level, String name, String meaning) {}
}
