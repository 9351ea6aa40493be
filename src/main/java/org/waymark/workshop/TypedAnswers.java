package org.waymark.workshop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.waymark.web.Refusal;

/** Answers as a form of radio buttons sends them: {@code answers[DIM-1]=3}, a dash for "cannot judge". */
final class TypedAnswers {

    private static final String NAME = "answers[";

    private TypedAnswers() {}

    static Map<String, @Nullable Integer> of(MultiValueMap<String, String> typed) {
        Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
        typed.forEach((name, words) -> {
            if (name.startsWith(NAME) && name.endsWith("]") && !words.get(0).isBlank()) {
                answers.put(name.substring(NAME.length(), name.length() - 1), level(words.get(0)));
            }
        });
        return answers;
    }

    private static @Nullable Integer level(String words) {
        if (words.equals("-")) {
            return null;
        }
        if (!words.matches("\\d{1,4}")) {
            throw Refusal.bad("program.early.answer", words);
        }
        return Integer.valueOf(words);
    }
}
