package org.waymark.model.maturity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One rater's answers: today's level on each dimension, and the level wished for in 2, 5 and 10 years. */
record Ballot(Map<String, @Nullable Integer> votes, Map<String, @Nullable Integer> wish) {

    Ballot {
        votes = votes == null ? Map.of() : new LinkedHashMap<>(votes);
        wish = wish == null ? Map.of() : new LinkedHashMap<>(wish);
    }

    static Ballot blank() {
        return new Ballot(Map.of(), Map.of());
    }

    /** The same answers always give the same text: it is what we keep and what the commitment is made of. */
    String text() {
        return "votes " + text(votes) + " wish " + text(wish);
    }

    static Ballot parse(String text) {
        int cut = text.indexOf(" wish ");
        return new Ballot(map(text.substring("votes ".length(), cut)), map(text.substring(cut + " wish ".length())));
    }

    private static String text(Map<String, @Nullable Integer> answers) {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + (entry.getValue() == null ? "-" : entry.getValue()))
                        .collect(Collectors.joining(","));
    }

    private static Map<String, @Nullable Integer> map(String text) {
        Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(",")) {
            int cut = each.indexOf('=');
            String level = each.substring(cut + 1);
            answers.put(each.substring(0, cut), level.equals("-") ? null : Integer.valueOf(level));
        }
        return answers;
    }
}
