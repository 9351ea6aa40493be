package org.waymark.model.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.stage.EarlyQuestions;

/** Asks nothing early until a test lets it, and keeps what it is given. */
final class WishesOnTheBallot implements EarlyQuestions {

    final List<Question> asked = new ArrayList<>();
    final Map<String, Map<String, @Nullable Integer>> kept = new HashMap<>();

    void ask(String... years) {
        for (String each : years) {
            asked.add(new Question(
                    each,
                    "In " + each + " years",
                    List.of(new Choice(1, "Basic", ""), new Choice(2, "Functional", ""))));
        }
    }

    @Override
    public String stage() {
        return "maturity";
    }

    @Override
    public List<String> asked(String program) {
        return List.of();
    }

    @Override
    public Set<String> answered(String program) {
        return Set.of();
    }

    @Override
    public List<Question> all(String program, String person) {
        return List.of();
    }

    @Override
    public List<Question> of(String program, String person) {
        return asked;
    }

    @Override
    public Map<String, @Nullable Integer> answers(String program, String person) {
        return kept.getOrDefault(person, Map.of());
    }

    @Override
    public void keep(String program, String person, Map<String, @Nullable Integer> answers) {
        kept.put(person, answers);
    }
}
